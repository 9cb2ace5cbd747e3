import type { Edit } from '@frontdoor/markdown/edit'
import { attributeOf, type HtmlElement } from '@frontdoor/markdown/html'
import { rangeOf } from '@frontdoor/markdown/nodes'
import { firstAt } from '../../readme/top.ts'
import { attributeState, tagState } from '../../shown/html-filter.ts'
import type { Change, Rendering } from './transformation.ts'

/** Elements that no `<p>` holds. */
const blocks = new Set(
  'address article blockquote center details div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul'.split(' '),
)

/**
 * The alignment of a `<div>` that is dropped, where that of a `<p>` is kept: a `<p>` in its place, or the alignment on each
 * paragraph and heading in it. Markdown among it stays as it is, for it has no words for that.
 */
export function* alignments({ document, showing: { host } }: Rendering): Generator<Change> {
  if (tagState(host, 'div') !== 'dropped') return
  const { elements, nodes } = document
  const html = nodes.of('html').map(({ node }) => rangeOf(node))
  for (const element of elements) {
    const align = element.name === 'div' ? attributeOf(element.open, 'align') : undefined
    if (!align || !element.close || attributeState(host, { name: 'p' }, { name: 'align', value: align }) !== 'kept')
      continue
    const around = html[firstAt(html, element.start + 1) - 1]
    if (!around || around.end < element.end) continue
    const inside = elements
      .slice(firstAt(elements, element.start + 1), firstAt(elements, element.end))
      .filter(({ end, name }) => end <= element.end && blocks.has(name))
    const edits = inside.length === 0 ? asParagraph(element) : alignedInside(element, inside, align)
    if (edits.length > 0) yield { edits }
  }
}

function asParagraph({ open, close }: HtmlElement): Edit[] {
  const starts = [open.start + '<'.length, ...(close ? [close.start + '</'.length] : [])]
  return starts.map((start) => ({ start, end: start + 'div'.length, text: 'p' }))
}

function alignedInside(element: HtmlElement, inside: readonly HtmlElement[], align: string): Edit[] {
  return inside
    .filter(
      ({ name, parent, open }) =>
        parent === element && /^(?:p|h[1-6])$/.test(name) && attributeOf(open, 'align') === undefined,
    )
    .map(({ name, open }) => {
      const at = open.start + '<'.length + name.length
      return { start: at, end: at, text: ` align="${align}"` }
    })
}
