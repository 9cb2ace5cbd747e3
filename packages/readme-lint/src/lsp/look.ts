import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Fixes, Outcome } from '@frontdoor/kit/cli/runner'
import { type Io, UserError } from '@frontdoor/kit/io'
import { isReadme, readmeAt } from '@frontdoor/kit/readme/readmes'
import { openSubject } from '@frontdoor/kit/readme/subjects'
import type { RuleFinding } from '@frontdoor/kit/report'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { newLintSession } from '../command/session.ts'
import { examine } from '../examine.ts'

/** What there is to say about a document in an editor; undefined for one that is no README, or that a config leaves out. */
export type Look = (document: TextDocument, fixes?: Fixes) => Promise<Outcome | undefined>

/**
 * Looks at documents as the command would. The project is read anew each time: between two keystrokes, the manifest may have
 * been saved.
 */
export function lookingWith(env: Io['env']): Look {
  return async (document, fixes = 'none') => {
    if (!document.uri.startsWith('file:')) return undefined
    const file = fileURLToPath(document.uri)
    if (!isReadme(file)) return undefined
    const readme = readmeAt(file)
    const io = { cwd: dirname(file), env }
    const session = newLintSession(io)
    const home = await session.homeOf(readme.folder)
    const settings = await session.settingsOf(home)
    if (settings.ignored(file)) return undefined
    const subject = await openSubject(io, readme, { home, textOf: async () => document.getText() })
    return examine(subject, { project: await session.projectOf(home), settings, read: session.read, fixes })
  }
}

/** The text after all safe fixes; as it is where it cannot be read. */
export async function fixedText(document: TextDocument, look: Look): Promise<string> {
  try {
    return (await look(document, 'safe'))?.text ?? document.getText()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return document.getText()
  }
}

/** The findings; where the document, or its config, cannot be read, one that says why. */
export async function findingsOf(document: TextDocument, look: Look): Promise<readonly RuleFinding[]> {
  try {
    return (await look(document))?.report.findings ?? []
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return [{ at: { start: 0, end: 0 }, message: error.message, rule: 'readme/unreadable', severity: 'error' }]
  }
}
