import { fix } from '@frontdoor/kit/fix'
import type { FileReport, RuleFinding } from '@frontdoor/kit/report'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { showingsOf } from './hosts.ts'
import { lint } from './lint.ts'
import { otherFormat } from './readmes.ts'
import type { Settings } from './settings.ts'
import type { Subject } from './subjects.ts'

/** How to look at a text. */
export interface Examination {
  readonly settings: Settings
  /** Makes a document of a text; throws where a parser could not cope with it. */
  readonly read: (source: string, shown: string) => Promise<MarkdownDocument>
  /** Which fixes to apply: none, the safe ones, or suggestions too. */
  readonly fixes: 'none' | 'safe' | 'all'
}

/** What was found in a text, and the text after its fixes. */
export interface Outcome {
  readonly subject: Subject
  readonly text: string
  readonly report: FileReport
}

/** Runs the rules over one text and, where asked to, applies their fixes. */
export async function examine(subject: Subject, { settings, read, fixes }: Examination): Promise<Outcome> {
  const { project, path, text, shown } = subject
  const format = otherFormat(path)
  if (format) return { subject, text, report: { path: shown, source: text, findings: [notRead(format)] } }
  const showings = showingsOf(project, path, settings.hosts)
  const check = async (source: string): Promise<RuleFinding[]> =>
    lint({ document: await read(source, shown), project, path, showings }, settings.rules)
  if (fixes === 'none') return { subject, text, report: { path: shown, source: text, findings: await check(text) } }
  const { source, findings } = await fix(text, check, fixes === 'all')
  return { subject, text: source, report: { path: shown, source, findings } }
}

function notRead(format: string): RuleFinding {
  const message = `Not checked: this README is ${format}, and readme-lint reads Markdown so far`
  return { at: { start: 0, end: 0 }, message, rule: 'readme/format', severity: 'info' }
}
