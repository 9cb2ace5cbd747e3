import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Element, ElementContent, Root } from 'hast'
import type { Feature, Host } from '../host.ts'
import { withEmoji } from '../shown/emoji.ts'
import { formula, usesOf } from '../shown/uses.ts'
import type { Origins } from './origins.ts'
import { element, elementsIn, replaceIn, textIn } from './walk.ts'

/** Shows what a host knows beyond CommonMark, in a tree that is filtered: of its own making a host drops nothing. */
export function showFeatures(tree: Root, { document, host, origins }: Showing): void {
  if (isShown(host, 'alert')) showAlerts(tree, startsOf(document, 'alert'), { host, origins })
  if (isShown(host, 'mermaid')) showDiagrams(tree, startsOf(document, 'mermaid'), origins)
  if (host.markup?.emojiInHtml) showEmoji(tree)
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

function showAlerts(tree: Root, starts: ReadonlySet<number>, { host, origins }: Omit<Showing, 'document'>): void {
  if (starts.size === 0) return
  const shown = new Set<unknown>()
  for (const quote of elementsIn(tree)) {
    const first = quote.children.find((child) => child.type === 'element' && child.tagName === 'p') as
      | Element
      | undefined
    const marker = first && origins.of(first)?.start
    if (quote.tagName !== 'blockquote' || !first || marker === undefined || !starts.has(marker)) continue
    const kind = takeMarker(quote, first)
    if (kind === undefined) continue
    Object.assign(quote, shapes[host.markup?.alerts ?? 'titled'](quote, kind))
    shown.add(quote)
    // What points at the marker points at its title, where nothing else is left of its paragraph.
    const title = quote.children.find((child) => child.type === 'element' && child.tagName === 'p') as
      | Element
      | undefined
    if (title && !quote.children.includes(first))
      title.properties[origins.property] = first.properties[origins.property]
  }
  if (host.markup?.alerts === 'unboxed')
    replaceIn(tree, (node) => (node.type === 'element' && shown.has(node) ? node.children : undefined))
}

/** Takes `[!NOTE]` off the first paragraph of a quote, and the paragraph if nothing is left of it. */
function takeMarker(quote: Element, paragraph: Element): string | undefined {
  const [text] = paragraph.children
  const match = text?.type === 'text' ? /^\[!(\w+)\][ \t]*(?:\r\n|\n|\r)?/.exec(text.value) : undefined
  if (text?.type !== 'text' || !match) return undefined
  text.value = text.value.slice(match[0].length)
  if (text.value === '') paragraph.children.shift()
  const isBreak = ([one]: readonly ElementContent[]) => one?.type === 'element' && one.tagName === 'br'
  if (isBreak(paragraph.children)) paragraph.children.shift()
  if (paragraph.children.length === 0) quote.children = quote.children.filter((child) => child !== paragraph)
  return match[1]?.toLowerCase()
}

const shapes = { admonition, titled: alert, unboxed: alert, untitled } as const

type Shape = Pick<Element, 'tagName' | 'properties' | 'children'>

/** As comrak writes it, and GitHub but for the icon. */
function alert({ properties, children }: Element, kind: string): Shape {
  const className = ['markdown-alert', `markdown-alert-${kind}`]
  return {
    tagName: 'div',
    properties: { className, ...properties },
    children: titled(kind, 'markdown-alert-title', children),
  }
}

function untitled(quote: Element, kind: string): Shape {
  return { ...alert(quote, kind), children: quote.children }
}

/** As docutils calls it, and comrak when told to be semantic. */
function admonition({ properties, children }: Element, kind: string): Shape {
  const className = ['admonition', kind]
  return {
    tagName: 'aside',
    properties: { className, ...properties },
    children: titled(kind, 'admonition-title', children),
  }
}

function titled(kind: string, className: string, children: readonly ElementContent[]): ElementContent[] {
  const title = kind.charAt(0).toUpperCase() + kind.slice(1)
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
function showEmoji(tree: Root): void {
  replaceIn(tree, (node, parent) => {
    if (node.type === 'text' && !isUntouched(parent)) node.value = withEmoji(node.value)
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
