import type { Change } from '../change.ts'
import { fragment } from './fragment.ts'
import type { SourceFile } from './source-files.ts'

/** As note.go reads them, which looks for neither the end of the first line nor the start of the last. */
const block = /^```release-?note(?::([^\r\n]*))?\n?([\s\S]*?)```/gm

/** True for a file of go-changelog: blocks of code that say what sort of change it is. */
export function hasReleaseNotes(text: string): boolean {
  return text.search(block) !== -1
}

/** Types as their meaning; `bug` and `enhancement` are of its README, the others of its entry.go and of projects that use it (c. 2026-08, read 2026-11-26). */
const types: ReadonlyMap<string, string> = new Map([
  ['enhancement', 'feat'],
  ['improvement', 'feat'],
  ['feature', 'feat'],
  ['bug', 'fix'],
  ['deprecation', 'deprecate'],
  ['breaking-change', 'change'],
  ['security', 'security'],
  // Nobody has seen the fault, or nothing is to be told.
  ['unreleased-bug', 'chore'],
  ['none', 'chore'],
])

/** go-changelog: `.changelog/NUMBER.txt`, called after the pull request. Such a file stays when its release is made. */
export function readReleaseNotes(file: SourceFile, text: string): Change[] {
  const blocks = [...text.matchAll(block)].map(([, type = '', note = '']) => ({
    type: type.trim().toLowerCase().replaceAll('_', '-'),
    note: note.trim(),
  }))
  const pr = /^#?(\d+)\.txt$/.exec(file.name)?.[1]
  const told = blocks.filter(({ type, note }) => note !== '' || type === 'none')
  return told.map(({ type, note }, place) => ({
    ...fragment(file, note === '' ? file.name : summaryOf(type, note)),
    ...(told.length > 1 && { id: `${file.path}/${place + 1}` }),
    ...(type !== '' && { type: typeOf(type), labels: [type] }),
    breaking: type === 'breaking-change',
    ...(pr !== undefined && { pr: Number(pr) }),
    stays: true,
  }))
}

function typeOf(type: string): string {
  return types.get(type) ?? (type.startsWith('new-') ? 'feat' : type)
}

/** Of something new, only the name is given: `google_kms_key`, of the type `new-resource`. */
function summaryOf(type: string, note: string): string {
  const [, kind] = /^new-(.+)$/.exec(type) ?? []
  if (kind === undefined || !/^`?[\w./:-]+`?$/.test(note)) return note
  const words = (kind === 'datasource' ? 'data source' : kind.replaceAll('-', ' ')).replace(/^./, (letter) =>
    letter.toUpperCase(),
  )
  return `**New ${words.replace(/ ./g, (part) => part.toUpperCase())}:** \`${note.replaceAll('`', '')}\``
}
