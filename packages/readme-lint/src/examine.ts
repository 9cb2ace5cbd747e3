import type { Project } from '@frontdoor/kit/project'
import type { FileReport, RuleFinding } from '@frontdoor/kit/report'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { fix } from './fix.ts'
import { showingsOf } from './hosts.ts'
import { lint, type Timer } from './lint.ts'
import { profileOf, rulesIn } from './profiles.ts'
import { otherFormat } from './readmes.ts'
import { isRst, readRst, withAddressFixes } from './rst.ts'
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

/** Which fixes to apply: none, the safe ones, or suggestions too. */
export type Fixes = 'none' | 'safe' | 'all'

/** What was found in a text, and the text after its fixes. */
export interface Outcome {
  readonly subject: Subject
  readonly text: string
  readonly report: FileReport
}

/** Runs the rules over one text and, where asked to, applies their fixes. */
export async function examine(subject: Subject, examination: Examination): Promise<Outcome> {
  const { project, settings, read, fixes, time } = examination
  const { path, text, shown } = subject
  const format = otherFormat(path)
  if (format) return outcome(subject, text, [notRead(format)])
  const showings = showingsOf(project, path, settings.hosts)
  const rules = rulesIn(settings.profile ?? profileOf(project), settings.rules)
  const check = async (source: string): Promise<RuleFinding[]> => {
    if (!isRst(path)) return lint({ document: await read(source, shown), project, path, showings }, rules, time)
    const document = await readRst(source, shown)
    const applying = rules.filter(({ rule }) => rule.rst)
    return withAddressFixes(document, lint({ document, project, path, showings }, applying, time))
  }
  if (fixes === 'none') return outcome(subject, text, await check(text))
  const { source, findings } = await fix(text, check, fixes === 'all')
  return outcome(subject, source, findings)
}

/** An outcome, whose findings are about `text`. */
export function outcome(subject: Subject, text: string, findings: readonly RuleFinding[]): Outcome {
  return { subject, text, report: { path: subject.shown, source: text, findings } }
}

function notRead(format: string): RuleFinding {
  const message = `Not checked: this README is ${format}, and readme-lint reads Markdown and reStructuredText`
  return { at: { start: 0, end: 0 }, message, rule: 'readme/format', severity: 'info' }
}
