import { commonFlags } from '@frontdoor/kit/command'

const ownFlags = {
  unsafe: { summary: 'take suggestions too, which may need your eye' },
  stdinPath: { summary: 'where the text on standard input (-) belongs', value: 'file' },
} as const

type Common = Pick<typeof commonFlags, 'check' | 'fix' | 'diff' | 'format' | 'quiet'>

/** Flags of `badge-sync [paths...]` and `badge-sync migrate [paths...]`, in the order of the help. */
export const flags: Common & typeof ownFlags = {
  check: commonFlags.check,
  fix: commonFlags.fix,
  diff: commonFlags.diff,
  format: commonFlags.format,
  ...ownFlags,
  quiet: commonFlags.quiet,
}
