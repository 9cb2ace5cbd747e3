import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Range } from '@frontdoor/markdown/edit'
import type { Link } from '@frontdoor/markdown/links'
import { rangeOf } from '@frontdoor/markdown/nodes'
import { missingAt, topOf } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { sectionsAbout } from '../../topics/topics.ts'

export const rule: Rule = defineRule({
  name: 'section/features',
  summary: 'The README lists what it can do: a section "Features", or a list near the top.',
  why: 'A reader compares projects by what they can do. A list of key features takes ten seconds to read; without one the reader has to guess it from the table of contents. In the profile `app`; elsewhere switch it on in the config.',
  severity: 'info',
  rst: true,
  *check({ document }) {
    if (hasFeatures(document) || document.sections.length === 0) return
    yield {
      at: missingAt(document),
      message:
        'Nothing lists what this project can do: add a section "Features", or a list of key features near the top',
    }
  },
})

/** True for a section about features, and for a list or table of three and more lines before the second section. */
export function hasFeatures(document: MarkdownDocument): boolean {
  if (sectionsAbout('features', document).length > 0) return true
  const { nodes, sections, links } = document
  const top = topOf(document)
  const second = sections.filter(({ start, depth }) => start >= top.end && depth <= top.depth)[1]
  const end = second?.start ?? document.source.length
  return [...nodes.of('list'), ...nodes.of('table')].some(
    ({ node }) =>
      node.children.length >= 3 && rangeOf(node).end <= end && !isContents(links, rangeOf(node), node.children.length),
  )
}

/** A list of links within the page is a table of contents. */
function isContents(links: readonly Link[], list: Range, items: number): boolean {
  return links.filter((link) => link.url.startsWith('#') && covers(list, link)).length >= items
}
