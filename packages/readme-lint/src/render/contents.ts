import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Element, ElementContent, Root } from 'hast'
import type { Host } from '../host.ts'
import { slugsFor } from '../shown/slugs.ts'
import { element, elementsIn, replaceIn } from './walk.ts'

/** Fills the tables of contents that reStructuredText asks for, before anchors are placed. */
export function fillContents(tree: Root, document: MarkdownDocument, host: Host): void {
  const found = [...elementsIn(tree)].filter(isContents)
  if (found.length === 0) return
  const slugs = slugsFor(host, document) ?? []
  const starts = new Map(document.sections.map(({ start }, index) => [start, slugs[index]]))
  const entries = [...elementsIn(tree)].flatMap((one): Entry[] => {
    const start = one.position?.start.offset ?? -1
    if (!/^h[1-6]$/.test(one.tagName) || !starts.has(start)) return []
    return [{ start, level: Number(one.tagName.slice(1)), slug: starts.get(start), title: one.children }]
  })
  for (const nav of found) fill(nav, entries)
  replaceIn(tree, (node) =>
    node.type === 'element' && isContents(node) && node.children.length === 0 ? [] : undefined,
  )
}

interface Entry {
  readonly start: number
  readonly level: number
  readonly slug: string | undefined
  readonly title: readonly ElementContent[]
}

function isContents({ tagName, properties }: Element): boolean {
  return tagName === 'nav' && [properties.className].flat().includes('contents')
}

function fill(nav: Element, all: readonly Entry[]): void {
  const { dataDepth, dataLocal } = nav.properties
  const entries = dataLocal === undefined ? all : around(all, nav.position?.start.offset ?? 0)
  if (entries.length === 0) {
    nav.children = []
    return
  }
  const depth = Number(dataDepth ?? Number.POSITIVE_INFINITY)
  if (nav.children.length === 0 && dataLocal === undefined)
    nav.children.push(element('p', { className: ['topic-title'] }, [{ type: 'text', value: 'Contents' }]))
  nav.children.push(listOf(entries, depth))
  nav.properties = { className: ['contents'] }
}

/** What stands in the section that a place is in. */
function around(all: readonly Entry[], at: number): readonly Entry[] {
  const own = all.findLast(({ start }) => start < at)
  if (!own) return all
  const below = all.slice(all.indexOf(own) + 1)
  const end = below.findIndex(({ level }) => level <= own.level)
  return end === -1 ? below : below.slice(0, end)
}

function listOf(entries: readonly Entry[], depth: number): Element {
  const highest = Math.min(...entries.map(({ level }) => level))
  const items: Element[] = []
  for (let at = 0; at < entries.length; ) {
    const { slug, title } = entries[at] as Entry
    let next = at + 1
    while (next < entries.length && (entries[next] as Entry).level > highest) next++
    const below = entries.slice(at + 1, next)
    const link = element('a', slug === undefined ? {} : { href: `#${slug}` }, unlinked(title))
    items.push(
      element('li', {}, [
        element('p', {}, [link]),
        ...(below.length > 0 && depth > 1 ? [listOf(below, depth - 1)] : []),
      ]),
    )
    at = next
  }
  return element('ul', { className: ['simple'] }, items)
}

/** A link cannot stand in a link. */
function unlinked(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [{ ...child } as ElementContent]
    const inside = unlinked(child.children)
    return child.tagName === 'a' ? inside : [{ ...child, properties: { ...child.properties }, children: inside }]
  })
}
