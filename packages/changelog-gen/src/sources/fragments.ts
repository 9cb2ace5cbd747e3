import type { Change } from '../change.ts'
import { readChangeset, readFolder } from './changesets.ts'
import { fragment, fragmentsIn, listItems } from './fragment.ts'
import { hasReleaseNotes, readReleaseNotes } from './release-notes.ts'
import type { SourceFile } from './source-files.ts'

/** What fragments say of the next release. */
export interface Fragments {
  readonly changes: readonly Change[]
  /** True where they say that a series of prereleases ends with it. */
  readonly endsPrereleases: boolean
}

/** What a project says that has none. */
export const noFragments: Fragments = { changes: [], endsPrereleases: false }

/**
 * The changes that fragments describe: changesets, and the files of towncrier, scriv, changie, antsibull-changelog and go-changelog.
 *
 * @param folders relative to the root, or their files of one ending, `.changelog/*.txt`; those that are not there hold nothing
 * @throws {UserError} where a fragment makes no sense
 */
export async function readFragments(root: string, folders: readonly string[]): Promise<Fragments> {
  const read = await Promise.all(folders.map((folder) => readFolder(root, folder)))
  const sorted = read.flatMap(({ untold }) => withNotes(untold).toSorted(byIssue))
  const readYaml = sorted.some(isYaml) ? (await import('./yaml-fragments.ts')).readYamlFragment : undefined
  return {
    changes: sorted.flatMap((file) => (readYaml && isYaml(file) ? readYaml(file) : readFragment(file))),
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

/** Those of issues by their numbers, then the others by their names, as towncrier has them. */
function byIssue(one: SourceFile, other: SourceFile): number {
  const [a, b] = [one, other].map(({ name }) => Number(/^#?(\d+)\./.exec(name)?.[1] ?? Number.POSITIVE_INFINITY))
  return a === b || a === undefined || b === undefined ? 0 : a - b
}

function readFragment(file: SourceFile): Change[] {
  const text = file.text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  if (/^\s*---[ \t]*\n/.test(text)) return readChangeset(file, text)
  if (hasReleaseNotes(text)) return readReleaseNotes(file, text)
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
