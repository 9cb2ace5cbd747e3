import { UserError } from '@frontdoor/kit/io'
import type { Range } from '@frontdoor/markdown/edit'

/** What stands in the way of all work on a document: nothing is written into it. */
export class PlacedError extends UserError {
  /** Name of what found it, as in a report. */
  readonly rule: string
  /** Where, in which source. */
  readonly at: Range
  readonly source: string

  constructor(message: string, { rule, at, source }: Pick<PlacedError, 'rule' | 'at' | 'source'>) {
    super(message)
    this.rule = rule
    this.at = { start: at.start, end: at.end }
    this.source = source
  }
}
