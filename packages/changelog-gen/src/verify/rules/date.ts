import type { ReleaseSection } from '../../changelog/changelog.ts'
import type { Release } from '../../release.ts'
import { versionKey } from '../../version.ts'
import type { VerifyContext, VerifyRule } from '../rule.ts'

const day = 24 * 60 * 60 * 1000

export const date: VerifyRule = {
  name: 'changelog/date',
  summary: 'The date of a version is that of its tag.',
  why: 'The date says whether a fix was in before or after something happened. One day more or less is no finding: the changelog may have been written in another time zone, or the evening before.',
  severity: 'warning',
  *check({ changelog, history }: VerifyContext) {
    const released = new Map<string, Release[]>()
    for (const release of history.releases) {
      const key = versionKey(release.version ?? '')
      released.set(key, [...(released.get(key) ?? []), release])
    }
    for (const section of changelog.releases) {
      const { heading, date: written, version } = section
      // Where `1.2.0` and `v1.2.0` are two tags, either may be meant.
      const tags = released.get(versionKey(version ?? '')) ?? []
      const tagged = tags.at(-1)
      if (written === undefined || tagged?.date === undefined) continue
      if (tags.some(({ date = '' }) => Math.abs(Date.parse(written) - Date.parse(date)) <= day)) continue
      const start = dateStart(changelog.source, section, written)
      const at = { start, end: start + written.length }
      const message = Number.isNaN(Date.parse(written))
        ? `${written} is no date; the tag ${tagged.tag} is of ${tagged.date}`
        : `${version} is dated ${written}, and its tag ${tagged.tag} ${tagged.date}`
      yield {
        at: start < 0 ? heading : at,
        message,
        ...(start >= 0 && { fix: { safe: true, edits: [{ ...at, text: tagged.date }] } }),
      }
    }
  },
}

function dateStart(source: string, { heading }: ReleaseSection, written: string): number {
  const found = source.slice(heading.start, heading.end).lastIndexOf(written)
  return found < 0 ? -1 : heading.start + found
}
