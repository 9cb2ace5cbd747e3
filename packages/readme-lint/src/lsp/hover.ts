import type { RuleFinding } from '@frontdoor/kit/report'
import { type Hover, MarkupKind } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { rules } from '../rules.generated.ts'
import { rangeOf } from './diagnostics.ts'

/** What the rules say about what they found at an offset: their pages, in short. */
export function hoverAt(document: TextDocument, findings: readonly RuleFinding[], offset: number): Hover | undefined {
  const here = findings.filter(({ at }) => at.start <= offset && offset <= at.end)
  const [first] = here
  if (!first) return undefined
  const pages = [...new Map(here.map((finding) => [finding.rule, page(finding)])).values()]
  return {
    range: rangeOf(document, first.at),
    contents: { kind: MarkupKind.Markdown, value: pages.join('\n\n---\n\n') },
  }
}

function page({ rule: name, docs }: RuleFinding): string {
  const rule = rules.find((one) => one.name === name)
  const link = docs === undefined ? name : `[${name}](${docs})`
  return [`**${link}**`, ...(rule ? [rule.summary, rule.why] : [])].join('\n\n')
}
