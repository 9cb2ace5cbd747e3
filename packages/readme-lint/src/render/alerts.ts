import type { Element, ElementContent, Root } from 'hast'
import type { Host } from '../host.ts'
import type { Alert } from '../shown/alerts.ts'
import type { Origins } from './origins.ts'
import { element, elementsIn, replaceIn, textIn } from './walk.ts'

interface Showing {
  readonly host: Host
  readonly origins: Origins
}

/** Shows quotes as the alerts that a host makes of them. */
export function showAlerts(tree: Root, alerts: readonly Alert[], { host, origins }: Showing): void {
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
