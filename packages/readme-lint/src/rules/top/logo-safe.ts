import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Link } from '@frontdoor/markdown/links'
import { logoOf } from '../../logo.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'top/logo-safe',
  summary: 'The logo is shown everywhere: over https, and visible on a white page.',
  why: 'PyPI, npm and editors show READMEs on white, most of them do not know `#gh-dark-mode-only`, and an image over plain http is blocked on every page that has https. A logo in white is then a hole at the very top.',
  severity: 'warning',
  *check({ document }) {
    const logo = logoOf(document)
    if (!logo) return
    const { url, urlAt } = logo
    if (/^http:/i.test(url)) {
      yield {
        at: urlAt,
        message: `The logo comes over plain http, which browsers block on a page with https: use https or a file of the repository`,
      }
    }
    if (isDarkOnly(document, logo)) {
      yield {
        at: urlAt,
        message:
          'The logo is shown in dark mode only: add one for light pages (`#gh-light-mode-only`), or better a <picture>',
      }
    } else if (isWhite(url) && !hasOther(document, logo)) {
      yield {
        at: urlAt,
        message:
          'By its name the logo is white, so it is not seen on the white pages of registries: give it a dark one for them with <picture>',
      }
    }
  },
})

function isDarkOnly({ links }: MarkdownDocument, { url }: Link): boolean {
  return /#gh-dark-mode-only$/.test(url) && !links.some(({ url: other }) => /#gh-light-mode-only$/.test(other))
}

function isWhite(url: string): boolean {
  const file =
    url
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? ''
  return /(?:^|[-_.])(?:white|inverted|inverse)\.\w+$/i.test(file)
}

/** Another image of the same logo, for other pages: in a `<picture>`, or next to it with a fragment for a mode. */
function hasOther({ elements, links }: MarkdownDocument, { start, end }: Link): boolean {
  if (elements.some(({ name, ...element }) => name === 'picture' && element.start <= start && end <= element.end))
    return true
  return links.some(({ image, url }) => image && /#gh-(?:dark|light)-mode-only$/.test(url))
}
