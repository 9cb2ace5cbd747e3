import { printable } from '@frontdoor/kit/terminal'
import { counted } from '@frontdoor/kit/text/counted'
import { shortId } from '../change.ts'
import type { Format } from '../formats/format.ts'
import type { Revert } from '../message/revert.ts'
import type { Verdict } from '../model/assemble.ts'
import type { ReleaseHead } from '../model/judged.ts'
import type { OmissionReason } from '../release.ts'
import { headingOf } from '../renderers/groups.ts'

/** A verdict and the release that it belongs to. */
export interface Explained {
  readonly release: ReleaseHead
  readonly verdict: Verdict
  /** Headings that list it in the changelog. */
  readonly headings: readonly string[]
}

/** Headings that list a change in the changelog. */
export function headingsOf(verdict: Verdict, format: Format): string[] {
  return [...new Set(verdict.listed.map((category) => headingOf(category, verdict, format)))]
}

const reasons: Readonly<Record<OmissionReason, string>> = {
  merge: 'a merge, whose commits speak for themselves',
  duplicate: 'the same change as',
  reverted: 'taken back by',
  revert: 'takes back',
  release: 'makes a release and changes nothing',
  fragment: 'described by',
  fixup: 'was meant to be folded into another commit',
  category: 'its category is hidden:',
  skipped: 'somebody asked to leave it out',
  path: 'touches nothing of the package',
  source: 'entries are not made of commits (sources)',
  folded: 'part of the dependency in',
}

/** What became of a change, in words; one line where it is one of many. */
export function explanation(explained: Explained, isBrief: boolean): string {
  return `${(isBrief ? brief(explained) : whole(explained)).map(printable).join('\n')}\n`
}

function brief(explained: Explained): string[] {
  const { release, verdict } = explained
  return [`${shortId(verdict.id)}  ${release.tag ?? 'unreleased'}  ${outcome(explained)}  ${verdict.subject}`]
}

function whole(explained: Explained): string[] {
  const { release, verdict } = explained
  const { id, subject, type, scope, breaking, category, bump, pr, revert } = verdict
  const { from, commits } = release.range
  const read = [
    type && `type ${type}`,
    scope && `scope ${scope}`,
    breaking && 'breaking',
    pr !== undefined && `pull request #${pr}`,
    revert?.isSure && `a revert of ${targetOf(revert)}`,
  ]
  const many = counted(commits, 'commit')
  const since = from ? `${many} since ${from.tag}` : `${many}, the first release`
  return [
    `${shortId(id)} ${subject}`,
    `  release  ${release.tag ?? 'not yet'}${release.package ? ` of ${release.package}` : ''} (${since})`,
    `  read as  ${read.filter(Boolean).join(', ') || 'free text, no type'}`,
    `  verdict  ${outcome(explained)}`,
    ...(category ? [`  decided  by category ${JSON.stringify(category.title)} (${category.source})`] : []),
    `  version  ${bump === 'none' ? 'moves none' : `at least the next ${bump} version`}`,
  ]
}

/** What a revert takes back, as it says so. */
function targetOf({ shas, prs, header, isPartial }: Revert): string {
  const names = [...shas.map((sha) => sha.slice(0, 10)), ...prs.map((pr) => `#${pr}`)]
  return `${isPartial ? 'a part of ' : ''}${names.join(', ') || JSON.stringify(header)}`
}

/** Where a change is listed, or why it is left out. */
export function outcome({ headings, verdict: { reason, partner } }: Pick<Explained, 'headings' | 'verdict'>): string {
  if (reason === 'category' && partner === undefined) return 'left out: no category takes it'
  if (reason === undefined) return `listed in ${headings.map((title) => JSON.stringify(title)).join(', ')}`
  return `left out: ${reasons[reason]}${partner === undefined ? '' : ` ${shortId(partner)}`}`
}

/** One line of `--format json`; every field is always there but `section` and `reason`, of which there is one. */
export function lineOf({ release, verdict, headings }: Explained): object {
  const { commit, id, type = null, scope = null, breaking, listed, reason, partner } = verdict
  const isListed = listed.length > 0
  return {
    ...(commit ? { sha: id } : { fragment: id }),
    release: release.tag ?? null,
    ...(release.package && { package: release.package }),
    type,
    scope,
    breaking,
    verdict: isListed ? 'listed' : 'omitted',
    ...(isListed && {
      section: headings.join(', '),
      category: [...new Set(listed.map(({ title }) => title))].join(', '),
    }),
    ...(reason && { reason }),
    ...(partner && !isListed && { partner }),
  }
}
