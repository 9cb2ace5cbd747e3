import { isRst } from '@frontdoor/kit/readme/readmes'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Root } from 'hast'
import type { Host } from '../host.ts'
import type { Showing } from '../hosts.ts'
import type { Placed } from '../shown/relative.ts'
import { rewriteAddresses } from './addresses.ts'
import { placeAnchors } from './anchors.ts'
import { disarm } from './disarm.ts'
import { showFeatures } from './features.ts'
import { filter } from './filter.ts'
import { type Mark, prepareMarks, settleMarks } from './marks.ts'
import { applyMarkup } from './markup.ts'
import { Origins } from './origins.ts'
import { treeOf } from './tree.ts'
import { element } from './walk.ts'

/** Renders a document as it was read for a host. */
export function renderDocument(placed: Placed, showing: Showing, marks: readonly Mark[]): Root {
  const { document } = placed
  const host = forLanguage(placed, showing.host)
  const origins = new Origins(document.source)
  const whole = isText(placed, host) ? textOf(document, origins) : treeOf(document, host, origins)
  const carriers = prepareMarks(whole, marks, origins)
  const tree = filter(whole, host, origins)
  showFeatures(tree, { document, host, origins })
  placeAnchors(tree, { document, host, origins })
  applyMarkup(tree, host, origins)
  rewriteAddresses(tree, { placed, showing, origins })
  disarm(tree)
  settleMarks(tree, carriers, origins)
  return tree
}

/** Headings in reStructuredText may get their anchors and their levels in another way. */
function forLanguage({ path }: Placed, host: Host): Host {
  if (!isRst(path) || !host.rst) return host
  const { slugs, levelsByDepth } = host.rst
  return {
    ...host,
    ...(slugs && { anchors: { ...host.anchors, does: slugs } }),
    ...(host.markup && levelsByDepth && { markup: { ...host.markup, levelsByDepth } }),
  }
}

/** Not every host reads reStructuredText. */
function isText({ path }: Placed, { rst }: Host): boolean {
  return isRst(path) && rst?.does === 'literal'
}

function textOf({ source }: MarkdownDocument, origins: Origins): Root {
  const origin = origins.add({ start: 0, end: source.length, tagName: 'pre', html: true })
  const pre = element('pre', { [origins.property]: origin }, [{ type: 'text', value: source }])
  return { type: 'root', children: [pre] }
}
