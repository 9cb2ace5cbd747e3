import type { Bump } from '../change.ts'
import type { Settings } from '../settings.ts'
import { parseVersion } from '../version.ts'
import { type BumpPolicy, nextVersion } from './bump.ts'
import type { Next } from './next.ts'
import type { Dependency, Package } from './package.ts'
import { groupsOf, joined } from './version-groups.ts'

/** The next version of the repository, or of a package. */
export interface Decided {
  readonly own?: Package
  readonly next: Next
}

/** How the packages of a workspace hang together, and how versions are counted. */
export interface Ties extends BumpPolicy, Pick<Settings, 'dependents' | 'fixed' | 'linked'> {}

/** A package with its next version. */
export type Member = Decided & { readonly own: Package }

/**
 * Releases what hangs together with what is released: packages that depend on it get the next patch, since nothing else is new for
 * who uses them; groups get one version.
 */
export async function cascade(decided: readonly Decided[], ties: Ties): Promise<Decided[]> {
  const all = new Map(decided.filter(isMember).map((one) => [one.own.name, one]))
  const follows = await followTest(ties)
  const groups = await groupsOf([...all.keys()], ties)
  for (let isSettled = false; !isSettled; ) {
    const members = [...all.values()]
    const due = members.filter(isDue)
    const moved = [
      ...members.flatMap((one) => followed(one, due, { ties, follows }) ?? []),
      ...groups.flatMap((group) => joined(group, all, ties)),
    ]
    for (const one of moved) all.set(one.own.name, one)
    isSettled = moved.length === 0
  }
  return decided.map((one) => (one.own ? (all.get(one.own.name) ?? one) : one))
}

function isMember(one: Decided): one is Member {
  return one.own !== undefined
}

/** True for what gets a release. */
export function isDue({ next }: Decided): boolean {
  return next.version !== undefined
}

/** Tells whether the new version of what a package needs makes it one to release. */
type FollowTest = (dependency: Dependency, next: Next) => boolean

async function followTest({ dependents }: Ties): Promise<FollowTest> {
  if (dependents === 'always') return () => true
  const { admits } = await import('./admits.ts')
  return (dependency, { version = '', previous }) => !admits(dependency, version, previous)
}

/** A package that was never released stays so until something of its own changes. */
function followed(
  one: Member,
  due: readonly Member[],
  { ties, follows }: { readonly ties: Ties; readonly follows: FollowTest },
): Member | undefined {
  const base = parseVersion(one.next.previous ?? '')
  if (isDue(one) || !base) return undefined
  const cause = due.find(({ own, next }) =>
    one.own.dependencies.some((dependency) => dependency.name === own.name && follows(dependency, next)),
  )
  if (!cause) return undefined
  const reason = `it depends on ${cause.own.name} ${cause.next.version}`
  return moved(one, { version: nextVersion(base, 'patch', ties), bump: 'patch', reason })
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
