import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Section } from '@frontdoor/markdown/sections'
import { linksIn } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'section/duplicate',
  summary: 'No two sections beside each other have the same heading.',
  why: 'The second one gets another anchor (`#usage-1`), which changes when the first is renamed, and in an outline nobody can tell them apart. Most often one of them was meant to be merged into the other. Three and more with one heading are a pattern, and meant so.',
  severity: 'info',
  rst: true,
  *check({ document }) {
    for (const [first, second, ...more] of siblings(document).values()) {
      if (!first || !second || more.length > 0 || isIndex(document, first)) continue
      const { line } = document.place(first.start)
      yield {
        at: second,
        message: `A second section "${second.title}" (#${second.slug}), as on line ${line}: merge them, or name what is different`,
      }
    }
  },
})

/** Sections of one depth below one parent and with one title, together. */
function siblings({ sections }: MarkdownDocument): Map<string, Section[]> {
  const groups = new Map<string, Section[]>()
  const open: Section[] = []
  for (const section of sections) {
    while ((open.at(-1)?.body.end ?? Number.POSITIVE_INFINITY) <= section.start) open.pop()
    const key = `${open.at(-1)?.start ?? ''} ${section.depth} ${section.title.toLowerCase()}`
    open.push(section)
    const group = groups.get(key)
    if (group) group.push(section)
    else if (section.title !== '') groups.set(key, [section])
  }
  return groups
}

/** A part of a table of contents that has the headings of the parts below: mostly links. */
function isIndex(document: MarkdownDocument, { body }: Section): boolean {
  const linked = linksIn(document, body).reduce((sum, { text }) => sum + text.length, 0)
  return linked > 0 && linked >= document.text(body).trim().length * 0.4
}
