import type { Root } from 'hast'
import type { Showing } from '../hosts.ts'
import type { Placed } from '../shown/relative.ts'
import { rewriteAddresses } from './addresses.ts'
import { placeAnchors } from './anchors.ts'
import { showFeatures } from './features.ts'
import { filter } from './filter.ts'
import { type Mark, prepareMarks, settleMarks } from './marks.ts'
import { Origins } from './origins.ts'
import { treeOf } from './tree.ts'

/** Renders a document as it was read for a host. */
export function renderDocument(placed: Placed, showing: Showing, marks: readonly Mark[]): Root {
  const { document } = placed
  const { host } = showing
  const origins = new Origins(document.source)
  const whole = treeOf(document, host, origins)
  const carriers = prepareMarks(whole, marks, origins)
  const tree = filter(whole, host, origins)
  showFeatures(tree, { document, host, origins })
  placeAnchors(tree, { document, host, origins })
  rewriteAddresses(tree, { placed, showing, origins })
  settleMarks(tree, carriers, origins)
  return tree
}
