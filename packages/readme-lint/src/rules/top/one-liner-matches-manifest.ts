import type { Block } from '@frontdoor/markdown/blocks'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { wholeText } from '../../readme/per-document.ts'
import { missingAt, topOf } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'

/** Names of blocks that hold the description; only the first is ours to write. */
const [own, ...foreign] = ['readme-lint:description', 'description', 'tagline', 'one-liner']

export const rule: Rule = defineRule({
  name: 'top/one-liner-matches-manifest',
  summary: 'The first lines say what the description in the manifest says.',
  why: 'Search results of a registry show the description, and its page shows the README: two sentences about different things make readers doubt both. Between `<!-- readme-lint:description:start -->` and `<!-- readme-lint:description:end -->` the sentence is kept equal to the manifest by `--fix`; anywhere else only a sentence that shares no word with it is reported.',
  severity: 'info',
  *check({ document, showings }) {
    const manifest = showings.find(({ manifest: one }) => one?.description)?.manifest
    const description = manifest?.description?.replaceAll(/\s+/g, ' ').trim()
    if (!manifest || !description) return
    const block = document.blocks.find(({ name, close }) => close && [own, ...foreign].includes(name.toLowerCase()))
    if (block) {
      if (same(document.text(block.body), description)) return
      yield {
        at: block.open,
        message: `Differs from the description in ${manifest.path}: "${description}"`,
        ...(block.name === own && {
          fix: { safe: true, edits: [{ ...block.body, text: around(document, block, description) }] },
        }),
      }
      return
    }
    const text = wholeText(document).slice(0, 3000)
    if (!isComparable(document, description) || sharesWord(description, text)) return
    yield {
      at: missingAt(document),
      message: `Nothing in the first lines says what ${manifest.path} says the package is: "${description}"`,
    }
  },
})

function same(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replace(/\.$/, '').trim()
}

/** The description as text, on a line of its own where the markers have theirs. */
function around({ eol, source }: MarkdownDocument, { body, open }: Block, description: string): string {
  const escaped = description.replaceAll(/[\\`*_[\]<>&|~!#]/g, (sign) => `\\${sign}`)
  const inline = !/[\r\n]/.test(source.slice(body.start, body.end)) && !open.flow
  return inline ? escaped : `${eol}${eol}${escaped}${eol}${eol}`
}

/** Both in Latin letters, and the description more than the name. */
function isComparable(document: MarkdownDocument, description: string): boolean {
  const { title, end } = topOf(document)
  const lines = document.text({ start: title?.end ?? 0, end }, { alt: false })
  return wordsOf(description).length >= 3 && wordsOf(lines).length >= 3
}

function sharesWord(description: string, text: string): boolean {
  const wanted = new Set(wordsOf(description).map(stem))
  return wordsOf(text).some((word) => wanted.has(stem(word)))
}

/** Words that say something: `the` and `for` do not. */
function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(/https?:\S+/g, '')
      .match(/[a-z]{4,}/g) ?? []
  )
}

function stem(word: string): string {
  return word.slice(0, 5)
}
