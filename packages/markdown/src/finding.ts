import type { Edit, Range } from './edit.ts'

/** Edits that mend a finding. Safe: the rendered document says the same or more, and nothing needs a choice. */
export interface Fix {
  readonly edits: readonly Edit[]
  readonly safe: boolean
}

/** What a tool has to say, at a range of a document. */
export interface Finding {
  readonly at: Range
  /** What, where, and what instead, in one sentence without a full stop. */
  readonly message: string
  readonly fix?: Fix
  /** Names of the hosts it concerns; absent means every place. */
  readonly hosts?: readonly string[]
}
