import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Finding } from '@frontdoor/markdown/finding'
import type { HtmlTag } from '@frontdoor/markdown/html'
import { blankLineBefore } from '../../readme/blank-line.ts'
import { type HtmlNode, htmlNodeOf, previousOf } from '../../readme/html-node.ts'
import { isBlankLine, lineAbove } from '../../readme/lines.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'details/blank-before-close',
  summary: 'A blank line stands between Markdown and the `</details>` behind it.',
  why: 'Right below a list or a text, `</details>` counts as more of it wherever it is indented, and for readers of Markdown that are not CommonMark (Python-Markdown, kramdown) everywhere. The section then swallows what follows it.',
  severity: 'info',
  *check({ document }) {
    const found = [...missing(document)]
    const [first, ...more] = found
    if (!first || found.length <= few) return yield* found
    const edits = found.flatMap(({ fix }) => fix?.edits ?? [])
    const message = `${first.message} and ${more.length} more`
    yield { at: first.at, message, ...(edits.length > 0 && { fix: { safe: true, edits } }) }
  },
})

/** Above so many, all are one finding. */
const few = 3

function* missing(document: MarkdownDocument): Generator<Finding> {
  for (const { name, open, close } of document.elements) {
    if (name !== 'details' || !close) continue
    const [first, last] = [htmlNodeOf(document, open), htmlNodeOf(document, close)]
    // Where both tags stand in one block of HTML there is no Markdown in between.
    if (!first || !last || first.start === last.start) continue
    if (last.parent.type === 'listItem' && last.parent !== first.parent) {
      const message =
        'This `</details>` stands inside the list item above it: put a blank line before it, and no indentation'
      yield { at: close, message }
    } else if (!isApart(document, close, last)) {
      const fix = blankLineBefore(document, close)
      const message = 'Put a blank line between the Markdown and this `</details>`'
      yield { at: close, message, ...(fix && { fix }) }
    }
  }
}

/** Behind a blank line, behind other HTML, be it of the same block, or behind a fence, which ends whatever follows. */
function isApart({ source }: MarkdownDocument, { start }: HtmlTag, html: HtmlNode): boolean {
  const line = startOfLine(source, start)
  const above = lineAbove(source, line)
  if (!html.block) return false
  if (html.start < line) return true
  return above === undefined || isBlankLine(above) || /^(?:html|code)$/.test(previousOf(html)?.type ?? '')
}
