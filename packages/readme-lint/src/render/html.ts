import { UserError } from '@frontdoor/kit/io'
import type { Root } from 'hast'
import type { Showing } from '../hosts.ts'
import type { Placed } from '../shown/relative.ts'
import type { Mark } from './marks.ts'

export type { Mark } from './marks.ts'

interface Marked {
  readonly marks?: readonly Mark[]
}

/**
 * A README as a host shows it: what stands inside the box that the host has for it, as HTML without scripts.
 *
 * With marks, the smallest element that covers a mark has its name in `data-marks`. Where the host drops that element, an empty
 * `<span data-marks data-dropped>` stands in its place, with the name of the element.
 *
 * @throws {UserError} where its HTML is nested too deeply
 */
export async function renderHtml(placed: Placed, showing: Showing, marked: Marked = {}): Promise<string> {
  const [tree, { toHtml }] = await Promise.all([renderTree(placed, showing, marked), import('hast-util-to-html')])
  return toHtml(tree, { characterReferences: { useNamedReferences: true } })
}

/** The same as a tree. */
export async function renderTree(placed: Placed, showing: Showing, { marks = [] }: Marked = {}): Promise<Root> {
  const { asReadBy } = await import('./dialect.ts')
  const document = await asReadBy(showing.host, placed)
  const { renderDocument } = await import('./document.ts')
  try {
    return renderDocument({ ...placed, document }, showing, marks)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new UserError(`${placed.path}: nested too deeply to be rendered`, { cause: error })
  }
}
