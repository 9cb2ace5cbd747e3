import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit, Range } from '@frontdoor/markdown/edit'
import type { HtmlElement, HtmlTag } from '@frontdoor/markdown/html'
import { isClosed } from '@frontdoor/markdown/insert/edges'
import { lineStart } from '@frontdoor/markdown/lines'
import { rangeOf } from '@frontdoor/markdown/nodes'
import { withoutTag } from './tags.ts'
import type { Change, Rendering } from './transformation.ts'

/** Closes what a browser would close at the end of the page or with the element around it, and takes out what closes nothing. */
export function* unclosed({ document }: Rendering): Generator<Change> {
  const { comments, elements, nodes, tags, source, eol } = document
  for (const { closed, start, end } of comments) {
    if (!closed)
      yield { edits: [{ start: start + source.slice(start, end).trimEnd().length, end, text: ` -->${eol}` }] }
  }
  const sections = elements.filter(({ name }) => name === 'details')
  const paired = new Set(sections.map(({ close }) => close))
  for (const tag of tags) {
    if (tag.name === 'details' && tag.kind === 'close' && !paired.has(tag)) yield { edits: withoutTag(document, tag) }
  }
  const holders = [...nodes.of('blockquote'), ...nodes.of('listItem')].map(({ node }) => rangeOf(node))
  let last = 0
  for (const section of sections.filter(({ close }) => !close)) {
    const edit = closingIn(document, section, holders)
    if (edit) yield { edits: [edit] }
    else last++
  }
  if (last > 0) yield { edits: [behindAll(document, `${eol}${eol}</details>`.repeat(last) + eol)] }
}

/** With the element around it, or with the quote or the list item that it stands in; undefined where the page ends it. */
function closingIn(
  { source, eol }: MarkdownDocument,
  section: HtmlElement,
  holders: readonly Range[],
): Edit | undefined {
  const { start } = section.open
  const holder = holders
    .filter((range) => range.start < start && start < range.end)
    .reduce<Range | undefined>((inner, range) => (inner && inner.start > range.start ? inner : range), undefined)
  const close = endOf(section)
  if (close && !(holder && holder.end < close.start)) return closingBefore(close)
  if (!holder) return undefined
  const prefix = source.slice(lineStart(source, start), start).replace(/[^>\s]/g, ' ')
  return { start: holder.end, end: holder.end, text: `${eol}${prefix}</details>` }
}

/** The tag that ends an element which has none of its own: that of the nearest one around it. */
function endOf({ parent }: HtmlElement): HtmlTag | undefined {
  let around = parent
  while (around && !around.close) around = around.parent
  return around?.close
}

/** Code that is not closed either would take it in. */
function behindAll({ source, tree, eol }: MarkdownDocument, text: string): Edit {
  const { length } = source
  const code = tree.children.at(-1)
  if (code?.type !== 'code' || isClosed(code, source)) return { start: length, end: length, text }
  const [fence] = /^(?:`+|~+)/.exec(source.slice(rangeOf(code).start)) as RegExpExecArray
  return { start: length, end: length, text: (/[\r\n]$/.test(source) ? '' : eol) + fence + text }
}

function closingBefore({ start }: HtmlTag): Edit {
  return { start, end: start, text: '</details>' }
}
