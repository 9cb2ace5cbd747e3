import type { Change } from '../change.ts'
import { isOfCovector, readChangeset, readFolder } from './changesets.ts'
import { isOfRubocop, readCalens, readRubocop, readUnclog } from './folder-fragments.ts'
import { fragment, fragmentsIn, listItems } from './fragment.ts'
import { hasReleaseNotes, readReleaseNotes } from './release-notes.ts'
import { markdownOf } from './rst.ts'
import type { SourceFile, ToldIn } from './source-files.ts'

/** What fragments say of the next release. */
export interface Fragments {
  readonly changes: readonly Change[]
  /** True where they say that a series of prereleases ends with it. */
  readonly endsPrereleases: boolean
}

/** What a project says that has none. */
export const noFragments: Fragments = { changes: [], endsPrereleases: false }

/**
 * The changes that fragments describe: those of changesets and covector, and the files of towncrier, scriv, changie, antsibull-changelog, chloggen, go-changelog,
 * beachball, Rush, unclog, calens, RuboCop, reno and Kong.
 *
 * @param folders relative to the root, or their files of one ending, `.changelog/*.txt`; those that are not there hold nothing
 * @param toldIn gives the files of a folder that need not be read where they stay
 * @throws {UserError} where a fragment makes no sense
 */
export async function readFragments(root: string, folders: readonly string[], toldIn?: ToldIn): Promise<Fragments> {
  const read = await Promise.all(folders.map((folder) => readFolder(root, folder, toldIn)))
  const sorted = read.flatMap(({ untold }) => withNotes(untold).toSorted(byIssue))
  const readYaml = sorted.some(isYaml) ? (await import('./yaml-fragments.ts')).readYamlFragment : undefined
  const readJson = sorted.some(isJson) ? (await import('./json-fragments.ts')).readJsonFragment : undefined
  return {
    changes: sorted.flatMap((file) => {
      if (readYaml && isYaml(file)) return readYaml(file)
      return readJson && isJson(file) ? readJson(file) : readFragment(file)
    }),
    endsPrereleases: read.some((one) => one.endsPrereleases),
  }
}

/** Beside files of go-changelog, others tell nothing, as there. */
function withNotes(files: readonly SourceFile[]): readonly SourceFile[] {
  const some = files.filter(({ text }) => hasReleaseNotes(text))
  return some.length > 0 ? some : files
}

function isYaml({ name }: SourceFile): boolean {
  return /\.ya?ml$/i.test(name)
}

function isJson({ name }: SourceFile): boolean {
  return name.endsWith('.json')
}

/** Those of issues by their numbers, then the others by their names, as towncrier has them. */
function byIssue(one: SourceFile, other: SourceFile): number {
  const [a, b] = [one, other].map(({ name }) => Number(/^#?(\d+)\./.exec(name)?.[1] ?? Number.POSITIVE_INFINITY))
  return a === b || a === undefined || b === undefined ? 0 : a - b
}

function readFragment(file: SourceFile): Change[] {
  const text = file.text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  if (/^\s*---[ \t]*\n/.test(text)) return readChangeset(file, text)
  // changie keeps its releases where covector has its fragments.
  if (isOfCovector(file)) return []
  if (hasReleaseNotes(text)) return readReleaseNotes(file, text)
  const own = readUnclog(file, text) ?? readCalens(file, text) ?? readRubocop(file, text)
  if (own) return own
  const news = readName(file.name)
  return news ? readNews(file, text, news) : readHeadings(file, text)
}

/** What the name of a file says of its change. */
interface NewsName {
  readonly issue: string
  readonly kind: string
}

/** `123.feature.md`, `+words.bugfix.2`: the last part that is a kind; what is behind it is a number or an ending. */
function readName(name: string): NewsName | undefined {
  const parts = name.trim().split('.')
  const known = parts.findLastIndex((part, index) => index > 0 && Object.hasOwn(newsTypes, part.toLowerCase()))
  if (known > 0) return { issue: parts.slice(0, known).join('.'), kind: parts[known] as string }
  const [, issue, kind] = /^([^.]+?)\.([a-z][a-z-]*)(?:\.\d+)?(?:\.(?:md|rst|txt|markdown))?$/i.exec(name.trim()) ?? []
  return issue === undefined || kind === undefined || /^(?:md|rst|txt|markdown)$/.test(kind)
    ? undefined
    : { issue, kind }
}

/** The file that a fragment stands in; a file with several fragments numbers them. */
export function fragmentFile({ id }: { readonly id: string }): string {
  return id.replace(/(\.\w+)\/\d+$/, '$1')
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

/** True for the name of a fragment of a kind that is known: `12.bugfix.rst`, `fix_a_drip.md`. */
export function isKnownNews(name: string): boolean {
  if (isOfRubocop(name)) return true
  const kind = readName(name)?.kind.toLowerCase()
  return kind !== undefined && Object.hasOwn(newsTypes, kind)
}

function readNews(file: SourceFile, text: string, { issue, ...name }: NewsName): Change[] {
  const summary = (file.name.endsWith('.rst') ? markdownOf(text) : text).trim()
  const kind = name.kind.toLowerCase()
  const id = issue.replace(/^#/, '').replace(/^0+(?=\d+$)/, '')
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
    .replace(/^\.\.(?:[ \t].*)?(?:\n[ \t]+.*)*$/gm, '')
    .trim()
  const sections = spoken.split(/^(?:#{1,6} +(.+?)(?: +#+)?|(\S[^\n]*)\n(?:-{3,}|={3,}|~{3,}|\.{3,}|\^{3,}|"{3,}))$/m)
  if (sections.length === 1) return spoken === '' ? [] : fragmentsIn(file, spoken)
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
