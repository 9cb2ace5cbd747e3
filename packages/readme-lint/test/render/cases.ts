import type { Evidence } from '../../src/host.ts'

/**
 * What a host is known to make of something: what is tried, the README, and its HTML. The project of a case is at
 * `https://github.com/o/tea`. The HTML is without what a reader does not see: `rel`, classes of looks, links of headings to themselves.
 */
type Case = readonly [name: string, readme: string, html: string, setting?: Setting]

export interface Setting {
  /** Where the README stands; `README.md` if not said. */
  readonly path?: string
  /** The manifest names no repository. */
  readonly homeless?: true
}

/** Cases from one place. */
export interface CaseGroup extends Evidence {
  readonly host: string
  readonly cases: readonly Case[]
}
