import type { Bump } from '../change.ts'
import type { Settings } from '../settings.ts'
import type { BumpPolicy } from './bump.ts'
import type { Next } from './next.ts'
import type { Package } from './package.ts'

/** The next version of the repository, or of a package. */
export interface Decided {
  readonly own?: Package
  readonly next: Next
}

/** How the packages of a workspace hang together, and how versions are counted. */
export interface Ties extends BumpPolicy, Pick<Settings, 'dependents' | 'fixed' | 'linked'> {
  /** Names of packages that are released with the tags of the repository. */
  readonly sharingTags?: ReadonlySet<string>
}

/** A package with its next version. */
export type Member = Decided & { readonly own: Package }

/** True for a package of a workspace. */
export function isMember(one: Decided): one is Member {
  return one.own !== undefined
}

/** True for what gets a release. */
export function isDue({ next }: Decided): boolean {
  return next.version !== undefined
}

/** Why a package gets which version. */
export interface Move {
  readonly version: string
  readonly bump: Bump
  readonly reason: string
}

/** A package with the version that another one makes it have. */
export function moved(one: Member, { version, bump, reason }: Move): Member {
  const reasons = isDue(one) ? [...one.next.reasons, reason] : [reason]
  return { ...one, next: { ...one.next, version, bump, reasons } }
}
