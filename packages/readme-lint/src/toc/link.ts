import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Section } from '@frontdoor/markdown/sections'
import type { PhrasingContent } from 'mdast'
import { fragmentOf } from '../readme/fragment.ts'
import type { RuleContext } from '../rule.ts'
import { anchorsOf } from './section-anchors.ts'

/** A document and the hosts that show it, whose anchors its links lead to. */
export type Page = Pick<RuleContext, 'document' | 'showings'>

const plain = /^(?:text|inlineCode|emphasis|strong|delete)$/

/** A link to a heading, with the heading's own words: its code and emphasis, but no links and images. */
export function linkTo(section: Section, page: Page): string {
  const { source } = page.document
  const { children, title } = withoutBackLink(section, page.document)
  const [first, last] = [children[0], children.at(-1)]
  const written = first && last && source.slice(rangeOf(first).start, rangeOf(last).end).trimEnd()
  const isPlain = children.every(({ type }) => plain.test(type))
  const words = written && isPlain && isBalanced(written) ? written : title.replaceAll(/[\\`*<>[\]]|\b_|_\b/g, '\\$&')
  // The colon of `:tea:` belongs to the emoji.
  return `[${words.replace(/(?<!:[\w+-]+):$/, '')}](${addressOf(section, page)})`
}

/** A heading without the `[⬆](#contents)` or `[#](#usage)` at its end. */
function withoutBackLink(
  { node, title }: Section,
  document: MarkdownDocument,
): { readonly children: readonly PhrasingContent[]; readonly title: string } {
  const children = node?.children ?? []
  const last = children.at(-1)
  const sign = last?.type === 'link' && children.length > 1 ? document.text(rangeOf(last)).trim() : ''
  if (sign === '' || /[\p{L}\p{N}]/u.test(sign)) return { children, title }
  return { children: children.slice(0, -1), title: title.slice(0, -sign.length).trim() }
}

/** The address of a heading within the page, on the forge. */
export function addressOf(section: Section, { document, showings }: Page): string {
  return fragmentOf(anchorsOf(document, showings).get(section) ?? section.slug)
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
