import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { rangeOf } from '@frontdoor/markdown/nodes'

/** What was meant as a link or an image, and is text to Markdown. */
export interface TypedLink extends Range {
  /** `[a](b c)`, `[a] (b)` or `(a)[b]`. */
  readonly slip: 'blank-inside' | 'blank-between' | 'turned'
  readonly image: boolean
  readonly text: string
  /** As it is written, without blanks around it. */
  readonly url: string
  readonly urlAt: Range
}

const patterns: readonly (readonly [slip: TypedLink['slip'], pattern: RegExp])[] = [
  ['blank-inside', /(?<!\\)\[(?<text>[^[\]\n]*)\]\((?<url>(?:[^()<>\n]|\([^()\n]*\))*)\)/dg],
  ['blank-between', /(?<!\\)\[(?<text>[^[\]\n]+)\][ \t]+\((?<url>[^()\s]+)\)/dg],
  ['turned', /(?<!\\)\((?<text>[^()[\]\n]+)\)\[(?<url>[^[\]\s]+)\]/dg],
]

/** Finds what looks like a link and is none, in document order; what it leads to is for others to judge. */
export function typedLinks(document: MarkdownDocument): TypedLink[] {
  const { nodes, source } = document
  const parts = [...nodes.of('paragraph'), ...nodes.of('heading'), ...nodes.of('tableCell')].map(({ node }) =>
    rangeOf(node),
  )
  if (!parts.some((part) => /\]\s*\(|\)\[/.test(document.slice(part)))) return []
  const text = withoutMarkup(document)
  return parts.flatMap((part) => linksIn(text, part, source)).sort((a, b) => a.start - b.start)
}

/** Where the parts of a match lie. */
type Parts = Readonly<Record<'text' | 'url', readonly [number, number]>>

function linksIn(text: string, part: Range, source: string): TypedLink[] {
  return patterns.flatMap(([slip, pattern]) =>
    [...text.slice(part.start, part.end).matchAll(pattern)].map(({ index, 0: whole, indices }): TypedLink => {
      const { text: shown, url } = (indices as unknown as { groups: Parts }).groups
      const start = part.start + index
      const image = text[start - 1] === '!' && slip !== 'turned'
      const written = source.slice(part.start + url[0], part.start + url[1])
      const address = written.trim()
      const at = part.start + url[0] + written.indexOf(address)
      return {
        slip,
        image,
        text: source.slice(part.start + shown[0], part.start + shown[1]),
        url: address,
        start: image ? start - 1 : start,
        end: start + whole.length,
        urlAt: { start: at, end: at + address.length },
      }
    }),
  )
}

/** The source with a sign of its own in place of all that Markdown has read as something else than text; bare addresses stay. */
function withoutMarkup({ source, nodes, links }: MarkdownDocument): string {
  const taken = [
    ...[...nodes.of('inlineCode'), ...nodes.of('html'), ...nodes.of('image'), ...nodes.of('imageReference')],
    ...[...nodes.of('linkReference'), ...nodes.of('footnoteReference')],
  ].map(({ node }) => rangeOf(node))
  const inline = links.filter(({ kind, start }) => kind === 'inline' || (kind === 'autolink' && source[start] === '<'))
  let text = ''
  let end = 0
  for (const range of [...taken, ...inline].sort((a, b) => a.start - b.start)) {
    if (range.end <= end) continue
    const start = Math.max(range.start, end)
    text += source.slice(end, start) + '\uFFFC'.repeat(range.end - start)
    end = range.end
  }
  return text + source.slice(end)
}
