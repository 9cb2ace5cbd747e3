import type { Settings } from '../settings.ts'
import { parseVersion } from '../version.ts'
import { nextVersion } from './bump.ts'
import type { Next } from './next.ts'
import type { Package } from './package.ts'

/** The next version of the repository, or of a package. */
export interface Decided {
  readonly own?: Package
  readonly next: Next
}

/**
 * Packages that depend on a package with a new version get one, too: the next patch, since nothing else is new for who uses them. Each
 * package is looked at once for each way that leads to it.
 */
export function cascade(decided: readonly Decided[], zero: Settings['zero']): Decided[] {
  const byName = new Map(decided.flatMap((one) => (one.own ? [[one.own.name, one] as const] : [])))
  const due = [...byName.values()].filter(({ next }) => next.version !== undefined)
  for (let one = due.pop(); one !== undefined; one = due.pop()) {
    for (const [name, other] of byName) {
      if (other.next.version !== undefined || !other.own?.dependencies.includes(one.own?.name ?? '')) continue
      const follower = follow(other, one, zero)
      byName.set(name, follower)
      if (follower.next.version !== undefined) due.push(follower)
    }
  }
  return decided.map((one) => (one.own ? (byName.get(one.own.name) ?? one) : one))
}

/** A package that was never released stays so until something of its own changes. */
function follow(decided: Decided, cause: Decided, zero: Settings['zero']): Decided {
  const base = parseVersion(decided.next.previous ?? '')
  if (!base) return decided
  const version = nextVersion(base, 'patch', { zero, stable: base.pre.length === 0 })
  return {
    ...decided,
    next: {
      ...decided.next,
      version,
      bump: 'patch',
      reasons: [`it depends on ${cause.own?.name} ${cause.next.version}`],
    },
  }
}
