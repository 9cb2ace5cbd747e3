import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Element, ElementContent, Root } from 'hast'
import type { Feature, Host } from '../host.ts'
import { type Alert, alertsOn } from '../shown/alerts.ts'
import { withEmoji } from '../shown/emoji.ts'
import { formula, usesOf } from '../shown/uses.ts'
import type { Origins } from './origins.ts'
import { element, elementsIn, replaceIn, textIn } from './walk.ts'

/** Shows what a host knows beyond CommonMark, in a tree that is filtered: of its own making a host drops nothing. */
export function showFeatures(tree: Root, { document, host, origins }: Showing): void {
  if (isShown(host, 'alert')) showAlerts(tree, alertsOn(host, document), { host, origins })
  if (isShown(host, 'mermaid')) showDiagrams(tree, startsOf(document, 'mermaid'), origins)
  const { emojiInHtml } = host.markup ?? {}
  if (emojiInHtml) showEmoji(tree, emojiInHtml === 'everywhere')
  if (isShown(host, 'math') && usesOf(document, 'math').length > 0) showFormulas(tree)
  if (host.features['task-list'].does === 'dropped') replaceIn(tree, (node) => (isBox(node, origins) ? [] : undefined))
}

interface Showing {
  readonly document: MarkdownDocument
  readonly host: Host
  readonly origins: Origins
}

/** What is not known is taken to be shown. */
function isShown({ features }: Host, feature: Feature): boolean {
  return ['kept', 'rewritten', 'unknown'].includes(features[feature].does)
}

function startsOf(document: MarkdownDocument, feature: Feature): ReadonlySet<number> {
  return new Set(usesOf(document, feature).map(({ start }) => start))
}

function showAlerts(tree: Root, alerts: readonly Alert[], { host, origins }: Omit<Showing, 'document'>): void {
  if (alerts.length === 0) return
  const known = new Map(alerts.map((one) => [one.start, one]))
  const shown = new Set<unknown>()
  for (const quote of elementsIn(tree)) {
    const first = firstParagraph(quote)
    const alert = first && known.get(origins.of(first)?.start ?? -1)
    if (quote.tagName !== 'blockquote' || !first || !alert) continue
    const kind = takeMarker(quote, first, alert)
    if (kind === undefined) continue
    const title = alert.title ?? kind.charAt(0).toUpperCase() + kind.slice(1)
    Object.assign(quote, shapes[host.markup?.alerts ?? 'titled'](quote, { kind, title }))
    shown.add(quote)
    // What points at the marker points at its title, where nothing else is left of its paragraph.
    const above = firstParagraph(quote)
    if (above && !quote.children.includes(first))
      above.properties[origins.property] = first.properties[origins.property]
  }
  if (host.markup?.alerts === 'unboxed')
    replaceIn(tree, (node) => (node.type === 'element' && shown.has(node) ? node.children : undefined))
}

function firstParagraph({ children }: Element): Element | undefined {
  return children.find((child): child is Element => child.type === 'element' && child.tagName === 'p')
}

/** Takes `[!NOTE]` off the first paragraph of a quote, with its title, and the paragraph if nothing is left of it. */
function takeMarker(quote: Element, paragraph: Element, { title }: Alert): string | undefined {
  const [text] = paragraph.children
  const match = text?.type === 'text' ? /^\[!(\w+)\][ \t]*/.exec(text.value) : undefined
  if (text?.type !== 'text' || !match) return undefined
  text.value = text.value.slice(match[0].length)
  if (title !== undefined) paragraph.children = behindLine(paragraph.children)
  takeLineEnd(paragraph)
  if (paragraph.children.length === 0) quote.children = quote.children.filter((child) => child !== paragraph)
  return match[1]?.toLowerCase()
}

/** What goes on over the end of a line is left whole. */
function behindLine(children: readonly ElementContent[]): ElementContent[] {
  const ends = (one: ElementContent) => (one.type === 'text' ? one.value : one.type === 'element' ? textIn(one) : '')
  const index = children.findIndex((one) => isBreak(one) || /[\r\n]/.test(ends(one)))
  const [first, ...rest] = index < 0 ? [] : children.slice(index)
  if (first?.type === 'text') return [{ ...first, value: first.value.replace(/^[^\r\n]*/, '') }, ...rest]
  return first ? [first, ...rest] : []
}

