import { UserError } from '@frontdoor/kit/io'
import { counted } from '@frontdoor/kit/text/counted'
import type { Bump } from '../change.ts'
import type { Tag } from '../history/tags.ts'
import { highestRelease, type VersionTag } from '../history/versions.ts'
import { trailer } from '../message/message.ts'
import type { Settings } from '../settings.ts'
import { compareVersions, intendedVersion, isPrerelease, parseVersion, type Version } from '../version.ts'
import { highest, type Verdict } from './assemble.ts'
import { type BumpPolicy, calendarVersion, levelAt, nextVersion, writtenVersion } from './bump.ts'
import { calendarFormat } from './calendar.ts'
import type { Judged } from './judged.ts'

/** How much of a change's own words a reason quotes, in UTF-16 code units. */
const longestSubject = 100

type Base = Pick<VersionTag, 'name' | 'version' | 'seconds'>

/** What the next version is made from. */
export interface NextRequest {
  /** What is not released. */
  readonly unreleased: Judged
  /** The release before; absent for the first one. */
  readonly base: Base | undefined
  /** All versions that are tagged, be it on other branches. */
  readonly taken: readonly VersionTag[]
  readonly settings: Pick<Settings, 'zero' | 'versioning' | 'initialVersion'>
  readonly policy: Pick<BumpPolicy, 'pre' | 'stable'>
  /** What the manifest says: of the first release, and of one that it was raised for. */
  readonly manifestVersion?: string | undefined
  /** The newest version that the changelog tells of, be it tagged or not. */
  readonly listed?: string | undefined
  /** What people wrote of what is unreleased. */
  readonly written?: Written | undefined
  /** True where fragments wait for a release. */
  readonly hasFragments: boolean
  /** False for a package that is never published, whose versions nobody tags. */
  readonly isTagged: boolean
  /** A tag that is a version of something else, where the whole repository is asked about. */
  readonly otherTag?: Tag | undefined
  readonly now: Date
}

/** The title in a changelog whose entries move the version most. */
export interface Written {
  readonly title: string
  readonly bump: Bump
}

/** The next version, or that there is none to be. */
export interface Next {
  /** Absent where nothing asks for a release. */
  readonly version?: string
  readonly previous?: string
  readonly bump: Bump
  /** Why, in sentences. */
  readonly reasons: readonly string[]
}

/**
 * Decides the next version.
 *
 * @throws {UserError} where it would be no version, not be higher, or be tagged already
 */
export function decideNext(asked: NextRequest): Next {
  const given = { ...asked, base: asked.base ?? baseBeside(asked) }
  const { unreleased } = given
  const verdicts = unreleased
    .verdicts()
    .filter(({ reason }) => reason === undefined || reason === 'category' || reason === 'folded')
  const { waiting, ...request } = sinceTold(given)
  const { base } = request
  const changed = highest(verdicts.map((verdict) => verdict.bump))
  const told = unreleased.head.range.commits > 0 ? asked.written : undefined
  const bump = highest([changed, told?.bump ?? 'none'])
  const previous = base && { previous: base.version.text }
  const written = releaseAs(unreleased)
  if (written) return { ...checked(written, request, ['a commit says Release-As']), ...previous, bump }
  const deciding = verdicts.filter((verdict) => verdict.bump === bump)
  const isEnding = request.policy.stable && base !== undefined && base.version.pre.length > 0
  if (waiting && bump === 'none') return { ...waiting, ...previous, bump }
  if (bump === 'none' && !isEnding) return { bump, ...previous, reasons: [nothingIn(unreleased, base)] }
  const why = told && bump !== changed ? `the changelog has entries under "${told.title}"` : because(bump, deciding)
  // Who declares a major version means it, below 1.0.0, too.
  const settings = deciding.some(({ declared }) => declared)
    ? { ...request.settings, zero: 'major' as const }
    : request.settings
  const { version, rules, passed } = pastTaken(bump === 'none' ? 'patch' : bump, { ...request, settings })
  for (const meant of [waiting, plannedBy(request)]) {
    if (meant && isLower(version, meant.version)) return { ...meant, ...previous, bump }
  }
  const elsewhere = passed ?? (asked.base ? higherThan(version, asked.taken) : given.base)
  return {
    ...checked(version, request, [why, ...rules, ...besideNote(elsewhere), ...packagesNote(asked)]),
    ...previous,
    bump,
  }
}

/** The version that follows on the base, or where another branch has released that, on what it has released. */
function pastTaken(bump: Bump, request: NextRequest): Computed & { readonly passed?: VersionTag } {
  const { taken } = request
  let found: Computed & { readonly passed?: VersionTag } = compute(bump, request)
  for (let passed = tagOf(found.version, taken); passed; passed = tagOf(found.version, taken)) {
    found = { ...compute(bump, { ...request, base: passed }), passed }
  }
  return found
}

