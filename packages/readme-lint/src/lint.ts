import type { RuleFinding } from '@frontdoor/kit/report'
import type { Finding } from '@frontdoor/markdown/finding'
import { docsUrl } from './docs-url.ts'
import { withholdFixes } from './readme/generated.ts'
import type { ConfiguredRule, RuleContext } from './rule.ts'
import { suppress } from './suppress/suppress.ts'

/** What there is to look at, without the options, which each rule has its own of. */
export type LintContext = Omit<RuleContext, 'options'>

/** Does a piece of work and may note how long it took. */
export type Timer = <Result>(name: string, work: () => Result) => Result

/** What the rules have to say about a document, less what its comments suppress; sorted by place, then rule. */
export async function lint(
  context: LintContext,
  rules: readonly ConfiguredRule[],
  time: Timer = (_, work) => work(),
): Promise<RuleFinding[]> {
  const { document, project, path, showings, web } = context
  const able = rules.filter(({ rule }) => !rule.network || context.web)
  // All that an empty README lacks is one thing: a beginning.
  const wanted = document.source.trim() === '' ? able.filter(({ rule }) => rule.name === 'top/title') : able
  const waiting: Promise<RuleFinding[]>[] = []
  const findings = wanted.flatMap((configured) =>
    time(configured.rule.name, () => {
      // Written out: spreading an object for each rule took a tenth of the time of all rules.
      const own = { document, project, path, showings, options: configured.options }
      const found = configured.rule.check(web ? { ...own, web } : own)
      if (!(Symbol.asyncIterator in found)) return [...found].map((finding) => attribute(finding, configured))
      waiting.push(collect(found, configured))
      return []
    }),
  )
  const late = (await Promise.all(waiting)).flat()
  const untold = new Set(wanted.filter((one) => one.untold).map(({ rule }) => rule.name))
  const told = suppress(document, [...findings, ...late], wanted).filter(({ rule }) => !untold.has(rule))
  return withholdFixes(document, told).sort(byPlace)
}

async function collect(found: AsyncIterable<Finding>, configured: ConfiguredRule): Promise<RuleFinding[]> {
  const findings: RuleFinding[] = []
  for await (const finding of found) findings.push(attribute(finding, configured))
  return findings
}

/** Of what a rule points at, a link or a section with its nodes, only the range is kept. */
function attribute(finding: Finding, { rule, severity }: ConfiguredRule): RuleFinding {
  const { start, end } = finding.at
  return { ...finding, at: { start, end }, rule: rule.name, severity, docs: docsUrl(rule.name) }
}

function byPlace(a: RuleFinding, b: RuleFinding): number {
  return a.at.start - b.at.start || a.at.end - b.at.end || (a.rule < b.rule ? -1 : Number(a.rule > b.rule))
}
