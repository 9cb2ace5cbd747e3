import { parseVersion } from '../version.ts'
import { nextVersion } from './bump.ts'
import { type Decided, isDue, isMember, type Member, moved, type Ties } from './decided.ts'
import type { Next } from './next.ts'
import type { Dependency } from './package.ts'
import { groupsOf, joined } from './version-groups.ts'

/**
 * Releases what hangs together with what is released: packages that depend on it get the next patch, since nothing else is new for
 * who uses them; groups get one version.
 */
export async function cascade(decided: readonly Decided[], ties: Ties): Promise<Decided[]> {
  const all = new Map(decided.filter(isMember).map((one) => [one.own.name, one]))
  const follows = await followTest(ties)
  const groups = await groupsOf(
    [...all.values()].map(({ own }) => own),
    ties,
  )
  for (let isSettled = false; !isSettled; ) {
    const members = [...all.values()]
    const due = members.filter(isDue)
    const changed = [
      ...members.flatMap((one) => followed(one, due, { ties, follows }) ?? []),
      ...groups.flatMap((group) => joined(group, all, ties)),
    ]
    for (const one of changed) all.set(one.own.name, one)
    isSettled = changed.length === 0
  }
  return decided.map((one) => (one.own ? (all.get(one.own.name) ?? one) : one))
}

/** Tells whether the new version of what a package needs makes it one to release. */
type FollowTest = (dependency: Dependency, next: Next) => boolean

async function followTest({ dependents }: Ties): Promise<FollowTest> {
  if (dependents === 'never') return () => false
  if (dependents !== 'out-of-range') return (dependency) => isTold(dependency, dependents)
  const { admits } = await import('./admits.ts')
  return (dependency, { version = '', previous }) =>
    isTold(dependency, dependents) && !admits(dependency, version, previous)
}

/** True where users are told of a new version of a dependency: what is needed for development changes nothing for them. */
export function isTold({ development }: Dependency, dependents: Ties['dependents']): boolean {
  return development !== true || dependents === 'all'
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
