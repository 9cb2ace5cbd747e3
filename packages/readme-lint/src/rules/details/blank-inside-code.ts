import { blankLineBefore } from '../../readme/blank-line.ts'
import { htmlNodeOf } from '../../readme/html-node.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'details/blank-inside-code',
  summary: 'A `<pre>` that holds blank lines starts a block of its own.',
  why: 'A block of HTML ends at its first blank line, also in the middle of `<pre>`: what follows is read as Markdown, and the code loses its lines, its indentation and its signs. Only where `<pre>` is the first thing of its block does the block last until `</pre>`.',
  severity: 'error',
  *check({ document }) {
    for (const { name, open, close } of document.elements) {
      const html = name === 'pre' && close ? htmlNodeOf(document, open) : undefined
      if (!html?.block || !close || close.start < html.end) continue
      const fix = blankLineBefore(document, open)
      yield {
        at: open,
        message:
          'The code in this `<pre>` ends at its first blank line: put a blank line before `<pre>`, or use a code fence',
        ...(fix && { fix }),
      }
    }
  },
})
