import { highestRelease, type VersionTag } from '../../history/versions.ts'
import { compareVersions, intendedVersion, isPrerelease, parseVersion, type Version } from '../../version.ts'
import { type BumpPolicy, nextVersion } from '../bump.ts'
import type { NextRequest } from './request.ts'
import { isLower, tagOf } from './version.ts'

/** What a project goes on from where none of its tags is in the history, since branches are made for releases; unless its manifest is further. */
export function baseBeside({ taken, manifestVersion = '' }: NextRequest): VersionTag | undefined {
  const highest = highestRelease(taken)
  const stated = parseVersion(manifestVersion)
  return highest && stated && compareVersions(stated, highest.version) > 0 ? undefined : highest
}

/** A release of another branch that what is next here would be behind. */
export function higherThan(text: string, tags: readonly VersionTag[]): VersionTag | undefined {
  const highest = highestRelease(tags)
  return highest && isLower(text, highest.version.text) ? highest : undefined
}

/** A version that somebody has said what is unreleased will be. */
export interface Waiting {
  readonly version: string
  /** Who has said so, in sentences. */
  readonly reasons: readonly string[]
}

/** What is known of a version that has no tag: it waits for it, or it is over, and the next one comes after it. */
export function sinceTold(request: NextRequest): NextRequest & { readonly waiting?: Waiting } {
  const told = toldVersion(request)
  if (!told) return request
  const isEnding = request.policy.stable && told.pre.length > 0
  // A release takes all fragments away: those that are there came behind it.
  if (request.hasFragments || isEnding) return { ...request, base: { name: told.text, version: told } }
  // Who writes the section of a release first, and tags it then, has said which version it is.
  if (!request.base || !request.isTagged || request.policy.pre !== undefined) return request
  const reasons = [`the changelog tells of ${told.text}, which has no tag yet`]
  return { ...request, waiting: { version: told.text, reasons } }
}

/** What the manifest was raised to behind the newest tag: to a version that is worked on, or to one of those that may come next. */
export function plannedBy({ base, taken, isTagged, policy, manifestVersion = '' }: NextRequest): Waiting | undefined {
  const version = parseVersion(intendedVersion(manifestVersion))
  if (!base || !version || isPrerelease(version) || !isTagged || policy.pre !== undefined) return undefined
  if (tagOf(version.text, taken)) return undefined
  const mayFollow = levels.some((level) => nextVersion(base.version, level, followed) === version.text)
  return version.text !== manifestVersion || mayFollow
    ? { version: version.text, reasons: [`the manifest says ${version.text}, which has no tag yet`] }
    : undefined
}

const levels = ['major', 'minor', 'patch'] as const
const followed: BumpPolicy = { zero: 'major', stable: false }

/** The version that the changelog tells of, where that is newer than the newest tag and has none. */
function toldVersion({ base, taken, listed = '' }: NextRequest): Version | undefined {
  const version = parseVersion(intendedVersion(listed))
  if (!version || (base && compareVersions(version, base.version) <= 0)) return undefined
  return tagOf(version.text, taken) ? undefined : version
}
