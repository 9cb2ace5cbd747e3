import { hasMoved, pointsElsewhere } from '@frontdoor/kit/project/moved-changelog'
import type { Edit } from '@frontdoor/markdown/edit'
import { seriesFinder } from '../../changelog/series.ts'
import type { Release } from '../../release.ts'
import { isBetween, parseVersion, versionKey } from '../../version.ts'
import { compareVersionTexts } from '../../version-order.ts'
import { bodyOf, titledOf } from '../../writing/context.ts'
import { sectionBlocks } from '../../writing/released.ts'
import type { VerifyContext, VerifyRule } from '../rule.ts'

export const missingRelease: VerifyRule = {
  name: 'changelog/missing-release',
  summary: 'Every version that has a tag has a section.',
  why: 'Whoever upgrades reads the changelog from the version they have to the one they want. A version that is missing there looks like one that changed nothing. Versions older than the oldest section are not asked for, nor those that are newer than a changelog that says where it has moved, nor those of a series whose section only leads to another changelog, nor patches where all sections are of series (`7.1`), and prereleases only where the changelog lists some of their kind (`rc`, `beta`), and not the version that they led to without them.',
  severity: 'error',
  async *check(context) {
    const { changelog, history } = context
    if (changelog.releases.length === 0) return
    const at = { start: changelog.releases[0]?.start ?? 0, end: changelog.releases[0]?.heading.end ?? 0 }
    for (const release of missing(context)) {
      const message = `No section for ${release.version}, which was released as ${release.tag}${release.date ? ` on ${release.date}` : ''}`
      yield { at, message, fix: { safe: true, edits: [await insertion(context, release, history.releases)] } }
    }
  },
}

function missing({ changelog, history }: VerifyContext): Release[] {
  const { source, releases } = changelog
  const listed = new Set(releases.map(({ version = '' }) => versionKey(version)))
  const isOfSeries = seriesFinder(changelog, history.releases)
  const tagged = history.releases.flatMap(({ version = '' }) => (listed.has(versionKey(version)) ? version : []))
  const [oldest] = tagged.toSorted(compareVersionTexts)
  const prereleases = releases.flatMap(({ version }) => (version?.includes('-') ? coreOf(version) : []))
  const [newest] = releases
    .flatMap(({ version }) => (version?.includes('-') ? [] : (version ?? [])))
    .toSorted(newestFirst)
  const isAhead = (version: string) => newest === undefined || compareVersionTexts(version, newest) > 0
  const kinds = new Set(releases.map(({ version = '' }) => kindOf(version)))
  const isAsked = (version: string) =>
    kinds.has(kindOf(version)) &&
    (prereleases.includes(coreOf(version)) || (prereleases.length > 0 && isAhead(version)))
  const elsewhere = releases.flatMap(({ version = '', body }) =>
    /^\d+\.\d+$/.test(version) && pointsElsewhere(source.slice(body.start, body.end)) ? version : [],
  )
  const isToldElsewhere = hasMoved(source) ? isAhead : () => false
  return history.releases.filter(
    ({ version, prerelease }) =>
      version !== undefined &&
      !isToldElsewhere(version) &&
      !listed.has(versionKey(version)) &&
      oldest !== undefined &&
      compareVersionTexts(version, oldest) > 0 &&
      !isOfSeries(version) &&
      !isStep(version) &&
      !elsewhere.some((series) => version.startsWith(`${series}.`)) &&
      (!prerelease || isAsked(version)),
  )
}

function newestFirst(one: string, other: string): number {
  return compareVersionTexts(other, one)
}

/** What R tags between two releases is told of with the second. */
function isStep(text: string): boolean {
  const version = parseVersion(text)
  return version !== undefined && isBetween(version)
}

/** The version that a prerelease leads to. */
function coreOf(version: string): string {
  return versionKey(version.replace(/[-+].*|(?<=\d)[a-z].*/i, ''))
}

/** The words of a prerelease: `rc` of `2.0.0-rc.1`, and `rc dev` of the build `2.0.0-rc.1-dev.4` on the way to the next. */
function kindOf(version: string): string {
  return versionKey(version)
    .replace(/\+.*/, '')
    .replaceAll(/[\d.-]+/g, ' ')
    .trim()
}

/** Before the section of the next older release that has one, which is there: nothing older is asked for. */
async function insertion(context: VerifyContext, release: Release, all: readonly Release[]): Promise<Edit> {
  const { changelog } = context
  const older = all.slice(all.indexOf(release) + 1).map(({ version }) => version)
  const place = older.map((version) => changelog.releases.find((one) => one.version === version)).find(Boolean)
  const at = place?.start ?? changelog.releases[0]?.start ?? 0
  const body = await bodyOf(context, release)
  const blocks = sectionBlocks(context, titledOf(release), body.trimEnd())
  return { start: at, end: at, text: blocks.map((block) => block + changelog.eol + changelog.eol).join('') }
}
