import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Link } from '@frontdoor/markdown/links'
import { logoOf } from '../../readme/logo.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'top/logo-safe',
  summary: 'The logo is shown everywhere: over https, and in light mode.',
  why: 'GitHub and PyPI fetch images over plain http through a proxy; editors and most other sites refuse them. And a logo that is shown in dark mode only is a hole at the very top for everybody else, which is all readers on npm, PyPI and in editors.',
  severity: 'warning',
  *check({ document }) {
    const logo = logoOf(document)
    if (!logo) return
    const { url, urlAt } = logo
    if (/^http:/i.test(url)) {
      yield {
        at: urlAt,
        message:
          'The logo comes over plain http, which editors and most sites refuse to show: use https, or a file of the repository',
      }
    }
    if (isDarkOnly(document, logo)) {
      yield {
        at: urlAt,
        message:
          'The logo is shown in dark mode only: add one for light pages (`#gh-light-mode-only`), or better a <picture>',
      }
    }
  },
})

function isDarkOnly({ links }: MarkdownDocument, { url }: Link): boolean {
  return /#gh-dark-mode-only$/.test(url) && !links.some(({ url: other }) => /#gh-light-mode-only$/.test(other))
}
