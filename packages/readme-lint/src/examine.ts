import { otherFormat } from '@frontdoor/kit/readmes'
import type { RuleFinding } from '@frontdoor/kit/report'
import { examineText, type Fixes, type Outcome, outcomeOf } from '@frontdoor/kit/runner'
import type { Subject } from '@frontdoor/kit/subjects'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { showingsOf } from './hosts.ts'
import { lint } from './lint.ts'
import type { Settings } from './settings.ts'
import type { Web } from './web.ts'

/** How to look at a text. */
export interface Examination {
  readonly settings: Settings
  /** Makes a document of a text; throws where a parser could not cope with it. */
  readonly read: (source: string, shown: string) => Promise<MarkdownDocument>
  readonly fixes: Fixes
  /** Where addresses lead; absent without `--link`. */
  readonly web?: Web | undefined
}

/** Runs the rules over one text and, where asked to, applies their fixes. */
export async function examine(subject: Subject, { settings, read, fixes, web }: Examination): Promise<Outcome> {
  const { project, path, text, shown } = subject
  const format = otherFormat(path)
  if (format) return outcomeOf(subject, text, [notRead(format)])
  const showings = showingsOf(project, path, settings.hosts)
  const check = async (source: string): Promise<RuleFinding[]> =>
    lint({ document: await read(source, shown), project, path, showings, ...(web && { web }) }, settings.rules)
  return examineText(subject, check, fixes)
}

function notRead(format: string): RuleFinding {
  const message = `Not checked: this README is ${format}, and readme-lint reads Markdown so far`
  return { at: { start: 0, end: 0 }, message, rule: 'readme/format', severity: 'info' }
}
