import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { FootnoteDefinition } from 'mdast'
import { isLost } from '../../shown/lost.ts'
import type { Change, Rendering } from './transformation.ts'

/** Numbers in brackets in the place of footnotes, and paragraphs that start with them in the place of their texts. */
export function* footnotes({ document, showing: { host } }: Rendering): Generator<Change> {
  if (!isLost(host.features.footnote.does)) return
  const { nodes } = document
  const references = nodes.of('footnoteReference').map(({ node }) => node)
  const definitions = nodes.of('footnoteDefinition').map(({ node }) => node)
  const order = [...new Set([...references, ...definitions].map(({ identifier }) => identifier))]
  // All at once: half of them would be numbered anew in the next round.
  const edits = [
    ...references.map((node) => ({ ...rangeOf(node), text: mark(order.indexOf(node.identifier)) })),
    ...definitions.flatMap((node) => asParagraphs(document, node, mark(order.indexOf(node.identifier)))),
  ]
  if (edits.length > 0) yield { edits }
}

function mark(index: number): string {
  return `\\[${index + 1}]`
}

function asParagraphs({ source, eol }: MarkdownDocument, node: FootnoteDefinition, text: string): Edit[] {
  const { start, end } = rangeOf(node)
  const [label] = /^\[\^(?:\\[\s\S]|[^\\\]])*\]:[ \t]*/.exec(source.slice(start, end)) as RegExpExecArray
  const line = startOfLine(source, start)
  const apart = line > 0 && !/(?:^|[\r\n])[ \t>]*(?:\r\n|\n|\r)$/.test(source.slice(Math.max(0, line - 20), line))
  const prefix = source.slice(line, start)
  return [
    { start, end: start + label.length, text: `${apart ? eol + prefix : ''}${text} ` },
    ...dedented(source, { start, end }),
  ]
}

/** What is indented to belong to a footnote would be code without it. */
function* dedented(source: string, { start, end }: { start: number; end: number }): Generator<Edit> {
  for (const { index, 0: match, 1: kept = '' } of source
    .slice(start, end)
    .matchAll(/(?:\r\n|\n|\r)(?:[ \t]*>)*( {1,4}|\t)/g)) {
    yield { start: start + index + match.length - kept.length, end: start + index + match.length, text: '' }
  }
}
