import type { Edit } from '@frontdoor/markdown/edit'
import type { Section } from '@frontdoor/markdown/sections'
import { missingAt, topOf } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { linkTo, type Page } from '../../toc/link.ts'
import { tocOf } from '../../toc/toc.ts'
import { sectionsAbout } from '../../topics/topics.ts'

export const rule: Rule = defineRule({
  name: 'toc/missing',
  summary: 'A long README has a table of contents.',
  why: 'GitHub hides its outline behind a button, and npm and PyPI have none. A reader who does not see on the first screens that a README answers the question does not scroll through ten more.',
  severity: 'info',
  options: {
    lines: {
      type: 'integer',
      minimum: 1,
      default: 300,
      description: 'How many lines a README has at least before it needs one.',
    },
    sections: {
      type: 'integer',
      minimum: 2,
      default: 8,
      description: 'How many sections of the highest level it has at least.',
    },
  },
  *check(context) {
    const { document, options } = context
    const { end, depth } = topOf(document)
    const upper = document.sections.filter(
      (section) => section.depth === depth && section.start >= end && section.title !== '',
    )
    const { line } = document.place(document.source.length)
    if (line < options.lines || upper.length < options.sections || hasContents(context)) return
    const edit = insertion(context, upper)
    yield {
      at: missingAt(document),
      message: `${line} lines in ${upper.length} sections, and no table of contents: add a list of links to the sections below the first lines`,
      ...(edit && { fix: { safe: false, edits: [edit] } }),
    }
  },
})

/** A table, a row of links within the page, or what a forge replaces by a table. */
function hasContents({ document, showings }: Page): boolean {
  if (tocOf(document, showings) || sectionsAbout('contents', document).length > 0) return true
  const inPage = document.links.filter(
    ({ url, kind }) => url.startsWith('#') && url.length > 1 && kind !== 'definition',
  )
  if (inPage.length >= 5) return true
  return /^\s*\[(?:\[_?TOC_?\]|TOC)\]\s*$/im.test(document.source)
}

function insertion(page: Page, upper: readonly Section[]): Edit | undefined {
  const [first] = upper
  if (!first?.node || first.start !== topOf(page.document).end) return undefined
  const { start, depth } = first
  const items = upper.map((section) => `- ${linkTo(section, page)}`)
  const lines = [`${'#'.repeat(depth)} Contents`, '', ...items, '', '']
  return { start, end: start, text: lines.join(page.document.eol) }
}
