import { examineText, type Fixes, type Outcome, outcomeOf } from '@frontdoor/kit/cli/runner'
import type { Project } from '@frontdoor/kit/project'
import { isRst, otherFormat } from '@frontdoor/kit/readme/readmes'
import { readRst, withAddressFixes } from '@frontdoor/kit/readme/rst'
import { heedLink } from '@frontdoor/kit/readme/source'
import type { Subject } from '@frontdoor/kit/readme/subjects'
import type { RuleFinding } from '@frontdoor/kit/report'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { configuredRules } from './config/configure.ts'
import { profileOf, rulesIn } from './config/profiles.ts'
import type { Settings } from './config/settings.ts'
import { showingsOf } from './hosts.ts'
import { lint, type Timer } from './lint.ts'
import { lintForHosts } from './lint-for-hosts.ts'
import type { Web } from './web/web.ts'

/** How to look at a text. */
export interface Examination {
  readonly project: Project
  readonly settings: Settings
  /** Makes a document of a text; throws where a parser could not cope with it. */
  readonly read: (source: string, shown: string) => Promise<MarkdownDocument>
  readonly fixes: Fixes
  /** Where addresses lead; absent without `--link`. */
  readonly web?: Web | undefined
  readonly time?: Timer | undefined
}

/** Runs the rules over one text and, where asked to, applies their fixes. */
export async function examine(subject: Subject, examination: Examination): Promise<Outcome> {
  const { project, settings, read, fixes, web, time } = examination
  const { path, text, shown } = subject
  const format = otherFormat(path)
  if (format) return outcomeOf(subject, text, [notRead(format)])
  const context = { project, path, showings: showingsOf(project, path, settings.hosts), ...(web && { web }) }
  const rules = rulesIn(settings.profile ?? profileOf(project, text), configuredRules(settings))
  const check = async (source: string): Promise<RuleFinding[]> => {
    if (!isRst(path)) {
      const again = (text: string) => read(text, shown)
      return lintForHosts({ document: await again(source), ...context }, rules, { read: again, time })
    }
    const document = await readRst(source, shown)
    const applying = rules.filter(({ rule }) => rule.rst)
    const mending = new Set(applying.flatMap(({ rule }) => (rule.rst === 'fixes' ? rule.name : [])))
    return withAddressFixes(document, await lint({ document, ...context }, applying, time), mending)
  }
  return examineText(subject, async (source) => heedLink(await check(source), subject), fixes)
}

function notRead(format: string): RuleFinding {
  const message = `Not checked: this README is ${format}, and readme-lint reads Markdown and reStructuredText`
  return { at: { start: 0, end: 0 }, message, rule: 'readme/format', severity: 'info' }
}
