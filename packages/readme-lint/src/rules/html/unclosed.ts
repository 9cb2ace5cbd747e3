import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { HtmlElement, HtmlTag } from '@frontdoor/markdown/html'
import { htmlNodeOf } from '../../readme/html-node.ts'
import { perDocument } from '../../readme/per-document.ts'
import { defineRule, type Rule } from '../../rule.ts'

/** Elements that a browser opens again in every paragraph until they are closed (HTML Standard, section 13.2.4.3, read 2026-11). */
const formatting = new Set('a b big code em font i s small strike strong tt u'.split(' '))

/** Elements that reach to the end of the page, or of the element around them, if nothing closes them. `<p>`, `<li>` and cells need no end. */
const blocks = new Set(
  'div center table section article blockquote ul ol dl picture sub sup span kbd ins del mark h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
)

export const rule: Rule = defineRule({
  name: 'html/unclosed',
  summary: 'HTML tags that need a closing tag have one.',
  why: 'An element that is not closed goes on: the rest of the page is centred, bold, small or part of a link. It is seen at once on some hosts and not at all on others, which repair it in other places.',
  severity: 'warning',
  *check({ document }) {
    const told = new Set<string>()
    for (const element of document.elements) {
      const { name, open } = element
      if (element.close || told.has(name) || !spreads(document, element)) continue
      // Whatever is not closed behind it is part of the same mistake.
      told.add(name)
      yield {
        at: open,
        message: `This \`<${name}>\` is never closed, so it goes on behind its place: add \`</${name}>\``,
      }
    }
  },
})

function spreads(document: MarkdownDocument, { name, open, parent }: HtmlElement): boolean {
  // An anchor without an address looks the same however far it reaches.
  if (name === 'a') return open.attributes.some((attribute) => attribute.name === 'href')
  if (formatting.has(name)) return true
  if (!blocks.has(name)) return false
  if (/^h[1-6]$/.test(name) && closesOther(document, open)) return false
  // The end of a paragraph ends what is open in it.
  return htmlNodeOf(document, open)?.block === true && !isInClosed(parent)
}

/** The end of an element around it ends it, too. */
function isInClosed(parent: HtmlElement | undefined): boolean {
  for (let one = parent; one; one = one.parent) if (one.close) return true
  return false
}

/** `</h2>` closes `<h1>`, too. */
function closesOther(document: MarkdownDocument, tag: HtmlTag): boolean {
  const headings = headingTags(document)
  return headings[headings.indexOf(tag) + 1]?.kind === 'close'
}

const headingTags = perDocument(({ tags }) => tags.filter(({ name }) => /^h[1-6]$/.test(name)))
