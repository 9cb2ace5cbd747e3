import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Nodes } from 'mdast'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'
import { isLinkedByVsce, issuesIn } from '../../shown/vsce-issues.ts'

export const rule: Rule = defineRule({
  name: 'host/vsce-issue',
  summary: 'No link and no code of an extension for VS Code holds what vsce takes for the number of an issue.',
  why: 'When vsce packages an extension, it makes a link of each `#12` behind a blank, wherever it stands. A link that holds one is then shown as it is typed, and so is code: a colour such as `#112233` becomes the address of an issue. GitHub does neither, so nobody sees it before the extension is published.',
  severity: 'warning',
  *check(context) {
    const { document, project, showings } = context
    const hosts = showings.map(({ host }) => host).filter(({ markup }) => markup?.vsceIssues)
    if (hosts.length === 0 || !isLinkedByVsce(project.repository)) return
    const inCode = issuesWithin(document, ['code', 'inlineCode'])
    const coded = new Set(inCode.map(({ start }) => start))
    const inLinks = issuesWithin(document, ['link', 'linkReference']).filter(({ start }) => !coded.has(start))
    const names = hosts.map(({ name }) => name)
    for (const at of inLinks) yield { ...linkFinding(at, context), hosts: names }
    const [first] = inCode
    if (first) yield { at: first, message: messageOf(first, inCode.length, context), hosts: names }
  },
})

/** The numbers inside of nodes of these types, in the order of the document. */
function issuesWithin({ nodes, source }: MarkdownDocument, types: readonly Nodes['type'][]): Range[] {
  const found = types.flatMap((type) => nodes.of(type).flatMap(({ node }) => issuesIn(source, rangeOf(node))))
  return found.sort((one, other) => one.start - other.start)
}

function linkFinding(at: Range, { document: { source } }: RuleContext): Finding {
  const text = source.slice(at.start, at.end)
  const hash = at.start + text.indexOf('#')
  return {
    at,
    message: `vsce makes a link of ${text}, and no link holds another: this one is shown as it is typed; write ${text.replace('#', '\\#')}`,
    fix: { safe: true, edits: [{ start: hash, end: hash, text: '\\' }] },
  }
}

function messageOf(at: Range, count: number, { document: { source }, project }: RuleContext): string {
  const flag = project.repository?.host === 'gitlab.com' ? '--no-gitLabIssueLinking' : '--no-gitHubIssueLinking'
  const text = source.slice(at.start, at.end)
  const places = count > 1 ? ` (${count} places)` : ''
  return `vsce writes a link in the place of ${text}, in code too${places}: package with ${flag}`
}
