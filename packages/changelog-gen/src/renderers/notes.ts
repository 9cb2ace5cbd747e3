import { posix } from 'node:path'
import { fileUrl } from '@frontdoor/kit/forge'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Contributor } from '../release.ts'
import type { Notes } from '../writing/notes.ts'
import { cutMarkdown } from './cut.ts'
import type { NoteFormat } from './note-formats.ts'

/** The most that a host takes of a release's text: GitHub 125,000 characters, GitLab 1,000,000 (read 2026-11-22). */
const limits: Readonly<Partial<Record<NoteFormat, number>>> = { github: 125_000, gitlab: 1_000_000 }

/** Notes as text for a host. */
export async function renderNotes(notes: Notes, format: Exclude<NoteFormat, 'json'>): Promise<string> {
  const text = [await movedBody(notes), ...behind(notes, format)].filter((block) => block.trim() !== '').join('\n')
  if (format === 'plain') return plain(text)
  const length = limits[format]
  return length === undefined ? text : cutMarkdown(text, { length, rest: (entries) => restLine(notes, entries) })
}

/** Notes stand elsewhere than the changelog, so that its relative addresses would lead nowhere. Most have none. */
async function movedBody({ body, release, repository, path }: Notes): Promise<string> {
  if (!/\]\((?!https?:|#)|^\[[^\]]+\]:(?![ \t]*<?https?:)|(?:href|src)=/m.test(body)) return body
  const [{ absoluteLinks }, document] = await Promise.all([import('./absolute.ts'), read(body)])
  return absoluteLinks(document, {
    repository,
    ref: release.tag ?? 'HEAD',
    folder: posix.dirname(path).replace(/^\.$/, ''),
  })
}

/** What a forge's own notes end with, where the forge knows the people and shows the comparison. */
function behind({ release, compareUrl }: Notes, format: NoteFormat): string[] {
  if (format !== 'github' && format !== 'gitlab') return []
  const people = release.contributors.filter(({ isNew, login }) => isNew && login !== undefined && isLogin(login))
  const isComparison = release.range.from !== undefined && compareUrl !== undefined
  return [
    ...(people.length > 0 ? [`### New Contributors\n\n${people.map(welcome).join('\n')}\n`] : []),
    ...(isComparison ? [`**Full Changelog**: <${compareUrl}>\n`] : []),
  ]
}

function welcome({ login }: Contributor): string {
  return `- @${login} made their first contribution`
}

/** A name that GitHub gives; only such a one may become a mention. */
function isLogin(login: string): boolean {
  return /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i.test(login)
}

function restLine({ release, repository, path, compareUrl }: Notes, entries: number): string {
  const page = repository && fileUrl(repository, release.tag ?? 'HEAD', path)
  const url = page ?? compareUrl
  const more = `${entries} more ${entries === 1 ? 'entry' : 'entries'}`
  return url === undefined
    ? `… and ${more} in ${posix.basename(path)}`
    : `… and ${more} in [${posix.basename(path)}](${url})`
}

async function plain(text: string): Promise<string> {
  const [{ plainText }, { tree }] = await Promise.all([import('./plain.ts'), read(text)])
  return plainText(tree)
}

/** Most notes are not read, and to load what reads them takes a quarter of what a run loads. */
async function read(text: string): Promise<MarkdownDocument> {
  const { loadReader } = await import('@frontdoor/kit/readme/parser')
  return (await loadReader('auto'))(text, 'the notes')
}
