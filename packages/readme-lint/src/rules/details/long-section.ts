import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers } from '@frontdoor/markdown/edit'
import type { Section } from '@frontdoor/markdown/sections'
import { inGenerated } from '../../readme/generated.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { names } from '../../topics/topics.ts'

/** A README that nobody gets through: a quarter of 231 real ones were longer and had no collapsible section (2026-11). */
const longReadme = 15_000

export const rule: Rule = defineRule({
  name: 'details/long-section',
  summary: 'In a long README, what only some readers look up is collapsed or stands in a file of its own.',
  why: 'A table of all options or a long list of questions pushes everything behind it off the screen. In `<details>` it takes one line until somebody wants it.',
  severity: 'info',
  options: {
    lines: { type: 'integer', minimum: 10, default: 200, description: 'How many lines a section may have.' },
  },
  *check({ document, options: { lines } }) {
    if (document.source.length < longReadme || document.elements.some(({ name }) => name === 'details')) return
    const longest = longestSection(document)
    if (!longest || longest.lines <= lines) return
    const { section } = longest
    yield {
      at: { start: section.start, end: section.end },
      message: `The section "${section.title}" has ${longest.lines} lines: collapse them with \`<details>\`, or move them to a file of their own`,
    }
  },
})

/** The longest stretch under one heading, to the next one of whatever depth; installing is for everybody, so never that. */
function longestSection(document: MarkdownDocument): { section: Section; lines: number } | undefined {
  const { sections, source } = document
  return sections
    .map((section, index) => {
      const end = sections[index + 1]?.start ?? source.length
      const lines = document.place(end).line - document.place(section.end).line
      return { section, lines }
    })
    .filter(({ section }) => section.depth > 1 && !names('install', section.title) && !isGenerated(document, section))
    .sort((a, b) => b.lines - a.lines)[0]
}

/** Whoever generates a list of contributors, or the tables of a module's inputs, has chosen how it looks. */
function isGenerated(document: MarkdownDocument, { start: heading, body }: Section): boolean {
  const holds = document.blocks.some((block) => block.close && covers(body, block))
  return holds || inGenerated(document, heading)
}
