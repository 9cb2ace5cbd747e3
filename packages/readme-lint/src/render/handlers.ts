import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { ElementContent } from 'hast'
import type { Code, Delete, Link, List, ListItem, Paragraph, Parents, Text, Yaml } from 'mdast'
import { defaultHandlers, type Handler, type Handlers, type State } from 'mdast-util-to-hast'
import type { Host } from '../host.ts'
import { withEmoji } from '../shown/emoji.ts'
import { emojiHeld } from '../shown/feature-state.ts'
import { element } from './walk.ts'
import { wikiLinks } from './wiki-links.ts'

/** What becomes of nodes in Markdown on a host, where it is not what most make of them. */
export function markdownHandlers(document: MarkdownDocument, host: Host): Partial<Handlers> {
  return {
    listItem: listItems(),
    code: (state: State, node: Code) => code(state, node),
    text: texts(document, host),
    paragraph: (state: State, node: Paragraph) =>
      node.data?.bare ? state.all(node) : defaultHandlers.paragraph(state, node),
    link: links(document, host),
    ...(host.markup?.wikiLinks && wikiLinks(document, { link: links(document, host), text: texts(document, host) })),
    ...(host.markup?.frontMatter === 'code' && { yaml: frontMatter, toml: frontMatter }),
    ...(host.markup?.scripts === 'both' && { delete: (state: State, node: Delete) => lowered(state, node, document) }),
    ...(host.markup?.noStrikethrough && { delete: (state: State, node: Delete) => literal(state, node, document) }),
  }
}

/** The default asks all items of a list whether they stand apart, and again for each of them; here a list is asked once. */
function listItems(): Handler {
  const known = new WeakMap<List, List>()
  const answered = (list: List): List => {
    const last = list.children.at(-1)
    const isSpread = list.spread === true && list.children.length > 1
    const spread = isSpread || list.children.some((item) => (item === last ? spreadLast(item) : item.spread))
    return { ...list, spread, children: [] }
  }
  return (state, node: ListItem, parent) => {
    const list = known.get(parent as List) ?? answered(parent as List)
    known.set(parent as List, list)
    return defaultHandlers.listItem(state, node, list)
  }
}

/** A blank line above definitions sets nothing apart that is seen. */
function spreadLast({ spread, children }: ListItem): boolean {
  return Boolean(spread) && children.filter(({ type }) => type !== 'definition').length > 1
}

/** As HTML is parsed later, a line ending behind `<pre>` goes, even where `<code>` stands between. */
function code(state: State, node: Code): ReturnType<typeof defaultHandlers.code> {
  return defaultHandlers.code(state, { ...node, value: node.value.replace(/^\n/, '\n\n') })
}

function frontMatter(state: State, { type, value }: Yaml): ReturnType<typeof code> {
  return code(state, { type: 'code', lang: type, value })
}

function texts(document: MarkdownDocument, host: Host): Handler {
  // Where it is not known, what is written by name is taken to be shown.
  const hasEmoji = ['kept', 'unknown'].includes(host.features['emoji-shortcode'].does)
  const isHeld = emojiHeld(host, document)
  const written = (node: Text) =>
    hasEmoji && isHeld?.(node) !== false ? { ...node, value: withEmoji(node.value) } : node
  if (!host.markup?.scripts) return (state, node: Text) => defaultHandlers.text(state, written(node))
  return (state, node: Text) => raised(state, written(node), document)
}

/** kivikakk/comrak, run with its extension `superscript`, 2026-11-26. */
function raised(state: State, node: Text, { source }: MarkdownDocument): ElementContent[] {
  const { start, end } = rangeOf(node)
  const isPlain = !node.value.includes('^') || source.slice(start, end).includes('\\^')
  const parts = isPlain ? [node.value] : node.value.split(/\^(?!\s)([^^]*[^\s^])\^/)
  return parts.flatMap((value, index): ElementContent[] => {
    const text = defaultHandlers.text(state, { ...node, value }) as ElementContent
    return index % 2 === 0 ? (value === '' ? [] : [text]) : [element('sup', {}, [text])]
  })
}

function lowered(state: State, node: Delete, { source }: MarkdownDocument): ReturnType<Handler> {
  if (source.startsWith('~~', rangeOf(node).start)) return defaultHandlers.delete(state, node)
  return element('sub', {}, state.all(node) as ElementContent[])
}

/** An address that stands in the text as it is may be no more than text. */
function links({ source, tree }: MarkdownDocument, { markup }: Host): Handler {
  const bareLinks = tree.data?.rst ? undefined : markup?.bareLinks
  const isText = (node: Link) => {
    const { start } = rangeOf(node)
    const isBare = !'<['.includes(source.charAt(start))
    return isBare && !isRead[bareLinks ?? 'none'](node, source.charAt(start - 1))
  }
  return (state, node: Link) => (bareLinks && isText(node) ? state.all(node) : defaultHandlers.link(state, node))
}

const isRead = { none: () => false, scheme: hasScheme, comrak: isReadByComrak } as const

/** A mail needs none. */
function hasScheme({ url, children: [child] }: Link): boolean {
  return url.startsWith('mailto:') || (child?.type === 'text' && !child.value.toLowerCase().startsWith('www.'))
}

/** kivikakk/comrak, src/parser/autolink.rs (check_domain, www_match), 2026-11-26. */
function isReadByComrak({ url, children: [child] }: Link, before: string): boolean {
  const hasDot = /^[^:]*:(?:\/\/)?[^/?#]*[.@]/.test(url)
  const isWord = child?.type === 'text' && child.value.toLowerCase().startsWith('www.')
  return hasDot && (!isWord || /^[\s*_~([]?$/.test(before))
}

/** With the marks that it is written with. */
function literal(state: State, node: Delete & Parents, { source }: MarkdownDocument): ElementContent[] {
  const { start } = rangeOf(node)
  const mark = { type: 'text', value: source.startsWith('~~', start) ? '~~' : '~' } as const
  return [mark, ...(state.all(node) as ElementContent[]), mark]
}
