import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { ElementContent } from 'hast'
import type { Link, Text } from 'mdast'
import type { Handler, Handlers } from 'mdast-util-to-hast'
import { element } from './walk.ts'

const component = String.raw`([^[\]|\\\r\n]*)`
const wikiLink = String.raw`\[\[${component}(?:\|${component})?\]\]`

/**
 * Links as a wiki has them: `[[text|address]]`. Where one stands in the place of a text, `[[text]](address)`, the parser sees it first, and the
 * address is a text (kivikakk/comrak, src/parser/inlines.rs, handle_wikilink, 2026-07-21).
 *
 * @param others what is done to links and texts that are none
 */
export function wikiLinks(
  document: MarkdownDocument,
  others: Pick<Record<keyof Handlers, Handler>, 'link' | 'text'>,
): Partial<Handlers> {
  const behind = new RegExp(`^${wikiLink}(\\([^\\r\\n]*\\))$`)
  const inside = new RegExp(wikiLink)
  const written = (node: Link | Text) => document.slice(rangeOf(node))
  return {
    link(state, node: Link, parent) {
      const [, first, second, address] = written(node).startsWith('[[') ? (behind.exec(written(node)) ?? []) : []
      if (first === undefined || address === undefined) return others.link(state, node, parent)
      const open: ElementContent = { type: 'text', value: '(' }
      const shown: Link = { ...node, children: [{ type: 'text', value: address.slice(1, -1) }] }
      const link = others.link(state, shown, parent) as ElementContent
      return [leading(first, second, node), open, link, { type: 'text', value: ')' }]
    },
    text(state, node: Text, parent) {
      // What is escaped is none.
      if (!node.value.includes('[[') || written(node) !== node.value) return others.text(state, node, parent)
      const parts = node.value.split(inside)
      return parts.flatMap((value, index): ElementContent[] => {
        if (index % 3 === 1) return [leading(value, parts[index + 1], node)]
        if (index % 3 === 2 || value === '') return []
        return [others.text(state, { ...node, value }, parent)].flat() as ElementContent[]
      })
    },
  }
}

function leading(first: string, second: string | undefined, { position }: Link | Text): ElementContent {
  const text: ElementContent = { type: 'text', value: first.trim() }
  const link = element('a', { href: (second ?? first).trim() }, [text])
  return position ? { ...link, position } : link
}
