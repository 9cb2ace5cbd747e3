import { pointsElsewhere } from '@frontdoor/kit/project/moved-changelog'
import type { RuleFinding } from '@frontdoor/kit/report'
import { placeFinder } from '@frontdoor/markdown/place'
import { type Changelog, type ReleaseSection, readChangelog } from '../changelog/changelog.ts'
import { type Item, readSection } from '../changelog/items.ts'
import type { Release } from '../release.ts'
import type { VerifyContext } from './rule.ts'
import { verifyRules } from './rules.ts'

/** What is checked against, which does not change with the text. */
export type Expected = Omit<VerifyContext, 'changelog' | 'items' | 'line'> & Pick<Changelog, 'coming'>

/** What there is to say about the text of a changelog, sorted by start, then rule. */
export async function verify(source: string, expected: Expected): Promise<RuleFinding[]> {
  const context = contextOf(source, expected)
  const { releases, unreleased } = context.changelog
  // Before the first release, what is unreleased is all there can be.
  if (releases.length === 0 && !unreleased) {
    if (pointsElsewhere(source)) return []
    return [
      {
        at: { start: 0, end: 0 },
        rule: 'changelog/empty',
        severity: 'warning',
        message: 'No heading of a release here, such as "## [1.2.3] - 2026-01-02"',
      },
    ]
  }
  const findings: RuleFinding[] = []
  for (const { name, severity, check } of verifyRules) {
    for await (const finding of check(context)) findings.push({ ...finding, rule: name, severity })
  }
  return findings.toSorted((a, b) => a.at.start - b.at.start || (a.rule < b.rule ? -1 : Number(a.rule > b.rule)))
}

function contextOf(source: string, { coming, ...expected }: Expected): VerifyContext {
  const changelog = readChangelog(source, { coming })
  const place = placeFinder(source)
  const read = new Map<ReleaseSection, readonly Item[]>()
  return {
    ...expected,
    history: { ...expected.history, releases: asListed(expected.history.releases, changelog) },
    changelog,
    line: (offset) => place(offset).line,
    items: (section) => {
      const items = read.get(section) ?? readSection(changelog, section).items
      read.set(section, items)
      return items
    },
  }
}

/** Calls a release that is tagged as a build, `1.2.3+4`, as its section does: 1.2.3. */
function asListed(releases: readonly Release[], { releases: sections }: Changelog): readonly Release[] {
  const listed = new Set(sections.map(({ version }) => version))
  const tagged = new Set(releases.map(({ version }) => version))
  return releases.map((release) => {
    const plain = release.version?.replace(/\+.*/, '')
    const isOther = plain === release.version || listed.has(release.version) || tagged.has(plain)
    return plain !== undefined && !isOther && listed.has(plain) ? { ...release, version: plain } : release
  })
}
