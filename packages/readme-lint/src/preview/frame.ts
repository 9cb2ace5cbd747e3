import { toHtml } from 'hast-util-to-html'
import type { Showing } from '../hosts.ts'
import { renderTree } from '../render/html.ts'
import { confine } from './confine.ts'
import { placeImages } from './images.ts'
import type { Look } from './look.ts'
import { spotsOn } from './losses.ts'
import { point } from './point.ts'

/** What a host shows of a README, made safe and ready to be pointed at. */
export interface Frame extends Rendered {
  /** Of the view that it belongs to. */
  readonly version: string
}

interface Rendered {
  readonly html: string
  /** Images of the project that it needs, relative to the root of the repository. */
  readonly files: ReadonlySet<string>
}

/** Renders a README as a host does. */
export async function frameOf(showing: Showing, look: Look): Promise<Rendered> {
  const spots = new Map(spotsOn(showing.host, look).map((spot, index) => [`m${index}`, spot]))
  const marks = [...spots].map(([name, { at }]) => ({ name, at }))
  const tree = await renderTree(look.placed, showing, { marks })
  confine(tree)
  point(tree, spots)
  const files = placeImages(tree, look.placed, showing)
  return { html: toHtml(tree), files }
}
