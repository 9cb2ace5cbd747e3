import type { Project } from '@frontdoor/kit/project'
import type { RuleFinding } from '@frontdoor/kit/report'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { configuredRules } from './configure.ts'
import { fix } from './fix.ts'
import { showingsOf } from './hosts.ts'
import { lint, type Timer } from './lint.ts'
import { type Fixes, type Outcome, outcome } from './outcome.ts'
import { otherFormat } from './readmes.ts'
import type { Settings } from './settings.ts'
import type { Subject } from './subjects.ts'

/** How to look at a text. */
export interface Examination {
  readonly project: Project
  readonly settings: Settings
  /** Makes a document of a text; throws where a parser could not cope with it. */
  readonly read: (source: string, shown: string) => Promise<MarkdownDocument>
  readonly fixes: Fixes
  readonly time?: Timer | undefined
}

/** Runs the rules over one text and, where asked to, applies their fixes. */
export async function examine(subject: Subject, examination: Examination): Promise<Outcome> {
  const { project, settings, read, fixes, time } = examination
  const { path, text, shown } = subject
  const format = otherFormat(path)
  if (format) return outcome(subject, text, [notRead(format)])
  const showings = showingsOf(project, path, settings.hosts)
  const check = async (source: string): Promise<RuleFinding[]> =>
    lint({ document: await read(source, shown), project, path, showings }, configuredRules(settings), time)
  if (fixes === 'none') return outcome(subject, text, await check(text))
  const { source, findings } = await fix(text, check, fixes === 'all')
  return outcome(subject, source, findings)
}

function notRead(format: string): RuleFinding {
  const message = `Not checked: this README is ${format}, and readme-lint reads Markdown so far`
  return { at: { start: 0, end: 0 }, message, rule: 'readme/format', severity: 'info' }
}
