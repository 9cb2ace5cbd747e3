import { UserError } from '@frontdoor/kit/io'
import type { Bump } from '../../change.ts'
import { highestRelease, type VersionTag } from '../../history/versions.ts'
import { releaseAsIn } from '../../message/message.ts'
import { compareVersions, intendedVersion, isPrerelease, parseVersion, type Version } from '../../version.ts'
import { calendarVersion, levelAt, nextVersion, writtenVersion } from '../bump.ts'
import { calendarFormat, raisesMinor } from '../calendar.ts'
import type { Judged } from '../judged.ts'
import type { NextRequest } from './request.ts'

/** Why a tag is not taken for a version of the whole repository. */
export const ofPackage: string = 'is one of a package (--package, or "tags" in the config)'

/** A version, and the rules that it is made by, in sentences. */
export interface Computed {
  readonly version: string
  readonly rules: readonly string[]
}

/** The version that follows on the base, or where another branch has released that, on what it has released. */
export function pastTaken(bump: Bump, request: NextRequest): Computed & { readonly passed?: VersionTag } {
  const beside = releasedBeside(request)
  let found: Computed & { readonly passed?: VersionTag } = beside
    ? { ...compute(bump, { ...request, base: beside }), passed: beside }
    : compute(bump, request)
  for (;;) {
    const passed = tagOf(found.version, request.taken)
    // Of a day there may be one version only.
    if (!passed || passed === found.passed) return found
    found = { ...compute(bump, { ...request, base: passed }), passed }
  }
}

/** The highest release, where a series of prereleases has ended on another branch: that is what releases are made on. */
function releasedBeside({ base, taken }: NextRequest): VersionTag | undefined {
  const isOver = base && isPrerelease(base.version) && tagOf(base.version.numbers.join('.'), taken)
  return isOver ? highestRelease(taken) : undefined
}

/** The tag of a version, however that is written in it. */
export function tagOf(text: string, tags: readonly VersionTag[]): VersionTag | undefined {
  const version = parseVersion(text) as Version
  return tags.find((tag) => compareVersions(tag.version, version) === 0)
}

function compute(bump: Bump, request: NextRequest): Computed {
  const { base, taken, settings, policy, now } = request
  if (settings.versioning !== 'semver') {
    return {
      version: calendarVersion(base?.version, settings.versioning, now, bump),
      rules: [`versions are ${settings.versioning}`],
    }
  }
  const isPlain = base?.version.pre.length === 0 && policy.pre === undefined
  const calendar = base && isPlain ? calendarFormat(base, taken) : undefined
  if (base && calendar) {
    const isRaised = bump === 'patch' && /MINOR.MICRO$/.test(calendar) && raisesMinor(taken)
    const version = calendarVersion(base.version, calendar, now, isRaised ? 'minor' : bump)
    return { version, rules: [`its tags are ${calendar}${isRaised ? ', with 0 for MICRO' : ''}`] }
  }
  if (!base) return firstVersion(request)
  const full = { ...policy, zero: settings.zero, isShort: areShort(taken) }
  const level = levelAt(base.version, bump, full)
  const version = nextVersion(base.version, bump, full)
  const isRelevelled = base.version.pre.length > 0 && !version.startsWith(base.version.numbers.join('.'))
  return {
    version,
    rules: [
      ...(level === bump ? [] : [`below 1.0.0 that moves the ${level} version (zero: ${settings.zero})`]),
      ...(isRelevelled ? [`${base.version.text} stood for less`] : []),
    ],
  }
}

/** True where all of several versions have two numbers, or the newest of many. */
function areShort(taken: readonly VersionTag[]): boolean {
  const stable = taken.flatMap(({ version }) => (isPrerelease(version) ? [] : [version]))
  const newest = stable.toSorted(compareVersions).slice(-20)
  return newest.length > 2 && newest.every(({ numbers }) => numbers.length === 2)
}

/** What the manifest says, if that is a version that somebody chose: 0.0.0 is what one starts from, and a snapshot becomes what it is of. */
function firstVersion({ settings, manifestVersion, policy: { pre }, otherTag }: NextRequest): Computed {
  const manifest = intendedVersion(manifestVersion ?? '')
  const stated = parseVersion(manifest)
  const isChosen = stated?.numbers.some((number) => number > 0) === true
  const version = isChosen ? manifest : settings.initialVersion
  const source = isChosen ? 'the manifest says so' : 'the first is "initialVersion" of the config, by default 0.1.0'
  const other = otherTag === undefined ? '' : `, ${otherTag.name} ${ofPackage}`
  const rules = [`no tag is a version yet: ${source}${other}`]
  return pre === undefined || parseVersion(version)?.pre.length
    ? { version, rules }
    : { version: `${version}-${pre}.1`, rules }
}

/**
 * The version that a commit asks for; the newest such commit counts.
 *
 * @throws {UserError} where it is none
 */
export function releaseAs({ items }: Judged): string | undefined {
  for (const { message, reason, commit } of items) {
    const given = reason === 'path' || reason === 'reverted' ? undefined : releaseAsIn(message.body)
    if (given === undefined) continue
    const version = writtenVersion(given)
    if (!version)
      throw new UserError(
        `${commit.sha.slice(0, 10)}: "Release-As: ${given}" is no version; write "Release-As: 1.2.3" into a newer commit`,
      )
    return version.text
  }
  return undefined
}

/**
 * A version with the reasons for it.
 *
 * @throws {UserError} where it is tagged, or not higher than the base
 */
export function checked(
  text: string,
  { base, taken }: NextRequest,
  reasons: string[],
): { version: string; reasons: string[] } {
  const version = parseVersion(text) as Version
  const same = tagOf(text, taken)
  if (same)
    throw new UserError(
      `the next version would be ${text}, but the tag ${same.name} is there already; write a free one as "Release-As: X.Y.Z" into a commit`,
    )
  if (base && compareVersions(version, base.version) <= 0) {
    throw new UserError(`the next version would be ${text}, which is not higher than ${base.version.text}`)
  }
  return { version: text, reasons }
}

export function isLower(one: string, other: string): boolean {
  return compareVersions(parseVersion(one) as Version, parseVersion(other) as Version) < 0
}
