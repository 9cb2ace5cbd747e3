import type { Person } from './people.ts'

/** Somebody who gives money. All texts are from outside. */
export interface Sponsor extends Person {
  /** What the source calls the group that the sponsor belongs to. */
  readonly tier?: string | undefined
  /** Roughly how much in a month, to order what has no other order. */
  readonly monthly?: number
}
