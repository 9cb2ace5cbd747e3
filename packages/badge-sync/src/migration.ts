/** One way in which addresses of badges grow old, as data. All facts were read on 2026-11-22. */
export interface Migration {
  /** What became of the old address. */
  readonly status: /** Nothing loads. */
    | 'dead'
    /** A badge loads that says no more than that it is retired. */
    | 'retired'
    /** It loads, and what it shows may be wrong. */
    | 'stale'
    /** It loads by way of the new address. */
    | 'redirected'
    /** It works, in a form that is no longer documented. */
    | 'legacy'
    /** It never worked. */
    | 'broken'
  /** Patterns for the old address; see `addressPattern`. */
  readonly from: readonly string[]
  /** Patterns for what only looks like the old address. */
  readonly except?: readonly string[]
  /** The new address; absent where there is none, and the badge says nothing any more. */
  readonly to?: string
  /** Parameters of the query that stay; all of them where absent. */
  readonly keep?: readonly string[]
  /** Parameters of the query to set; one whose parts are missing is left out. */
  readonly set?: Readonly<Record<string, string>>
  /** Where the badge leads from now on, if it led to the host of the old image. */
  readonly link?: string
  /** Words for parts: `{ metric: { r: 'rating' } }` makes `r` a `rating`. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Values of parts that may be missing. */
  readonly defaults?: Readonly<Record<string, string>>
  /** True where it wants an eye: the new service must be set up, or the fact is not certain. */
  readonly suggest?: true
  /** What there is to know, as the message has it: `travis-ci.org was shut down in June 2021`. */
  readonly because: string
  /** Where that was read. */
  readonly source?: string
  /** An old address and the new one, which the tests try; `parts` are what the project would give. */
  readonly example: {
    readonly from: string
    readonly to?: string
    readonly parts?: Readonly<Record<string, string>>
  }
}
