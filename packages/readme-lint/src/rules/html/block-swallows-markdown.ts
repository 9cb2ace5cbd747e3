import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { applyEdits } from '@frontdoor/markdown/edit'
import type { Finding, Fix } from '@frontdoor/markdown/finding'
import type { HtmlElement, HtmlTag } from '@frontdoor/markdown/html'
import { blankLineBehind } from '../../readme/blank-line.ts'
import { elementBehind, isVerbatim, looksLikeMarkdown, type RawText, rawTexts } from '../../readme/raw-text.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { htmlInstead } from '../../shown/instead/html.ts'

/** Elements that may hold paragraphs. In others, as in `<p>`, a blank line would end the element. */
const holders = new Set('div center td th li dd blockquote section details article aside main header footer'.split(' '))

/** Elements whose block ends at their closing tag, and at no blank line (CommonMark 0.31, section 4.6). */
const endless = new Set(['pre', 'script', 'style', 'textarea'])

export const rule: Rule = defineRule({
  name: 'html/block-swallows-markdown',
  summary: 'Markdown between HTML tags has a blank line before it.',
  why: 'A line that starts with a tag starts a block of HTML, and until the next blank line nothing is read as Markdown: links, headings and bold text are shown as they are typed.',
  severity: 'error',
  *check({ document }) {
    let told = -1
    for (const text of rawTexts(document)) {
      // One blank line often mends the whole block, so the first text speaks for all.
      if (text.block.start === told || !looksLikeMarkdown(document.slice(text))) continue
      const finding = describe(document, text)
      if (!finding) continue
      told = text.block.start
      yield finding
    }
  },
})

function describe(document: MarkdownDocument, text: RawText): Finding | undefined {
  const { before } = text
  const element = elementBehind(document, before)
  if (isVerbatim(element) || (before.kind === 'open' && endless.has(before.name))) return undefined
  // `details/blank-after-summary` says it.
  if (before.name === 'summary' && before.kind === 'close') return undefined
  const written = document.slice(text)
  const start = text.start + (written.length - written.trimStart().length)
  const at = { start, end: start + (/^[^\r\n]*/.exec(written.trim())?.[0].length ?? 0) }
  if (element && !holders.has(element.name)) {
    const fix = asHtml(document, text, element) ?? asDiv(document, text, element)
    return {
      at,
      message: `This Markdown is shown as it is typed: inside \`<${element.name}>\` write HTML, or use a \`<div>\` with a blank line`,
      ...(fix && { fix }),
    }
  }
  const blank = blankLine(document, text)
  const html = blank?.safe ? undefined : asHtml(document, text, element)
  const fix = html ?? blank
  return {
    at,
    message: `This Markdown is shown as it is typed: ${advice(before, written, html !== undefined)}`,
    ...(fix && { fix }),
  }
}

/** Behind a blank line, text that is indented would be code, and the end of a sentence another paragraph. */
function advice({ kind, name }: HtmlTag, written: string, canBeHtml: boolean): string {
  const isPart = kind === 'close' || /^[ \t]*[\r\n]+(?: {4}|\t)/.test(written)
  if (canBeHtml && isPart) return 'write it as HTML'
  return `${canBeHtml ? 'write it as HTML, or ' : ''}put a blank line behind \`<${kind === 'close' ? '/' : ''}${name}>\``
}

/** The same in HTML, where that is all there is to mend. A heading is one without its marks only in a heading. */
function asHtml(document: MarkdownDocument, text: RawText, element: HtmlElement | undefined): Fix | undefined {
  const written = document.slice(text)
  const edits = htmlInstead(written, 0)
  if (edits.length === 0) return undefined
  if (edits.some((edit) => edit.text === '') && !/^h[1-6]$/.test(element?.name ?? '')) return undefined
  const left = applyEdits(
    written,
    edits.map((edit) => ({ ...edit, text: '' })),
  )
  return looksLikeMarkdown(left) ? undefined : { safe: false, edits: htmlInstead(written, text.start) }
}

/** Unlike a paragraph, a `<div>` may hold blocks. */
function asDiv(document: MarkdownDocument, text: RawText, { name, open, close }: HtmlElement): Fix | undefined {
  const fix = name === 'p' && close ? blankLine(document, text) : undefined
  if (!fix || !close) return undefined
  const names = [open.start + '<'.length, close.start + '</'.length]
  return {
    safe: false,
    edits: [...names.map((start) => ({ start, end: start + name.length, text: 'div' })), ...fix.edits],
  }
}

/** Safe only where text and tags have lines of their own: a closing tag in a paragraph would close that, too. */
function blankLine(document: MarkdownDocument, text: RawText): Fix | undefined {
  const fix = blankLineBehind(document, text.before, document.slice(text))
  if (fix) return { ...fix, safe: fix.safe && hasOwnLines(document, text) }
  // Behind text that is no Markdown: what stands in front of that in the same element can do.
  const { tags } = document
  const element = elementBehind(document, text.before)
  for (let index = tags.indexOf(text.before) - 1; (tags[index]?.start ?? -1) >= text.block.start; index--) {
    const tag = tags[index] as HtmlTag
    const found = elementBehind(document, tag) === element && blankLineBehind(document, tag, '')
    if (found) return { ...found, safe: false }
  }
  return undefined
}

function hasOwnLines(document: MarkdownDocument, text: RawText): boolean {
  const written = document.slice(text)
  return /^[ \t]*[\r\n]/.test(written) && (/[\r\n][ \t>]*$/.test(written) || text.end === text.block.end)
}
