import type { RuleFinding } from '@frontdoor/kit/report'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { ConfiguredRule } from '../rule.ts'
import { rule as unusedRule } from '../rules/suppress/unused.ts'
import { type Directive, readDirectives } from './directives.ts'
import { findUnused, type Usage } from './unused.ts'

/**
 * Takes out the findings that comments suppress. Where `suppress/unused` is among the rules that were run, it adds one for
 * each comment, or name in a comment, that suppresses nothing.
 */
export function suppress(
  document: MarkdownDocument,
  findings: readonly RuleFinding[],
  ran: readonly ConfiguredRule[],
): RuleFinding[] {
  const { disabling, idleEnds, slips } = readDirectives(document)
  if (disabling.length + idleEnds.length + slips.length === 0) return [...findings]
  const usages: Usage[] = disabling.map((directive) => ({ directive, used: new Set() }))
  const kept = findings.filter((finding) => {
    const hits = usages.filter(({ directive }) => suppresses(directive, finding))
    for (const { used } of hits) used.add(finding.rule)
    return hits.length === 0
  })
  const own = ran.find(({ rule }) => rule.name === unusedRule.name)
  if (!own) return kept
  const unused = findUnused(document, { usages, idleEnds, slips, ran }).filter(
    (finding) => !disabling.some(isKept(finding)),
  )
  return [...kept, ...unused.map((finding) => ({ ...finding, severity: own.severity }))]
}

function suppresses({ range, rules }: Directive, { at, rule }: RuleFinding): boolean {
  return range.start <= at.start && at.start < range.end && (rules.length === 0 || rules.includes(rule))
}

/** A comment may keep comments from being reported, but only by the name of that rule: else it would keep itself. */
function isKept(finding: RuleFinding): (directive: Directive) => boolean {
  return (directive) => directive.rules.includes(unusedRule.name) && suppresses(directive, finding)
}
