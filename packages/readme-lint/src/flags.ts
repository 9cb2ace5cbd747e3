import { commonFlags } from '@frontdoor/kit/command'

/** Flags that only `readme-lint [paths...]` has. */
export const ownFlags = {
  unsafe: { summary: 'with --fix or --diff: take suggestions too, which may need your eye' },
  rule: { summary: 'run this rule only (may be repeated)', value: 'name', repeat: true },
  link: { summary: 'also visit the addresses on the web, and report those that lead nowhere' },
  allowPrivate: { summary: 'with --link: visit addresses in private networks, too' },
  engine: {
    summary: 'how to parse; auto takes satteri where it is installed',
    value: 'name',
    choices: ['auto', 'remark', 'satteri'],
  },
  listRules: { summary: 'list the rules; as JSON with --format json' },
  stdinPath: { summary: 'where the text on standard input (-) belongs', value: 'file' },
} as const

type Common = Pick<typeof commonFlags, 'check' | 'fix' | 'diff' | 'format' | 'config' | 'offline' | 'quiet'>

/** Flags of `readme-lint [paths...]`, in the order of the help. */
export const flags: Common & typeof ownFlags = {
  check: commonFlags.check,
  fix: commonFlags.fix,
  diff: commonFlags.diff,
  format: commonFlags.format,
  ...ownFlags,
  config: commonFlags.config,
  offline: commonFlags.offline,
  quiet: commonFlags.quiet,
}
