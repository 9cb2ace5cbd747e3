import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Section } from '@frontdoor/markdown/sections'
import { topOf } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { sectionsAbout, type Topic } from '../../topics/topics.ts'

/** What only those read who have decided to use the project. */
const late: readonly Topic[] = ['license', 'contributing', 'conduct']

export const rule: Rule = defineRule({
  name: 'section/order',
  summary: 'Installation and usage come before contributing and the licence.',
  why: 'Readers scan from the top for how to get and use a project. What is for contributors and lawyers is sought on purpose, and found at the end, where most READMEs have it.',
  severity: 'info',
  rst: true,
  *check({ document }) {
    const first = upper('install', document)[0] ?? upper('usage', document)[0]
    if (!first) return
    for (const topic of late) {
      const section = upper(topic, document).find(({ start }) => start < first.start)
      // A heading may be about both: "Setup for developers".
      if (!section || upper('install', document).includes(section) || upper('usage', document).includes(section))
        continue
      yield {
        at: section,
        message: `"${section.title}" stands before "${first.title}": most readers look for that first, so move this section behind it`,
      }
    }
  },
})

/** Sections of the highest level about a topic. */
function upper(topic: Topic, document: MarkdownDocument): Section[] {
  const { end, depth } = topOf(document)
  // A long heading is about more than its topic: "Push a commit using a token". Han puts no blanks between its words, which have two signs.
  const isPlain = ({ title }: Section) => title.split(/\s+/).length <= 3 && !/\p{Script=Han}{5}/u.test(title)
  return sectionsAbout(topic, document).filter(
    (section) => section.start >= end && section.depth === depth && isPlain(section),
  )
}
