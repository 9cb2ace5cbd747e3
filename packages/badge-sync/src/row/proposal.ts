import type { BadgeKind } from '../badge.ts'
import { badgeNamed } from '../badges.ts'

/** A badge that a project could have. All texts are plain; they are escaped where they are written. */
export interface Proposal {
  /** Name of the badge, as `docs/badges.md` has it. */
  readonly name: string
  readonly kind: BadgeKind
  readonly alt: string
  readonly image: string
  readonly href: string
}

/** Proposes a badge, which is called by what it shows unless there is more to say. */
export function propose(name: string, written: Pick<Proposal, 'image' | 'href'> & { readonly alt?: string }): Proposal {
  const { kind, title } = badgeNamed(name)
  return { name, kind, alt: title, ...written }
}
