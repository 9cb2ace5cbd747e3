import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Section } from '@frontdoor/markdown/sections'
import type { RuleContext } from '../rule.ts'
import { anchorsOf } from './section-anchors.ts'

/** A document and the hosts that show it, whose anchors its links lead to. */
export type Page = Pick<RuleContext, 'document' | 'showings'>

/** A link to a heading, with the heading's own words: its code and emphasis, but no links and images. */
export function linkTo(section: Section, page: Page): string {
  const { node, title } = section
  const { source } = page.document
  const plain = /^(?:text|inlineCode|emphasis|strong|delete)$/
  const [first, last] = [node?.children[0], node?.children.at(-1)]
  const written = first && last && source.slice(rangeOf(first).start, rangeOf(last).end)
  const isPlain = node?.children.every(({ type }) => plain.test(type))
  const words = written && isPlain && isBalanced(written) ? written : title.replaceAll(/[\\`*_<>[\]]/g, '\\$&')
  return `[${words}](#${anchorOf(section, page)})`
}

/** The anchor of a heading on the forge. */
export function anchorOf(section: Section, { document, showings }: Page): string {
  return anchorsOf(document, showings).get(section) ?? section.slug
}

/** True where every bracket has its counterpart, so that none of them ends the text of a link. */
function isBalanced(text: string): boolean {
  let open = 0
  for (const [sign] of text.matchAll(/[[\]]/g)) {
    open += sign === '[' ? 1 : -1
    if (open < 0) return false
  }
  return open === 0
}
