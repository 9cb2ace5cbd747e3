import { counted } from '@frontdoor/kit/text/counted'
import { type Bump, shortId } from '../change.ts'
import { isOfPackage } from '../tag-pattern.ts'
import { highest, type Verdict } from './assemble.ts'
import { baseBeside, higherThan, plannedBy, sinceTold } from './next/base.ts'
import type { Base, NextRequest } from './next/request.ts'
import { checked, isLower, ofPackage, pastTaken, releaseAs } from './next/version.ts'

/** How much of a change's own words a reason quotes, in UTF-16 code units. */
const longestSubject = 100

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
  const packages = packagesNote(asked)
  if (packages === undefined) return decide(asked)
  return { bump: 'none', ...(asked.base && { previous: asked.base.version.text }), reasons: [packages] }
}

function decide(asked: NextRequest): Next {
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
  if (bump === 'none' && !isEnding) return { bump, ...previous, reasons: [nothingIn(given)] }
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
    ...checked(version, request, [why, ...rules, ...besideNote(elsewhere)]),
    ...previous,
    bump,
  }
}

const year = 365 * 24 * 60 * 60

/** Where only packages have been tagged for long, the versions before were those of a repository that had no packages yet. */
function packagesNote({ base, otherTag }: NextRequest): string | undefined {
  // The package in the root may have a name in its tags, too.
  if (!otherTag?.seconds || !base?.seconds || isOfPackage(base.name)) return undefined
  if (otherTag.seconds - base.seconds < year) return undefined
  return `${base.name} is old, and ${otherTag.name} ${ofPackage}`
}

function besideNote(tag: Base | undefined): string[] {
  return tag ? [`${tag.name} is on a commit that is no ancestor`] : []
}

function nothingIn({ unreleased: { head }, base, settings: { sources } }: NextRequest): string {
  const since = base ? `since ${base.name}` : 'so far'
  const { commits } = head.range
  if (commits === 0) return `there is no commit ${since}`
  const isTold = sources.some((source) => source !== 'fragments')
  const nothing = isTold ? `nothing ${since} changes anything for users` : `no fragment ${since} asks for one`
  return `${nothing} (${counted(commits, 'commit')})`
}

function because(bump: Bump, verdicts: readonly Verdict[]): string {
  if (bump === 'none') return 'the prerelease is good'
  const [first] = verdicts
  const others = verdicts.length > 1 ? ` and ${verdicts.length - 1} more` : ''
  const noun = { major: 'a breaking change', minor: 'a feature', patch: 'a change' }[bump]
  const { subject = '', id = '' } = first ?? {}
  return `${noun}: ${shortened(subject)} (${shortId(id)})${others}`
}

/** A paragraph of a fragment may be long; the reason of a version only has to tell which one it is. */
function shortened(subject: string): string {
  if (subject.length <= longestSubject) return subject
  const cut = subject.slice(0, longestSubject).replace(/[\uD800-\uDBFF]$/, '')
  return `${cut.replace(/\s+\S*$/, '')}…`
}