function tagOf(text: string, tags: readonly VersionTag[]): VersionTag | undefined {
  const version = parseVersion(text) as Version
  return tags.find((tag) => compareVersions(tag.version, version) === 0)
}

/** What a project goes on from where none of its tags is in the history, since branches are made for releases; unless its manifest is further. */
function baseBeside({ taken, manifestVersion = '' }: NextRequest): VersionTag | undefined {
  const highest = highestRelease(taken)
  const stated = parseVersion(manifestVersion)
  return highest && stated && compareVersions(stated, highest.version) > 0 ? undefined : highest
}

/** A release of another branch that what is next here would be behind. */
function higherThan(text: string, tags: readonly VersionTag[]): VersionTag | undefined {
  const highest = highestRelease(tags)
  return highest && isLower(text, highest.version.text) ? highest : undefined
}

const ofPackage = 'is one of a package (--package, or "tags" in the config)'

const year = 365 * 24 * 60 * 60

/** Where only packages have been tagged for long, the versions before were those of a repository that had no packages yet. */
function packagesNote({ base, otherTag }: NextRequest): string[] {
  if (!otherTag?.seconds || !base?.seconds || otherTag.seconds - base.seconds < year) return []
  return [`${base.name} is old, and ${otherTag.name} ${ofPackage}`]
}

function besideNote(tag: Base | undefined): string[] {
  return tag ? [`${tag.name} is on a commit that is no ancestor`] : []
}

/** A version that somebody has said what is unreleased will be. */
interface Waiting extends Pick<Next, 'reasons'> {
  readonly version: string
}

/** What is known of a version that has no tag: it waits for it, or it is over, and the next one comes after it. */
function sinceTold(request: NextRequest): NextRequest & { readonly waiting?: Waiting } {
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
function plannedBy({ base, taken, isTagged, policy, manifestVersion = '' }: NextRequest): Waiting | undefined {
  const version = parseVersion(intendedVersion(manifestVersion))
  if (!base || !version || isPrerelease(version) || !isTagged || policy.pre !== undefined) return undefined
  if (taken.some((tag) => compareVersions(tag.version, version) === 0)) return undefined
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
  return taken.some((tag) => compareVersions(tag.version, version) === 0) ? undefined : version
}

function isLower(one: string, other: string): boolean {
  return compareVersions(parseVersion(one) as Version, parseVersion(other) as Version) < 0
}

interface Computed {
  readonly version: string
  readonly rules: readonly string[]
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
  if (base && calendar)
    return { version: calendarVersion(base.version, calendar, now, bump), rules: [`its tags are ${calendar}`] }
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

/** True where all of several versions have two numbers. */
function areShort(taken: readonly VersionTag[]): boolean {
  const stable = taken.filter(({ version }) => !isPrerelease(version))
  return stable.length > 2 && stable.every(({ version }) => version.numbers.length === 2)
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

/** The newest `Release-As` counts. */
function releaseAs({ items }: Judged): string | undefined {
  for (const { message, reason, commit } of items) {
    const given = reason === 'path' || reason === 'reverted' ? undefined : trailer(message.body, 'Release-As')
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

function checked(
  text: string,
  { base, taken }: NextRequest,
  reasons: string[],
): { version: string; reasons: string[] } {
  const version = parseVersion(text) as Version
  const same = tagOf(text, taken)
  if (same)
    throw new UserError(
      `the next version would be ${text}, but the tag ${same.name} is there already, on a commit that is no ancestor; write another "Release-As: X.Y.Z" into a newer commit`,
    )
  if (base && compareVersions(version, base.version) <= 0) {
    throw new UserError(`the next version would be ${text}, which is not higher than ${base.version.text}`)
  }
  return { version: text, reasons }
}

function nothingIn({ head }: Judged, base: Base | undefined): string {
  const since = base ? `since ${base.name}` : 'so far'
  return head.range.commits === 0
    ? `there is no commit ${since}`
    : `nothing ${since} changes anything for users (${counted(head.range.commits, 'commit')})`
}

function because(bump: Bump, verdicts: readonly Verdict[]): string {
  if (bump === 'none') return 'the prerelease is good'
  const [first] = verdicts
  const others = verdicts.length > 1 ? ` and ${verdicts.length - 1} more` : ''
  const noun = { major: 'a breaking change', minor: 'a feature', patch: 'a change' }[bump]
  const { subject = '', id = '' } = first ?? {}
  return `${noun}: ${shortened(subject)} (${/^[\da-f]{40}/.test(id) ? id.slice(0, 10) : id})${others}`
}

/** A paragraph of a fragment may be long; the reason of a version only has to tell which one it is. */
function shortened(subject: string): string {
  if (subject.length <= longestSubject) return subject
  const cut = subject.slice(0, longestSubject).replace(/[\uD800-\uDBFF]$/, '')
  return `${cut.replace(/\s+\S*$/, '')}…`
}
