import { isRst } from '@frontdoor/kit/readme/readmes'
import { decode } from '@frontdoor/kit/text/percent'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Finding } from '@frontdoor/markdown/finding'
import { hasFrontMatter } from '../../readme/front-matter.ts'
import { isNameOf } from '../../readme/names.ts'
import { linksIn, missingAt, topOf } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { isTranslation } from '../../topics/languages.ts'

export const rule: Rule = defineRule({
  name: 'top/title',
  summary: 'A README has one title: a heading of level 1, or a logo whose alt text is the name of the project.',
  why: 'The title is what search results, screen readers and link previews show. Packagist deletes the first heading as the title, whatever it says, and a second heading of level 1 makes the outline of the page start anew.',
  severity: 'info',
  rst: true,
  *check({ document, path, project }) {
    const top = topOf(document)
    const named = document.links.some(
      ({ image, text, start, kind }) => image && kind !== 'definition' && start < top.end && isNameOf(text, project),
    )
    if (!top.title && !named && !hasFrontMatter(document, 'title')) {
      yield missingTitle(document, path)
    }
    const others = translations(document)
    const upper = document.sections.filter(({ depth, slug }) => depth === 1 && !others.has(slug))
    const [, second, ...more] = upper.slice(Math.max(0, top.title ? upper.indexOf(top.title) : 0))
    if (second) {
      const count = more.length + 2
      yield {
        at: second,
        message: `One of ${count} headings of level 1: a page has one title, so make the sections level 2 (\`##\`)`,
      }
    }
  },
})

/** Anchors of what the top of a README leads to as the same in another language: a page of its own, with its own title. */
function translations(document: MarkdownDocument): ReadonlySet<string> {
  const links = linksIn(document, topOf(document)).filter((link) => link.url.startsWith('#') && isTranslation(link))
  return new Set(links.map(({ url }) => decode(url.slice(1)).toLowerCase()))
}

function missingTitle(document: MarkdownDocument, path: string): Finding {
  const at = missingAt(document)
  // Old parsers took `#tea` for a heading.
  if (/^#[^\s#!]/.test(document.slice(at)) && !isRst(path)) {
    const behind = at.start + 1
    return {
      at,
      message: 'No title: put a blank behind the "#", without which this line is text',
      fix: { safe: true, edits: [{ start: behind, end: behind, text: ' ' }] },
    }
  }
  const what = document.source.trim() === '' ? 'This README is empty' : 'No title'
  return {
    at,
    message: `${what}: start with a heading of level 1, or a logo whose alt text is the name of the project`,
  }
}
