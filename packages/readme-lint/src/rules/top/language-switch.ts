import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers } from '@frontdoor/markdown/edit'
import type { Fix } from '@frontdoor/markdown/finding'
import type { Link } from '@frontdoor/markdown/links'
import { rangeOf } from '@frontdoor/markdown/nodes'
import { linksIn, topOf } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { isTranslation } from '../../topics/languages.ts'

export const rule: Rule = defineRule({
  name: 'top/language-switch',
  summary: 'A long list of translations is folded, so that the first sentence stays on the first screen.',
  why: 'Eighteen links to translations push what the project is below the fold, for everybody. In `<details>` they are one line, and still one click away.',
  severity: 'info',
  options: {
    max: {
      type: 'integer',
      minimum: 1,
      default: 8,
      description: 'How many translations may stand open in a list with one on each line. In a row, twice as many.',
    },
  },
  *check({ document, options }) {
    const links = linksIn(document, topOf(document)).filter(isTranslation)
    const [first, last] = [links[0], links.at(-1)]
    if (!first || !last || isFolded(document, first)) return
    const lines = document.place(last.end).line - document.place(first.start).line + 1
    const inRow = lines < links.length / 2
    if (links.length <= options.max * (inRow ? 2 : 1)) return
    const fix = fold(document, { first, last })
    yield {
      at: { start: first.start, end: first.end },
      message: `${links.length} translations stand at the top: fold them in <details>, so that what the project is comes first`,
      ...(fix && { fix }),
    }
  },
})

function isFolded({ elements }: MarkdownDocument, { start }: Link): boolean {
  return elements.some((element) => element.name === 'details' && element.start <= start && start < element.end)
}

/** Folds the paragraph or list that holds nothing but the translations. */
function fold({ tree, eol, source }: MarkdownDocument, { first, last }: { first: Link; last: Link }): Fix | undefined {
  const block = tree.children.find((node) => covers(rangeOf(node), { start: first.start, end: last.end }))
  if (!block || (block.type !== 'paragraph' && block.type !== 'list')) return undefined
  const { start, end } = rangeOf(block)
  if (/[\p{L}\p{N}]/u.test(source.slice(start, first.start)) || /[\p{L}\p{N}]/u.test(source.slice(last.end, end)))
    return undefined
  return {
    safe: false,
    edits: [
      { start, end: start, text: `<details>${eol}<summary>Translations</summary>${eol}${eol}` },
      { start: end, end, text: `${eol}${eol}</details>` },
    ],
  }
}
