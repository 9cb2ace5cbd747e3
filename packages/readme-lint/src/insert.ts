import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import { rangeOf } from '@frontdoor/markdown/nodes'
import { topOf } from './top.ts'

/**
 * Puts a labelled link at the end of what the top says first: behind the paragraph that says what the project is, else
 * behind the title, else at the very beginning. `label` and `url` come from us and from the project's own manifest.
 */
export function insertAtTop(document: MarkdownDocument, label: string, url: string): Edit {
  const { eol, source } = document
  const line = `**${label}**: <${url}>`
  const at = placeAtTop(document)
  if (at === undefined) return { start: Number(document.bom), end: Number(document.bom), text: `${line}${eol}${eol}` }
  // Whatever follows on the very next line would become part of the new paragraph.
  const next = /^[ \t]*(?:\r\n|\n|\r)(?=[ \t]*[^\s])/.test(source.slice(at, at + 1000)) ? eol : ''
  return { start: at, end: at, text: `${eol}${eol}${line}${next}` }
}

/** End of the last block that belongs to the first lines: paragraphs, images and raw HTML up to the first prose. */
function placeAtTop(document: MarkdownDocument): number | undefined {
  const top = topOf(document)
  let end: number | undefined
  for (const node of document.tree.children) {
    const range = rangeOf(node)
    if (range.start >= top.end) break
    if (top.title && range.end <= top.title.start) continue
    if (node.type !== 'heading' && node.type !== 'paragraph' && node.type !== 'html') break
    end = range.end
    if (range.start > (top.title?.start ?? -1) && countsAsProse(document.text(range, { alt: false }))) break
  }
  return end
}

function countsAsProse(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 4
}

/** Puts a section of level 2 at the end of the document. `text` comes from us and from the project's own files. */
export function appendSection({ source, eol }: MarkdownDocument, title: string, text: string): Edit {
  const tail = /(?:\r\n|\n|\r)*$/.exec(source)?.[0] ?? ''
  const before = source.length === tail.length ? '' : eol + eol
  const start = source.length - tail.length
  return { start, end: source.length, text: `${before}## ${title}${eol}${eol}${text}${tail || eol}` }
}
