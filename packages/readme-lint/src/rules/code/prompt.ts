import type { Edit } from '@frontdoor/markdown/edit'
import { inGenerated } from '../../readme/generated.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { type CodePiece, codeOf } from '../../snippet/code.ts'

/** Languages of commands. A session (`console`) shows a prompt on purpose. */
const shells = new Set(['', 'sh', 'bash', 'shell', 'zsh'])

export const rule: Rule = defineRule({
  name: 'code/prompt',
  summary: 'Commands have no `$` in front where no output is shown.',
  why: 'The button that copies a block of code takes the dollar signs along, and the shell answers "$: command not found". A prompt only helps to tell commands from their output.',
  severity: 'info',
  *check({ document }) {
    const blocks = codeOf(document)
      .filter(({ language, start }) => language !== undefined && shells.has(language) && !inGenerated(document, start))
      .map((piece) => ({ piece, edits: promptsOf(piece) }))
      .filter(({ edits }) => edits.length > 0)
    const [first, ...more] = blocks
    const [prompt] = first?.edits ?? []
    if (!first || !prompt) return
    const count = more.length > 0 ? ` (and in ${more.length} more)` : ''
    yield {
      at: { start: prompt.start, end: first.piece.lines.at(-1)?.end ?? prompt.end },
      message: `The \`$\` in front of each command is copied along${count}: leave it out, since no output is shown`,
      fix: { safe: true, edits: blocks.flatMap(({ edits }) => edits) },
    }
  },
})

/** The prompts of a block that has one in front of each command; none where anything else stands in it. */
function promptsOf({ lines }: CodePiece): Edit[] {
  const edits: Edit[] = []
  let goesOn = false
  for (const { text, start } of lines) {
    const [prompt] = /^\s*\$[ \t]+(?=\S)/.exec(text) ?? []
    if (prompt !== undefined && !goesOn) {
      const indent = prompt.length - prompt.trimStart().length
      edits.push({ start: start + indent, end: start + prompt.length, text: '' })
    } else if (!goesOn && text.trim() !== '' && !/^\s*#(?:\s|$)/.test(text)) return []
    goesOn = text.endsWith('\\')
  }
  return edits
}
