import type { BadgeKind } from '../badge.ts'

/** A badge that a project could have. All texts are plain; they are escaped where they are written. */
export interface Proposal {
  /** Name of the badge, as `docs/badges.md` has it. */
  readonly name: string
  readonly kind: BadgeKind
  readonly alt: string
  readonly image: string
  readonly href: string
}
