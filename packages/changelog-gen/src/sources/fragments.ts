import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from '@frontdoor/kit/files'
import { UserError } from '@frontdoor/kit/io'
import type { Bump, Change } from '../change.ts'
import { listAt, textAt } from '../forge/json.ts'
import { personOf } from '../message/people.ts'
import { fragment } from './fragment.ts'
import { filesIn, type SourceFile } from './source-files.ts'

/**
 * The changes that fragments describe: changesets, and the files of towncrier, scriv, changie and antsibull-changelog.
 *
 * @param folders relative to the root; those that are not there hold nothing
 * @throws {UserError} where a fragment makes no sense
 */
export async function readFragments(root: string, folders: readonly string[]): Promise<Change[]> {
  const files = await Promise.all(folders.map((folder) => untoldIn(root, folder)))
  const sorted = files.flatMap((some) => some.toSorted(byIssue))
  const readYaml = sorted.some(isYaml) ? (await import('./yaml-fragments.ts')).readYamlFragment : undefined
  return sorted.flatMap((file) => (readYaml && isYaml(file) ? readYaml(file) : readFragment(file)))
}

function isYaml({ name }: SourceFile): boolean {
  return /\.ya?ml$/i.test(name)
}

/** True where the fragments say that a series of prereleases ends with the next release, as `changeset pre exit` does. */
export async function endsPrereleases(root: string, folders: readonly string[]): Promise<boolean> {
  const states = await Promise.all(folders.map((folder) => stateOf(root, folder)))
  return states.some((state) => textAt(state, 'mode') === 'exit')
}

/** Those of a folder that no prerelease has told of: changesets 2 keeps and lists them until the series ends (read 2026-11-26). */
async function untoldIn(root: string, folder: string): Promise<SourceFile[]> {
  const [files, state] = await Promise.all([filesIn(root, folder), stateOf(root, folder)])
  const told = textAt(state, 'mode') === 'pre' ? listAt(state, 'changesets') : []
  return files.filter(({ name }) => !told.includes(name.replace(/\.md$/, '')))
}

/** What changesets knows of a series of prereleases; undefined where there is none. */
async function stateOf(root: string, folder: string): Promise<unknown> {
  const path = join(root, folder, 'pre.json')
  return existsSync(path) ? parsed((await readText(path, root)).text) : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Those of issues by their numbers, then the others by their names, as towncrier has them. */
function byIssue(one: SourceFile, other: SourceFile): number {
  const [a, b] = [one, other].map(({ name }) => Number(/^#?(\d+)\./.exec(name)?.[1] ?? Number.POSITIVE_INFINITY))
  return a === b || a === undefined || b === undefined ? 0 : a - b
}

function readFragment(file: SourceFile): Change[] {
  const text = file.text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  if (/^\s*---[ \t]*\n/.test(text)) return readChangeset(file, text)
  const news = /^(?<issue>[^.]+?)\.(?<type>[a-z][a-z-]*)(?:\.\d+)?(?:\.(?:md|rst|txt|markdown))?$/i.exec(
    file.name,
  )?.groups
  if (news && !/^(?:md|rst|txt|markdown)$/.test(news.type ?? ''))
    return readNews(file, text, news as { issue: string; type: string })
  return readHeadings(file, text)
}

/** The file that a fragment stands in; a file with several fragments numbers them. */
export function fragmentFile({ id }: { readonly id: string }): string {
  return id.replace(/(\.\w+)\/\d+$/, '$1')
}

/** A fragment as a package is told of it; undefined where it names packages, and not this one. */
export function fragmentFor(change: Change, name: string): Change | undefined {
  if (change.packages === undefined) return change
  const own = change.packages.find((one) => one.name === name)
  return own && { ...change, ...declared(own.bump) }
}

/** The highest first. */
const bumps: readonly Bump[] = ['major', 'minor', 'patch', 'none']

/** `--- "pkg": minor ---` and a summary, whose lines may say `pr:`, `commit:` and `author:` (changesets, read 2026-11-22). */
function readChangeset(file: SourceFile, text: string): Change[] {
  const [, front = '', rest = ''] = /^\s*---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n([\s\S]*))?$/.exec(text) ?? []
  const named = front.split('\n').flatMap((line) => {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#')) return []
    const [, name = '', bump = ''] =
      /^(?:"([^"]+)"|'([^']+)'|([^\s:'"]+))\s*:\s*['"]?(\w+)['"]?$/
        .exec(trimmed)
        ?.filter((part) => part !== undefined) ?? []
    const level = bumps.find((one) => one === bump)
    if (level) return [{ name, bump: level }]
    throw new UserError(
      `${file.path}: cannot read ${JSON.stringify(trimmed)}; write "package": major, minor, patch or none`,
    )
  })
  const meta = (name: string) => new RegExp(`^\\s*(?:${name}):\\s*(.+?)\\s*$`, 'im').exec(rest)?.[1]
  const pr = Number(/\d+/.exec(meta('pr|pull|pull request') ?? '')?.[0] ?? Number.NaN)
  const sha = /[0-9a-f]{7,64}/.exec(meta('commit') ?? '')?.[0]
  const summary = rest.replace(/^\s*(?:pr|pull|pull request|commit|author|user):.*$\n?/gim, '').trim()
  if (summary === '') return []
  return parts(file, summary).map((part) => {
    return {
      ...part,
      ...declared(bumps.find((level) => named.some(({ bump }) => bump === level)) ?? 'none'),
      packages: named,
      ...(Number.isInteger(pr) && { pr }),
      shas: sha ? [sha] : [],
      authors: [...(meta('author|user') ?? '').matchAll(/@([\w-]+)/g)].map(([, login = '']) =>
        personOf(login, `${login}@users.noreply.github.com`),
      ),
    }
  })
}