function takeLineEnd(paragraph: Element): void {
  const [first] = paragraph.children
  if (first?.type === 'text') {
    first.value = first.value.replace(/^(?:\r\n|\n|\r)/, '')
    if (first.value === '') paragraph.children.shift()
  }
  if (isBreak(paragraph.children[0])) paragraph.children.shift()
}

function isBreak(one: ElementContent | undefined): boolean {
  return one?.type === 'element' && one.tagName === 'br'
}

const shapes = { admonition, titled: boxed, unboxed: boxed, untitled } as const

type Shape = Pick<Element, 'tagName' | 'properties' | 'children'>

interface Head {
  readonly kind: string
  readonly title: string
}

/** As comrak writes it, and GitHub but for the icon. */
function boxed({ properties, children }: Element, { kind, title }: Head): Shape {
  const className = ['markdown-alert', `markdown-alert-${kind}`]
  return {
    tagName: 'div',
    properties: { className, ...properties },
    children: titled(title, 'markdown-alert-title', children),
  }
}

function untitled(quote: Element, head: Head): Shape {
  return { ...boxed(quote, head), children: quote.children }
}

/** As docutils calls it, and comrak when told to be semantic. */
function admonition({ properties, children }: Element, { kind, title }: Head): Shape {
  const className = ['admonition', kind]
  return {
    tagName: 'aside',
    properties: { className, ...properties },
    children: titled(title, 'admonition-title', children),
  }
}

function titled(title: string, className: string, children: readonly ElementContent[]): ElementContent[] {
  const newline = { type: 'text', value: '\n' } as const
  return [newline, element('p', { className: [className] }, [{ type: 'text', value: title }]), ...children]
}

/** The form that the script of mermaid looks for. Here no script draws it. */
function showDiagrams(tree: Root, starts: ReadonlySet<number>, origins: Origins): void {
  if (starts.size === 0) return
  for (const block of elementsIn(tree)) {
    if (block.tagName !== 'pre' || !starts.has(origins.of(block)?.start ?? -1)) continue
    block.children = [{ type: 'text', value: textIn(block) }]
    block.properties = { className: ['mermaid'], ...block.properties }
  }
}

const untouched = new Set(['code', 'pre', 'tt', 'kbd', 'samp'])

function isUntouched(parent: Root | Element): boolean {
  return 'tagName' in parent && untouched.has(parent.tagName)
}

/** In Markdown they are shown already. */
function showEmoji(tree: Root, inCode: boolean): void {
  replaceIn(tree, (node, parent) => {
    if (node.type === 'text' && (inCode || !isUntouched(parent))) node.value = withEmoji(node.value)
    return undefined
  })
}

/** The form that scripts of KaTeX and MathJax are told to look for. Here no script sets it. */
function showFormulas(tree: Root): void {
  replaceIn(tree, (node, parent) => {
    if (node.type !== 'text' || !node.value.includes('$')) return undefined
    return isUntouched(parent) ? undefined : withFormulas(node.value)
  })
}

function withFormulas(text: string): ElementContent[] {
  const parts: ElementContent[] = []
  let from = 0
  for (const { index, 0: match } of text.matchAll(formula)) {
    const display = match.startsWith('$$')
    const source = match.replaceAll(/^\$\$?|\$\$?$/g, '')
    const className = ['language-math', display ? 'math-display' : 'math-inline']
    parts.push({ type: 'text', value: text.slice(from, index) })
    parts.push(element('code', { className }, [{ type: 'text', value: source }]))
    from = index + match.length
  }
  return [...parts, { type: 'text', value: text.slice(from) }]
}

/** A box that Markdown made: one that is written as HTML has an origin. */
function isBox(node: Element | { type: 'text' }, origins: Origins): boolean {
  return node.type === 'element' && node.tagName === 'input' && origins.of(node) === undefined
}
