import type { RuleFinding } from '@frontdoor/kit/report'
import type { Edit } from '@frontdoor/markdown/edit'
import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { diagnosticsOf, rangeOf } from './diagnostics.ts'

/** What an editor runs on saving, where its user wants that. */
export const fixAllKind: string = `${CodeActionKind.SourceFixAll}.readme-lint`

/** A fix for each finding in a range that has one. A safe one is what the editor's shortcut takes. */
export function quickFixes(document: TextDocument, findings: readonly RuleFinding[], range: Range): CodeAction[] {
  return findings
    .filter((finding) => touches(rangeOf(document, finding.at), range))
    .flatMap((finding) => (finding.fix ? [quickFix(document, finding, finding.fix)] : []))
}

function quickFix(document: TextDocument, finding: RuleFinding, fix: NonNullable<RuleFinding['fix']>): CodeAction {
  return {
    title: `${fix.safe ? 'Mend' : 'Suggestion for'} ${finding.rule}: ${finding.message}`,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnosticsOf(document, [finding]),
    isPreferred: fix.safe,
    edit: editOf(document, fix.edits),
  }
}

/** All safe fixes at once; `fixed` is the text after them. */
export function fixAll(document: TextDocument, fixed: string): CodeAction[] {
  const text = document.getText()
  if (fixed === text) return []
  const edit = editOf(document, [difference(text, fixed)])
  return [{ title: 'Mend all that is safe to mend in this README', kind: fixAllKind, edit }]
}

/** The edit is for this version of the document only, in clients that can tell versions apart; others read `changes`. */
function editOf(document: TextDocument, edits: readonly Edit[]): WorkspaceEdit {
  const { uri, version } = document
  const changes = edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.text }))
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }], changes: { [uri]: changes } }
}

/** One edit that makes a text into another, without what both begin and end with. */
function difference(from: string, to: string): Edit {
  const shortest = Math.min(from.length, to.length)
  let start = 0
  while (start < shortest && from[start] === to[start]) start++
  let same = 0
  while (same < shortest - start && from.at(-1 - same) === to.at(-1 - same)) same++
  return { start, end: from.length - same, text: to.slice(start, to.length - same) }
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start)
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}
