import type { Range } from '@frontdoor/markdown/edit'
import type { Element, Root } from 'hast'
import type { Origin, Origins } from './origins.ts'
import { standIn } from './tree.ts'
import { element, elementsIn, replaceIn } from './walk.ts'

/** A place of a README that is to be found again in what is rendered. */
export interface Mark {
  readonly at: Range
  readonly name: string
}

/** Names of the marks by the number of the element that is to carry them. */
export type Carriers = ReadonlyMap<string, readonly string[]>

/** Chooses the smallest element that covers each mark, before any is dropped, and leaves a stand-in in front of it. */
export function prepareMarks(tree: Root, marks: readonly Mark[], origins: Origins): Carriers {
  if (marks.length === 0) return new Map()
  const written = [...elementsIn(tree)].flatMap((one) => {
    const origin = origins.of(one)
    return origin && origin.start >= 0 ? [{ id: String(one.properties[origins.property]), origin }] : []
  })
  // Of a README of which nothing is seen, the marks are.
  if (written.length === 0) written.push(addNothing(tree, origins))
  const carriers = new Map<string, string[]>()
  for (const { at, name } of marks) {
    const id = carrierOf(at, written)
    carriers.set(id, [...(carriers.get(id) ?? []), name])
  }
  placeStandIns(tree, carriers, origins)
  return carriers
}

interface Written {
  readonly id: string
  readonly origin: Origin
}

/** What covers nothing, such as a mark for the whole README, is carried by the first element behind its start. */
function carrierOf(at: Range, written: readonly Written[]): string {
  let best: Written | undefined
  for (const one of written) {
    const { start, end } = one.origin
    if (start <= at.start && at.end <= end && (!best || end - start <= best.origin.end - best.origin.start)) best = one
  }
  const behind = best ?? written.find(({ origin }) => origin.start >= at.start) ?? (written.at(-1) as Written)
  return behind.id
}

function addNothing(tree: Root, origins: Origins): Written {
  const origin = { start: 0, end: 0, tagName: '', html: false }
  const id = origins.add(origin)
  tree.children.push(standIn(origins, id))
  return { id, origin }
}

/** An element that vanishes takes along what is in it, so a stand-in is placed in front of the outermost that may. */
const vanishing = new Set([
  'script',
  'style',
  'svg',
  'math',
  'iframe',
  'object',
  'noscript',
  'template',
  'title',
  'select',
  'textarea',
])

function placeStandIns(tree: Root, carriers: Carriers, origins: Origins): void {
  const placed = new Set<string>()
  const place = (parent: Root | Element, ahead: Element[] | undefined): void => {
    const children: Root['children'] = []
    for (const node of parent.children) {
      const own: Element[] = []
      const id = node.type === 'element' ? String(node.properties[origins.property] ?? '') : ''
      if (carriers.has(id) && !placed.has(id) && !isStandIn(node, origins)) {
        placed.add(id)
        ;(ahead ?? own).push(standIn(origins, id))
      }
      if (node.type === 'element') place(node, ahead ?? (vanishing.has(node.tagName) ? own : undefined))
      children.push(...own, node)
    }
    parent.children = children as typeof parent.children
  }
  place(tree, undefined)
}

function isStandIn(node: Root['children'][number], { name }: Origins): boolean {
  return node.type === 'element' && node.tagName === name
}

/** Names the marks at the elements that are left, and what was dropped at the stand-ins of the others. All traces of origins go. */
export function settleMarks(tree: Root, carriers: Carriers, origins: Origins): void {
  const { name, property } = origins
  const left = new Set<string>()
  for (const { tagName, properties } of elementsIn(tree)) if (tagName !== name) left.add(String(properties[property]))
  replaceIn(tree, (node) => {
    if (node.type === 'text') return undefined
    const id = String(node.properties[property])
    const marks = carriers.get(id)?.join(' ')
    const dropped = origins.of(node)?.tagName || undefined
    for (const own of [property, 'dataMarks', 'dataDropped']) delete node.properties[own]
    if (node.tagName !== name) {
      if (marks !== undefined) node.properties.dataMarks = marks
      return undefined
    }
    return marks === undefined || left.has(id) ? [] : [element('span', { dataMarks: marks, dataDropped: dropped }, [])]
  })
}
