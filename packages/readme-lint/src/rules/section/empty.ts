import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { Section } from '@frontdoor/markdown/sections'
import { defineRule, type Rule } from '../../rule.ts'
import { topOf } from '../../top.ts'

export const rule: Rule = defineRule({
  name: 'section/empty',
  summary: 'A heading has something below it.',
  why: 'A heading with nothing below it is a promise that was forgotten: a template that was not filled in, a generator that failed, or text that was moved away. Readers of the table of contents jump to it in vain.',
  severity: 'warning',
  *check({ document }) {
    const { sections } = document
    const { title, end } = topOf(document)
    for (const [index, section] of sections.entries()) {
      // The title, and a line below it that is written as a heading.
      if (section === title || section.depth === 1 || section.start < end || index === 0) continue
      if (isTagline(section, sections[index - 1], title) || saysItself(document, section)) continue
      if (isBlank(document, section.body)) {
        yield {
          at: section,
          message: `Nothing stands below "${section.title}": fill the section in, or take the heading out`,
        }
      }
    }
  },
})

/** The first heading right below the title often is a sentence about the project. */
function isTagline({ title }: Section, before: Section | undefined, first: Section | undefined): boolean {
  return before !== undefined && before === first && title.split(/\s+/).length > 3
}

/** A heading that is a link leads to what it promises, a signature is what it documents, and one without words is decoration. */
function saysItself({ links }: MarkdownDocument, { start, end, title }: Section): boolean {
  return /^$|\w\(.*\)/.test(title) || links.some((link) => link.start >= start && link.end <= end)
}

/** Tags that show something without any text. */
const shows = new Set('img picture svg video audio iframe object embed input table canvas math'.split(' '))

function isBlank(document: MarkdownDocument, body: Range): boolean {
  const { tags, links, sections } = document
  const within = ({ start, end }: Range) => body.start <= start && end <= body.end
  if (sections.some(within) || document.text(body).trim() !== '') return false
  if (tags.some((tag) => shows.has(tag.name) && within(tag))) return false
  return !links.some((link) => link.kind !== 'definition' && within(link))
}
