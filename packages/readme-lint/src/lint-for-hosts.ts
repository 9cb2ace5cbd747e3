import { groupBy } from '@frontdoor/kit/group-by'
import { heedSource } from '@frontdoor/kit/readme/source'
import type { RuleFinding } from '@frontdoor/kit/report'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { isNamed, type Showing } from './hosts.ts'
import { type LintContext, lint, type Timer } from './lint.ts'
import type { ConfiguredRule } from './rule.ts'
import { hiddenFrom, type Region, regionsOf } from './shown/regions.ts'

/** How to look at a text again, and for how long that takes. */
interface Means {
  /** Makes a document of a text. */
  readonly read: (source: string) => Promise<MarkdownDocument>
  readonly time?: Timer | undefined
}

/**
 * What the rules have to say about a document, where parts of it may be for some hosts only: of what a host will not show,
 * nothing is said for it. Of a README that is made from another file nothing is mended unasked.
 */
export async function lintForHosts(
  context: LintContext,
  rules: readonly ConfiguredRule[],
  means: Means,
): Promise<RuleFinding[]> {
  const { document, path, project } = context
  return heedSource(await inRegions(context, rules, means), { document, path, files: project.files })
}

async function inRegions(
  context: LintContext,
  rules: readonly ConfiguredRule[],
  { read, time }: Means,
): Promise<RuleFinding[]> {
  const { document, showings, path } = context
  if (regionsOf(document).regions.length === 0) return lint(context, rules, time)
  const findings = (await lint(context, rules, time)).filter(({ hosts }) => hosts === undefined)
  const groups = groupBy(showings, (showing) => blanked(document.source, hiddenIn(document, showing, path)))
  for (const [source, group] of groups) {
    const seen = source === document.source ? document : await read(source)
    const found = await lint({ ...context, document: seen, showings: group }, rules, time)
    findings.push(...found.filter(({ hosts }) => hosts !== undefined))
  }
  return findings.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
}

/** The regions that a host will not show. A forge shows the file as it is, and so does a registry that is given this very file. */
function hiddenIn(document: MarkdownDocument, { host, manifest }: Showing, path: string): readonly Region[] {
  const shownWhole = host.kind === 'forge' || (manifest !== undefined && isNamed(manifest, path))
  return shownWhole ? [] : hiddenFrom(document, host)
}

/** The source with blanks in the place of regions, so that all else is where it was. */
function blanked(source: string, regions: readonly Region[]): string {
  return regions.reduce(
    (text, { start, end }) =>
      text.slice(0, start) + text.slice(start, end).replaceAll(/[^\r\n]/g, ' ') + text.slice(end),
    source,
  )
}
