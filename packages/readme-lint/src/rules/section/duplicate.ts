import type { Section } from '@frontdoor/markdown/sections'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'section/duplicate',
  summary: 'No two sections beside each other have the same heading.',
  why: 'The second one gets another anchor (`#usage-1`), which changes when the first is renamed, and in an outline nobody can tell them apart. Most often one of them was meant to be merged into the other.',
  severity: 'info',
  *check({ document }) {
    const open: { readonly section: Section; readonly seen: Map<string, Section> }[] = []
    const roots = new Map<string, Section>()
    for (const section of document.sections) {
      while ((open.at(-1)?.section.body.end ?? Number.POSITIVE_INFINITY) <= section.start) open.pop()
      const siblings = open.at(-1)?.seen ?? roots
      open.push({ section, seen: new Map() })
      const key = `${section.depth} ${section.title.toLowerCase()}`
      const first = siblings.get(key)
      if (!first || section.title === '') {
        siblings.set(key, section)
        continue
      }
      const { line } = document.place(first.start)
      yield {
        at: section,
        message: `A second section "${section.title}" (#${section.slug}), as on line ${line}: merge them, or name what is different`,
      }
    }
  },
})