/** Kinds of towncrier, and what people add to them, as the types that categories know. */
const newsTypes: Readonly<Record<string, string>> = {
  feature: 'feat',
  enhancement: 'feat',
  added: 'feat',
  bugfix: 'fix',
  fixed: 'fix',
  doc: 'docs',
  removal: 'remove',
  removed: 'remove',
  breaking: 'feat',
  deprecated: 'deprecate',
  deprecation: 'deprecate',
  misc: 'chore',
  changed: 'change',
}

/** The type of a change whose fragment is of a kind. */
export function typeOfNews(kind: string): string {
  const name = kind.trim().toLowerCase()
  return Object.hasOwn(newsTypes, name) ? (newsTypes[name] as string) : name
}

/** `123.feature.md`, `+words.bugfix`: the issue and the kind are the file's name. */
function readNews(file: SourceFile, text: string, { issue, type }: { issue: string; type: string }): Change[] {
  const summary = text.trim()
  const kind = type.toLowerCase()
  const id = issue.replace(/^#/, '')
  if (summary === '' && issue.startsWith('+')) return []
  return [
    {
      ...fragment(file, summary || `#${id}`),
      type: typeOfNews(kind),
      // Two kinds may be one type; the label tells them apart.
      labels: [kind],
      breaking: kind === 'breaking',
      ...(/^\d+$/.test(id) && {
        references: [{ raw: `#${id}`, id, kind: 'issue' as const }],
        origins: { references: 'fragment' as const },
      }),
    },
  ]
}

/** scriv: headings of categories with a list below each. Without headings, the file is one change. */
function readHeadings(file: SourceFile, text: string): Change[] {
  const spoken = text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^\.\. .*(?:\n[ \t]+.*)*$/gm, '')
    .trim()
  const sections = spoken.split(/^(?:#{1,6} +(.+?)(?: +#+)?|(\S[^\n]*)\n[-=~]{3,})$/m)
  if (sections.length === 1) return spoken === '' ? [] : parts(file, spoken)
  const changes: Change[] = []
  for (let at = 1; at < sections.length; at += 3) {
    const kind = (sections[at] ?? sections[at + 1] ?? '').trim().toLowerCase()
    for (const item of listItems(sections[at + 2] ?? '')) {
      changes.push({
        ...fragment(file, item),
        id: `${file.path}/${changes.length + 1}`,
        type: typeOfNews(kind),
        breaking: kind === 'breaking',
      })
    }
  }
  return changes
}

/** The changes that a text tells of: the items of one that is nothing but a list, else all of it. */
function parts(file: SourceFile, text: string): Change[] {
  const isList = /^[-*+] /.test(text) && text.split('\n').every((line) => /^(?:[-*+] |\s|$)/.test(line))
  const items = isList ? listItems(text) : [text]
  return items.map((item, at) => ({
    ...fragment(file, item),
    ...(items.length > 1 && { id: `${file.path}/${at + 1}` }),
  }))
}

function listItems(text: string): string[] {
  const items = text.split(/^(?:[-*+]) +/m)
  const [lead = '', ...rest] = items.map((item) => item.replace(/^ {2,4}/gm, '').trim())
  return [lead, ...rest].filter(Boolean)
}

const typesOfBumps: Readonly<Record<Bump, string>> = { major: 'feat', minor: 'feat', patch: 'fix', none: 'chore' }

/** What a level says of a change. */
function declared(bump: Bump): Pick<Change, 'breaking'> & { readonly bump: Bump; readonly type: string } {
  return { bump, type: typesOfBumps[bump], breaking: bump === 'major' }
}
