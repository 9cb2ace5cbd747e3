import type { FileReport, RuleFinding } from '@frontdoor/kit/report'
import type { Subject } from './subjects.ts'

/** Which fixes to apply: none, the safe ones, or suggestions too. */
export type Fixes = 'none' | 'safe' | 'all'

/** What was found in a text, and the text after its fixes. */
export interface Outcome {
  readonly subject: Subject
  readonly text: string
  readonly report: FileReport
}

/** An outcome, whose findings are about `text`. */
export function outcome(subject: Subject, text: string, findings: readonly RuleFinding[]): Outcome {
  return { subject, text, report: { path: subject.shown, source: text, findings } }
}
