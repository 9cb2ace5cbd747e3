import type { Element, Root } from 'hast'
import type { State } from '../host.ts'
import type { Spot } from './losses.ts'

const order: readonly (State | undefined)[] = [undefined, 'dropped', 'literal', 'broken']

/** Says of each marked element what the page can do with it: which finding or feature it belongs to, and what is lost there. */
export function point(parent: Root | Element, spots: ReadonlyMap<string, Spot>): void {
  for (const node of parent.children) {
    if (node.type !== 'element') continue
    const names = String(node.properties.dataMarks ?? '').split(' ')
    const here = names.flatMap((name) => spots.get(name) ?? [])
    delete node.properties.dataMarks
    if (here.length > 0) pointAt(node, here)
    point(node, spots)
  }
}

function pointAt({ properties }: Element, spots: readonly Spot[]): void {
  properties.dataSpot = [...new Set(spots.map(({ target }) => target))].join(' ')
  const losses = spots.flatMap(({ loss }) => loss ?? [])
  if (losses.length === 0) return
  const [worst] = losses.toSorted((a, b) => order.indexOf(b.state) - order.indexOf(a.state))
  properties.dataState = worst?.state
  properties.dataLabel = worst?.feature
  properties.title = [...new Set(losses.map(({ message }) => message))].join('\n')
}
