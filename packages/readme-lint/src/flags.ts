import { commonFlags } from '@frontdoor/kit/command'
import { profileNames } from './profiles.ts'

/** Flags that only `readme-lint [paths...]` has. */
export const ownFlags = {
  unsafe: { summary: 'with --fix or --diff: take suggestions too, which may need your eye' },
  rule: { summary: 'run this rule only (may be repeated)', value: 'name', repeat: true },
  host: {
    summary: 'lint for this place instead of those that the manifests tell (may be repeated)',
    value: 'name',
    repeat: true,
  },
  engine: {
    summary: 'how to parse; auto takes satteri where it is installed',
    value: 'name',
    choices: ['auto', 'remark', 'satteri'],
  },
  listRules: { summary: 'list the rules; as JSON with --format json' },
  stdinPath: { summary: 'where the text on standard input (-) belongs', value: 'file' },
} as const

const profile: { readonly summary: string; readonly value: string; readonly choices: typeof profileNames } = {
  summary: 'what kind of project this is, instead of what its files tell',
  value: 'name',
  choices: profileNames,
}

type Common = Pick<typeof commonFlags, 'check' | 'fix' | 'diff' | 'format' | 'config' | 'quiet'>

/** Flags of `readme-lint [paths...]`, in the order of the help. */
export const flags: Common & typeof ownFlags & { readonly profile: typeof profile } = {
  check: commonFlags.check,
  fix: commonFlags.fix,
  diff: commonFlags.diff,
  format: commonFlags.format,
  ...ownFlags,
  profile,
  config: commonFlags.config,
  quiet: commonFlags.quiet,
}

const ownHostFlags = {
  host: { summary: 'compare this place (may be repeated)', value: 'name', repeat: true },
  all: { summary: 'compare every place that is known' },
  format: { summary: 'how to print', value: 'name', choices: ['text', 'json', 'markdown'] },
  verbose: { summary: 'also tell which facts are old' },
} as const

/** Flags of `readme-lint hosts [readme]`. */
export const hostFlags: typeof ownHostFlags & Pick<typeof commonFlags, 'config'> = {
  ...ownHostFlags,
  config: commonFlags.config,
}
