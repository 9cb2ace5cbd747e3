import { UserError } from '@frontdoor/kit/io'
import type { Range } from '@frontdoor/markdown/edit'
import { placeFinder } from '@frontdoor/markdown/place'

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

  /** The same for whoever gets no report, with its line in front. */
  withPlace(path: string): UserError {
    const { line, column } = placeFinder(this.source)(this.at.start)
    return new UserError(`${path}:${line}:${column}: ${this.message}`)
  }
}
