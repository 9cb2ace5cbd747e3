import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import { inGenerated } from '../../readme/generated.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { type CodePiece, codeOf } from '../../snippet/code.ts'
import { detectLanguage } from '../../snippet/language.ts'
import { andMore } from '../../wording.ts'

export const rule: Rule = defineRule({
  name: 'code/language',
  summary: 'A fenced block of code names its language, where that is beyond doubt.',
  why: 'Without a language there are no colours, and a screen reader, a translator or a tool that runs the examples cannot know what it reads. Artifact Hub highlights such a block as shell, whatever it is.',
  severity: 'info',
  *check({ document }) {
    const shell = shellOf(document)
    const blocks = codeOf(document).flatMap((piece) => {
      const edit = nameable(document, piece, shell)
      return edit ? [{ piece, edit }] : []
    })
    // A README that leaves out one name leaves out ten: each language is told once.
    for (const language of new Set(blocks.map(({ edit }) => edit.text))) {
      const alike = blocks.filter(({ edit }) => edit.text === language)
      const [first] = alike
      if (!first) continue
      yield {
        at: { start: first.piece.start, end: first.edit.end },
        message: `This block of code names no language${andMore(alike)}: write \`${language}\` behind the fence`,
        fix: { safe: true, edits: alike.map(({ edit }) => edit) },
      }
    }
  },
})

/** The language put behind the fence of a block that names none and is certain to be in one. */
function nameable(document: MarkdownDocument, piece: CodePiece, shell: string): Edit | undefined {
  const { node, language, start, lines } = piece
  if (language !== '' || !node || inGenerated(document, start)) return undefined
  const fence = /^(?:`{3,}|~{3,})/.exec(document.source.slice(start, start + 100))?.[0]
  if (!fence) return undefined
  const found = detectLanguage(lines.map(({ text }) => text))
  if (found === undefined) return undefined
  const at = start + fence.length
  return { start: at, end: at, text: found === 'sh' ? shell : found }
}

/** What the document itself calls a shell. */
function shellOf(document: MarkdownDocument): string {
  const used = codeOf(document).map(({ language }) => language ?? '')
  return used.find((language) => /^(?:sh|bash|shell|zsh)$/.test(language)) ?? 'sh'
}
