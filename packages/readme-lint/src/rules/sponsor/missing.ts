import type { Funding } from '@frontdoor/kit/project'
import { appendSection } from '../../insert.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { missingAt } from '../../top.ts'
import { names } from '../../topics.ts'

export const rule: Rule = defineRule({
  name: 'sponsor/missing',
  summary: 'A project that takes money says so in its README.',
  why: 'FUNDING.yml puts a button on the page of the repository, and nowhere else: readers on npm, PyPI or the documentation never see it. One of six projects with a FUNDING.yml does not mention it in the README (measured on 231 READMEs, 2026-11).',
  severity: 'info',
  rst: true,
  *check({ document, project }) {
    const [first, ...more] = project.funding
    if (!first) return
    const all = [first, ...more]
    if (document.links.some(({ url, text }) => all.some((one) => sameAddress(url, one.url)) || names('sponsors', text)))
      return
    if (document.sections.some(({ title }) => names('sponsors', title))) return
    if (names('sponsors', document.text({ start: 0, end: document.source.length }))) return
    const links = all.map(({ platform, url }) => `- [${label(platform)}](${url})`).join(document.eol)
    yield {
      at: missingAt(document),
      message: `Nothing mentions that the project can be sponsored: link ${first.url}`,
      fix: { safe: false, edits: [appendSection(document, 'Sponsors', links)] },
    }
  },
})

function sameAddress(a: string, b: string): boolean {
  return bare(a) === bare(b)
}

function bare(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '')
    .toLowerCase()
}

/** `open_collective` is Open Collective. */
function label(platform: Funding['platform']): string {
  return platform.replaceAll(
    /(^|[_-])([a-z])/g,
    (_, gap: string, letter: string) => `${gap && ' '}${letter.toUpperCase()}`,
  )
}
