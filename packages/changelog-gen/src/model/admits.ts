import { satisfies, validRange } from 'semver'
import type { Dependency } from './package.ts'

/**
 * True where what a package declares admits the new version of what it needs, so that its users get that without a release of the
 * package. `workspace:*` is published as the exact version (pnpm, "Workspace", read 2026-11-26).
 *
 * @param previous the version before, absent for the first one
 */
export function admits({ range = '' }: Dependency, version: string, previous: string | undefined): boolean {
  const inner = /^workspace:(.*)$/.exec(range)?.[1]
  const published = inner !== undefined && /^[*^~]?$/.test(inner) ? inner.replace('*', '') + (previous ?? '') : inner
  const spoken = published ?? range
  return spoken !== '' && validRange(spoken) !== null && satisfies(version, spoken)
}
