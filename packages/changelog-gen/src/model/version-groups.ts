import type { Bump } from '../change.ts'
import { compareVersions, parseVersion, type Version } from '../version.ts'
import { highest } from './assemble.ts'
import { nextVersion } from './bump.ts'
import { isDue, type Member, moved, type Ties } from './decided.ts'
import type { Package } from './package.ts'

/** Packages that have one version: all of them, or those that are released together. */
export interface Group {
  readonly names: readonly string[]
  readonly isFixed: boolean
}

/** What makes groups of packages. */
export type GroupTies = Pick<Ties, 'fixed' | 'linked' | 'sharingTags'>

/** The groups that the settings make of some packages, and the one that their workspace or its tags make. */
export async function groupsOf(
  packages: readonly Package[],
  { fixed, linked, sharingTags }: GroupTies,
): Promise<Group[]> {
  const inheriting = packages
    .filter(({ inheritsVersion, name }) => inheritsVersion || sharingTags?.has(name))
    .map(({ name }) => name)
  const inherited = inheriting.length > 0 ? [{ names: inheriting, isFixed: true }] : []
  if (fixed.length + linked.length === 0) return inherited
  const { among } = await import('../packages/selection.ts')
  const group = async (list: readonly string[], isFixed: boolean): Promise<Group> => {
    const members = await among(packages, list)
    return { names: members.map(({ name }) => name), isFixed }
  }
  return [
    ...inherited,
    ...(await Promise.all(fixed.map((list) => group(list, true)))),
    ...(await Promise.all(linked.map((list) => group(list, false)))),
  ]
}

/** Those of a group whose version is not yet the one that its highest version and its highest bump make. */
export function joined({ names, isFixed }: Group, all: ReadonlyMap<string, Member>, ties: Ties): Member[] {
  const members = names.map((name) => all.get(name) as Member)
  const due = members.filter(isDue)
  const bump = highest(due.map(({ next }) => next.bump))
  const cause = due.find(({ next }) => next.bump === bump)
  if (!cause) return []
  const version = versionOf(members, due, { bump, ties })
  const reason = `its version is one with that of ${cause.own.name}`
  return (isFixed ? members : due)
    .filter(({ next }) => next.version !== version)
    .map((one) => moved(one, { version, bump, reason }))
}

function versionOf(
  members: readonly Member[],
  due: readonly Member[],
  { bump, ties }: { readonly bump: Bump; readonly ties: Ties },
): string {
  const base = highestOf(members.flatMap(({ next }) => parseVersion(next.previous ?? '') ?? []))
  const counted = base && bump !== 'none' ? [parseVersion(nextVersion(base, bump, ties)) as Version] : []
  const known = due.map(({ next }) => parseVersion(next.version ?? '') as Version)
  return (highestOf([...counted, ...known]) as Version).text
}

function highestOf(versions: readonly Version[]): Version | undefined {
  return versions.toSorted(compareVersions).at(-1)
}
