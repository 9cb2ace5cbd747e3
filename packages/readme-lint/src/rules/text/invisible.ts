import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit, Range } from '@frontdoor/markdown/edit'
import { lineEnd, lineStart } from '@frontdoor/markdown/lines'
import { rangeOf } from '@frontdoor/markdown/nodes'
import { inGenerated } from '../../readme/generated.ts'
import { defineRule, type Rule } from '../../rule.ts'

/** Scripts that are written from right to left, or whose letters join, or that break lines without spaces. */
const needing =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Khmer}\p{Script=Lao}\p{Script=Thai}\p{Script=Myanmar}\p{Script=Mongolian}\p{Script=Tibetan}]/u

/** Letters and signs of Chinese, Japanese and Korean, beside which such a space lets Markdown or a line break in. */
const unspaced = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\uFF01-\uFF60`

interface Kind {
  readonly name: string
  readonly pattern: RegExp
  readonly harm: string
  /** True for what has a use wherever a page is in one of the scripts that need it. */
  readonly useful?: boolean
  /** True for what code may hold on purpose, as the key that an editor is told to map. */
  readonly typed?: boolean
}

const copies = 'it is copied along and makes words that cannot be found'

/** What stands between letters of an emoji, and what ends a variation of one, is none of these. */
const kinds: readonly Kind[] = [
  {
    name: 'a zero-width space',
    pattern: new RegExp(
      String.raw`(?<![\u200B*_~\x60@#:/<|\\${unspaced}])\u200B+(?![\u200B*_~\x60@#:<|\\${unspaced}])`,
      'gu',
    ),
    harm: copies,
    useful: true,
  },
  {
    name: 'a zero-width joiner',
    pattern: /(?<=[\p{Script=Latin}\d\s]|^)[\u200C\u200D]+(?=[\p{Script=Latin}\d\s]|$)/gmu,
    harm: copies,
    useful: true,
  },
  {
    name: 'a byte order mark',
    pattern: /(?<=[^\uFEFF])\uFEFF+/g,
    harm: 'it belongs at the start of a file or nowhere',
    useful: true,
  },
  { name: 'a direction mark', pattern: /[\u200E\u200F\u061C]+/g, harm: copies, useful: true },
  {
    name: 'a bidi control character',
    pattern: /[\u202A-\u202E\u2066-\u2069]+/g,
    harm: 'it shows text in another order than machines read it',
  },
  {
    name: 'a tag character',
    pattern: /(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0000}-\u{E007F}]+/gu,
    harm: 'it hides text that only machines read',
  },
  {
    name: 'a control character',
    pattern: /(?:(?![\t\n\v\f\r\u0085])\p{Cc})+/gu,
    harm: 'terminals act on it and browsers do not show it',
    typed: true,
  },
]

/** One look at each character tells most documents from those that have one. */
const any = /[\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]|(?![\t\n\v\f\r\u0085])\p{Cc}/u

export const rule: Rule = defineRule({
  name: 'text/invisible',
  summary: 'No character is there that nobody can see, unless the script or the emoji around it needs it.',
  why: 'A zero-width space in a command makes it fail in a way that no reader can find. Characters that turn the direction of text make code look like other code (CVE-2021-42574), and tag characters carry orders to language models past the eyes of people.',
  severity: 'warning',
  rst: true,
  *check({ document }) {
    const { source } = document
    if (!any.test(source)) return
    const needed = needing.test(source)
    for (const { name, pattern, harm, useful = false, typed = false } of kinds) {
      if (useful && needed) continue
      const isUseful = needed ? usefulLines(source) : () => false
      const edits = [...source.matchAll(pattern)]
        .map(({ 0: found, index }): Edit => ({ start: index, end: index + found.length, text: '' }))
        .filter(({ start }) => !isUseful(start) && !inGenerated(document, start))
      const [first, ...more] = edits
      if (!first) continue
      const code = source.codePointAt(first.start)?.toString(16).toUpperCase().padStart(4, '0')
      const count = more.length > 0 ? ` (and in ${more.length} more)` : ''
      yield {
        at: { start: first.start, end: first.end },
        message: `Here stands ${name} (U+${code})${count}: remove it, ${harm}`,
        fix: { safe: !(typed && holdsAny(codeIn(document), edits)), edits },
      }
    }
  },
})

function codeIn({ nodes }: MarkdownDocument): Range[] {
  return [...nodes.of('code'), ...nodes.of('inlineCode')].map(({ node }) => rangeOf(node))
}

function holdsAny(ranges: readonly Range[], edits: readonly Edit[]): boolean {
  return edits.some((edit) => ranges.some(({ start, end }) => start <= edit.start && edit.start < end))
}

/** Tells of one offset after the other whether its line is in a script that needs such characters. Each line is looked at once. */
function usefulLines(source: string): (offset: number) => boolean {
  let line = { end: -1, useful: false }
  return (offset) => {
    if (offset > line.end) {
      const end = lineEnd(source, offset)
      line = { end, useful: needing.test(source.slice(lineStart(source, offset), end)) }
    }
    return line.useful
  }
}
