import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Finding, Fix } from '@frontdoor/markdown/finding'
import { blankLineBehind } from '../../readme/blank-line.ts'
import { elementBehind, isVerbatim, looksLikeMarkdown, type RawText, rawTexts } from '../../readme/raw-text.ts'
import { defineRule, type Rule } from '../../rule.ts'

/** Elements that may hold paragraphs. In others, as in `<p>`, a blank line would end the element. */
const holders = new Set('div center td th li dd blockquote section details article aside main header footer'.split(' '))

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
  if (isVerbatim(element)) return undefined
  // `details/blank-after-summary` says it.
  if (before.name === 'summary' && before.kind === 'close') return undefined
  const written = document.slice(text)
  const start = text.start + (written.length - written.trimStart().length)
  const at = { start, end: start + (/^[^\r\n]*/.exec(written.trim())?.[0].length ?? 0) }
  if (element && !holders.has(element.name)) {
    return {
      at,
      message: `This Markdown is shown as it is typed: inside \`<${element.name}>\` write HTML, or use a \`<div>\` with a blank line`,
    }
  }
  const fix = blankLine(document, text)
  const tag = before.kind === 'close' ? `</${before.name}>` : `<${before.name}>`
  return {
    at,
    message: `This Markdown is shown as it is typed: put a blank line behind \`${tag}\``,
    ...(fix && { fix }),
  }
}

/** Safe only where text and tags have lines of their own: a closing tag in a paragraph would close that, too. */
function blankLine(document: MarkdownDocument, text: RawText): Fix | undefined {
  const written = document.slice(text)
  const fix = blankLineBehind(document, text.before, written)
  const ownLines = /^[ \t]*[\r\n]/.test(written) && (/[\r\n][ \t>]*$/.test(written) || text.end === text.block.end)
  return fix && { ...fix, safe: fix.safe && ownLines }
}
