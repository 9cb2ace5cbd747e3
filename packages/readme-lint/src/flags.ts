import { commonFlags } from '@frontdoor/kit/command'

/** Flags of `readme-lint [paths...]`. */
export const flags = {
  check: commonFlags.check,
  fix: commonFlags.fix,
  diff: commonFlags.diff,
  unsafe: { summary: 'with --fix or --diff: take suggestions too, which may need your eye' },
  format: commonFlags.format,
  rule: { summary: 'run this rule only (may be repeated)', value: 'name', repeat: true },
  config: commonFlags.config,
  engine: {
    summary: 'how to parse; auto takes satteri where it is installed',
    value: 'name',
    choices: ['auto', 'remark', 'satteri'],
  },
  listRules: { summary: 'list the rules; as JSON with --format json' },
  stdinPath: { summary: 'where the text on standard input (-) belongs', value: 'file' },
  quiet: commonFlags.quiet,
} as const
