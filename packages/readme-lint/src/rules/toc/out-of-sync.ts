import { isAwesome } from '@frontdoor/kit/project/awesome'
import type { Section } from '@frontdoor/markdown/sections'
import { squeeze } from '../../readme/squeeze.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'
import { type Drift, driftOf } from '../../toc/drift.ts'
import { syncToc } from '../../toc/fix.ts'
import { byGenerator, quotedTitles } from '../../toc/say.ts'
import { type Toc, tocOf } from '../../toc/toc.ts'
import { names, sectionsAbout } from '../../topics/topics.ts'

export const rule: Rule = defineRule({
  name: 'toc/out-of-sync',
  summary: 'The table of contents has the headings that there are, in their order.',
  why: 'A table of contents is the first thing to rot: a heading is added, renamed or moved, and nobody thinks of the list at the top. Who reads it misses what is not there. Entries that lead nowhere are told by `link/dead-anchor`. Only headings whose siblings are mostly listed count as missing; a table that a generator writes is not edited.',
  severity: 'warning',
  *check(context) {
    const { document, showings } = context
    const toc = tocOf(document, showings)
    const drift = toc && driftOf(document, toc, closingOf(context, toc))
    if (!toc || !drift) return
    const { lacking, edit } = syncToc(context, toc, drift)
    // Entries that lead nowhere are told by `link/dead-anchor`.
    const differs = differences({ ...drift, missing: lacking }, toc)
    if (differs === '') return
    const first = toc.entries[0]?.item ?? toc
    yield {
      at: { start: first.start, end: first.end },
      message: `The table of contents ${differs}${byGenerator(toc)}`,
      ...(edit && { fix: { safe: true, edits: [edit] } }),
    }
  },
})

/** Topics that a page ends with. */
const closing = ['contributing', 'license', 'changelog', 'conduct', 'sponsors'] as const

/**
 * What a page ends with, where the table has nothing of it: an author who has left out two such sections did so on purpose. The guidelines of
 * awesome lists leave out what is not a part of the list.
 */
function closingOf({ document, project }: RuleContext, { entries, block }: Toc): Section[] {
  const sections = [...new Set(closing.flatMap((topic) => sectionsAbout(topic, document)))]
  if (isAwesome(project)) return sections
  const titles = entries.flatMap(({ section, link }) => section?.title ?? link?.text ?? [])
  const isListed = titles.some((title) => closing.some((topic) => names(topic, title)))
  return isListed || block || sections.length < 2 ? [] : sections
}

function differences({ missing, dead, misplaced }: Drift, toc: Toc): string {
  const lost = dead.map(({ link }) => link?.text ?? '')
  // An entry whose anchor is wrong is there: its heading lacks none.
  const there = new Set(lost.map(squeeze))
  const titles = missing.map(({ title }) => title).filter((title) => !there.has(squeeze(title)))
  const astray = titles.filter((title) => leadsElsewhere(toc, squeeze(title)))
  const lacking = titles.filter((title) => !astray.includes(title))
  const parts = [
    lacking.length > 0 ? `lacks ${quotedTitles(lacking)}` : '',
    astray.length > 0 ? `leads elsewhere with ${quotedTitles(astray)}` : '',
    missing.length + dead.length === 0 && misplaced
      ? `has "${misplaced.section?.title}" in another place than the page`
      : '',
  ]
  return parts.filter((part) => part !== '').join(' and ')
}

/** True where an entry of these words leads to a heading of others, or to the title of the page, which is called the same. */
function leadsElsewhere({ entries, start }: Toc, words: string): boolean {
  return entries.some(
    ({ link, section }) =>
      section && squeeze(link?.text ?? '') === words && (section.start < start || squeeze(section.title) !== words),
  )
}
