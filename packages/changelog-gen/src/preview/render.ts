import { printable } from '@frontdoor/kit/terminal'
import { details, safe, table } from '@frontdoor/kit/text/github-markdown'
import type { Preview, PreviewRelease } from './preview.ts'

/** A comment has at most 65,536 characters. */
const longestNotes = 40_000
const mostRows = 50
const mostReasons = 3

/** A preview for a terminal: the version, then what becomes of each change. */
export function previewText({ releases, changes }: Preview): string {
  const lines = [
    ...releases.map((release) => versionLine(release, { mark: (version) => version, say: (words) => words })),
    ...changes.map(({ subject, becomes }) => `${subject}: ${becomes}`),
    ...(changes.length === 0 ? ['It changes nothing in the changelog.'] : []),
  ]
  return lines.map((line) => `${printable(line)}\n`).join('')
}

/**
 * A preview for a comment, or for the page of a run.
 *
 * @param notes all that is not released yet, as Markdown
 */
export function previewMarkdown({ releases, changes }: Preview, notes: string): string {
  const rows = changes.slice(0, mostRows).map(({ subject, becomes }) => [safe(subject), safe(becomes)])
  const left = changes.length - rows.length
  return [
    '### What merging this does to the changelog',
    ...releases.map((release) => versionLine(release, { mark: (version) => `**${safe(version)}**`, say: safe })),
    ...(rows.length > 0 ? [table(['Change', 'In the changelog'], rows)] : ['It changes nothing in the changelog.']),
    ...(left > 0 ? [`… and ${left} more.`] : []),
    ...(notes.trim() !== '' && notes.length <= longestNotes ? [details('All that is not released yet', notes)] : []),
  ].join('\n\n')
}

/** Notes without the links to a commit that nobody else has. */
export function withoutCommit(notes: string, sha: string): string {
  const short = sha.slice(0, 7)
  const link = `(?:\\[\`?${short}\`?\\]\\([^)\\s]*\\)|\`${short}\`)`
  return notes.replaceAll(new RegExp(` \\(${link}\\)|${link} ?`, 'g'), '')
}

interface Form {
  readonly mark: (version: string) => string
  readonly say: (words: string) => string
}

function versionLine(release: PreviewRelease, { mark, say }: Form): string {
  const { version, previous, reasons, without } = release
  const of = release.package === undefined ? '' : ` of ${say(release.package)}`
  if (version === null) return `No release${of} is due with it.`
  const after = previous === null ? '' : `, after ${say(previous)}`
  const why = reasons.length > 0 ? `: ${say(reasons.slice(0, mostReasons).join('; '))}` : ''
  const other = without === null || without === version ? '' : ` (${say(without)} without it)`
  return `With it, the next version${of} is ${mark(version)}${after}${other}${why}.`
}
