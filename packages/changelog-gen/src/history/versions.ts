import { readHeader } from '../message/header.ts'
import { isReleaseCommit } from '../message/release-commit.ts'
import { guessedPatterns, type Hints, type TagPattern, usualPatterns, versionOf } from '../tag-pattern.ts'
import { compareVersions, isPrerelease, parseVersion, type Version } from '../version.ts'
import type { Tag } from './tags.ts'

/** A tag that is a version. */
export interface VersionTag extends Tag {
  readonly version: Version
}

export interface VersionTagRequest extends Hints {
  readonly patterns: readonly TagPattern[]
  /** True to look for another prefix where no tag follows a pattern, or the changelog tells of none that does. */
  readonly mayGuess: boolean
  /** Of a package: what it shares with its repository, if it has no tag of its own for its version, and that is the highest of those. */
  readonly shared?: { readonly patterns: readonly TagPattern[]; readonly version: string }
}

/** What was found among tags: a history is cut by them, read as far as to them, and numbered from them. */
const known = new WeakMap<readonly Tag[], Map<string, readonly VersionTag[]>>()

/** The tags that are versions. */
export function versionTags(tags: readonly Tag[], request: VersionTagRequest): readonly VersionTag[] {
  const byRequest = known.get(tags) ?? new Map<string, readonly VersionTag[]>()
  known.set(tags, byRequest)
  const key = JSON.stringify([request.patterns, request.mayGuess, request.repository, request.told, request.shared])
  const found = byRequest.get(key) ?? find(tags, request)
  byRequest.set(key, found)
  return found
}

/** So many times more tags of another form make those of the usual one an exception. */
const strays = 10

function find(tags: readonly Tag[], { patterns, mayGuess, shared, ...hints }: VersionTagRequest): VersionTag[] {
  const found = select(tags, patterns)
  const hasOwn = isSame(highestRelease(found)?.version, shared?.version)
  const common = shared && !hasOwn ? select(tags, shared.patterns) : []
  if (isSame(highestRelease(common)?.version, shared?.version)) return common
  const place = placeIn(found, hints)
  // Where the changelog tells of one of them first, no others are meant.
  if (!mayGuess || place === 0) return found
  const names = tags.map(({ name }) => name)
  const guessed = select(tags, guessedPatterns(names, hints))
  if (found.length === 0) return guessed
  // Nor are they where it tells of none at all; but of many more, those of the usual form are strays.
  if (!hints.told?.length) {
    const newer = namedLater(tags, found, hints)
    return guessed.length > found.length * strays ? [...found, ...guessed] : [...found, ...newer]
  }
  if (placeIn(guessed, hints) >= place) return found
  // Who calls tags otherwise from some release on goes on telling of those before.
  return place === Number.POSITIVE_INFINITY ? guessed : [...found, ...guessed]
}

/** What a manifest says behind a `+` is in no tag. */
function isSame(tagged: Version | undefined, text = ''): boolean {
  const version = parseVersion(text)
  return tagged !== undefined && version !== undefined && compareVersions(tagged, version) === 0
}

/** Tags that have the name of the repository, where they are newer than all others: it became one of several packages that are released from there. */
function namedLater(tags: readonly Tag[], found: readonly VersionTag[], { repository }: Hints): readonly VersionTag[] {
  if (repository === undefined) return []
  const newest = (some: readonly Tag[]) => Math.max(...some.map(({ seconds }) => seconds ?? 0))
  const named = select(tags, usualPatterns([repository], false))
  return newest(named) > newest(found) ? named : []
}

/** How far up in the changelog the first of several tags stands. */
function placeIn(found: readonly VersionTag[], { told = [] }: Hints): number {
  const places = found.map(({ version }) => told.indexOf(version.text)).filter((place) => place !== -1)
  return Math.min(...places)
}

function select(tags: readonly Tag[], patterns: readonly TagPattern[]): VersionTag[] {
  return tags.flatMap((tag) => {
    const version = versionOf(tag.name, patterns)
    return version ? [{ ...tag, version }] : []
  })
}

/**
 * The release of each tagged commit: of several versions on one commit the highest, which is the one that people look for.
 *
 * @param folded true to leave prereleases to the release that they led to
 */
export function releaseTags(tags: readonly VersionTag[], folded: boolean): Map<string, VersionTag> {
  const releases = new Map<string, VersionTag>()
  for (const tag of tags) {
    if (folded && isPrerelease(tag.version)) continue
    const other = releases.get(tag.sha)
    if (!other || isBefore(other, tag)) releases.set(tag.sha, tag)
  }
  return releases
}

/** True where a changelog has a release, and none of the prereleases that led to it: whoever reads it is not told of any. */
export function leavesPrereleases(tags: readonly VersionTag[], written: readonly string[]): boolean {
  const versions = written.flatMap((text) => parseVersion(text) ?? [])
  const releases = new Set(versions.map(releaseOf))
  return (
    !versions.some(isPrerelease) &&
    tags.some(({ version }) => isPrerelease(version) && releases.has(releaseOf(version)))
  )
}

/** What a version is, or leads to. */
function releaseOf({ numbers }: Version): string {
  return numbers.join('.')
}

/** The highest version that is no prerelease, or the highest of all where there is none. */
export function highestRelease(tags: readonly VersionTag[]): VersionTag | undefined {
  const sorted = tags.toSorted((one, other) => compareVersions(one.version, other.version))
  return sorted.findLast(({ version }) => !isPrerelease(version)) ?? sorted.at(-1)
}

/**
 * The commits that a release is of where its own commit is on no branch that is looked at: some projects set the version aside, tag that, and
 * go on without it; with Git flow, the tags are on the main branch, on merges of what was developed on another.
 */
export function releasedBeside({ subject, parents, version }: VersionTag): readonly string[] {
  if (parents.length > 1) return parents.slice(1)
  // Where one commit releases several packages, its title has none of their versions.
  const isMeant = subject.includes(version.text) || /\bpackages\b/i.test(subject)
  return isMeant && isReleaseCommit(readHeader(subject)) ? parents : []
}

/** `v1.2` moves along with `v1.2.0`, so the longer name is the release; of `1.2.0` and `v1.2.0`, that which was made first. */
function isBefore(one: VersionTag, other: VersionTag): boolean {
  const order =
    compareVersions(one.version, other.version) ||
    one.version.text.length - other.version.text.length ||
    (other.seconds ?? 0) - (one.seconds ?? 0)
  return order < 0
}
