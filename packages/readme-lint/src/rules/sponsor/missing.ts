import type { Funding } from '@frontdoor/kit/project'
import { platformLabel } from '@frontdoor/kit/project/platform-label'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import { addSection } from '../../insert/add-section.ts'
import { joinLinks } from '../../insert/insert.ts'
import { hrefOf, inMarkdown } from '../../insert/link-text.ts'
import { isFrontDoor } from '../../readme/front-door.ts'
import { wholeText } from '../../readme/per-document.ts'
import { accountOf } from '../../readme/sponsors.ts'
import { missingAt } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'
import type { Page } from '../../toc/link.ts'
import { isEnglish } from '../../topics/languages.ts'
import { names } from '../../topics/topics.ts'

export const rule: Rule = defineRule({
  name: 'sponsor/missing',
  summary: 'A project that takes money says so in its README.',
  why: 'FUNDING.yml puts a button on the page of the repository, and nowhere else: readers on npm, PyPI or the documentation never see it. One of six projects with a FUNDING.yml does not mention it in the README (measured on 231 READMEs, 2026-11).',
  severity: 'info',
  rst: true,
  *check(context) {
    const { document, project } = context
    const [first, ...more] = project.funding
    if (!first || !isFrontDoor(context)) return
    const accounts = new Set([first, ...more].map(({ url }) => accountOf(url)))
    if (document.links.some(({ url, text }) => accounts.has(accountOf(url)) || names('sponsors', text))) return
    if (names('sponsors', wholeText(document))) return
    const edits = insertion(context, [first, ...more])
    yield {
      at: missingAt(document),
      message: `Nothing mentions that the project can be sponsored: link ${first.url}`,
      ...(edits && { fix: { safe: isEnglish(document), edits } }),
    }
  },
})

/** One address joins the links that are there; several, or the only links of the README, are a section of their own. */
function insertion(page: Page, funding: readonly Funding[]): readonly Edit[] | undefined {
  const { document } = page
  const [first, ...more] = funding
  const joined = first && more.length === 0 ? joinLinks(document, { label: 'Sponsor', url: first.url }) : undefined
  if (joined) return joined
  const labels = funding.map(({ platform, url }) => platformLabel(platform, url))
  const links = funding.map(({ url }, index) => `[${labelOf(url, labels, index)}](${inMarkdown(hrefOf(url))})`)
  const text =
    links.length === 1
      ? `Support this project: ${links[0]}.`
      : links.map((link) => `${bulletOf(document)} ${link}`).join(document.eol)
  return addSection(page, { title: 'Sponsors', text })
}

/** Two accounts on one platform are told apart by their names. */
function labelOf(url: string, labels: readonly string[], index: number): string {
  const label = labels[index] as string
  const [, account = ''] = /([^/?#]+)\/*(?:[?#].*)?$/.exec(url) ?? []
  const isOne = labels.indexOf(label) === labels.lastIndexOf(label)
  return isOne || !/^[\w.-]+$/.test(account) ? label : `${label}: ${account.replaceAll('_', '\\_')}`
}

/** The bullet of the document's last list. */
function bulletOf({ nodes, source }: MarkdownDocument): string {
  const last = nodes.of('list').findLast(({ node }) => !node.ordered)
  return last ? source.charAt(last.node.position?.start.offset ?? 0) : '-'
}
