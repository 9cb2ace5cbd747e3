import { isAscii } from '@frontdoor/markdown/ascii'
import { isNameOf } from '../../readme/names.ts'
import { missingAt, topOf } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { names } from '../../topics/topics.ts'

export const rule: Rule = defineRule({
  name: 'top/one-liner',
  summary: 'One sentence under the title says what the project is.',
  why: 'A reader decides in seconds whether this is what they look for. Badges, logos and lists of translations do not say what the project does; one sentence above the first section does.',
  severity: 'warning',
  rst: true,
  options: {
    words: {
      type: 'integer',
      minimum: 1,
      default: 3,
      description:
        'How many words a sentence has at least. In scripts without spaces, each pair of characters counts as a word.',
    },
  },
  *check({ document, options, project }) {
    const top = topOf(document)
    const title = top.title?.title ?? ''
    // A title that is no name may be the sentence itself.
    if (countWords(title) > options.words && !isNameOf(title, project)) return
    const start = top.title?.start ?? 0
    const lines = document.text({ start, end: top.end }, { alt: false })
    // `# name: what it is` says it in the title.
    if (countWords(lines) - countWords(title.split(/[-–—:|]/)[0] ?? '') >= options.words) return
    if (top.end === document.source.length && document.sections.length === 0) return
    // A first section that is about the project itself says it on the first screen, too.
    const first = document.sections.find(({ start: from }) => from >= top.end)
    if (first && isAbout(first.title) && countWords(document.text(first.body, { alt: false })) >= options.words) return
    yield {
      at: missingAt(document),
      message:
        'No sentence above the first section says what this project is: add one of at most 120 characters under the title',
    }
  },
})

/** "What is it?", and not "What's new". */
function isAbout(title: string): boolean {
  return names('about', title) && !names('changelog', title)
}

function countWords(text: string): number {
  if (isAscii(text)) return text.match(/[a-z\d][a-z\d'.-]*/gi)?.length ?? 0
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0
  const spaced = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0
  return spaced + Math.floor(unspaced / 2)
}
