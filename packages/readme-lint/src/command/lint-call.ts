import type { Call } from '@frontdoor/kit/cli/command'
import type { flags } from './flags.ts'

/** A call of `readme-lint [paths...]`. */
export type LintCall = Call<typeof flags>
