import { git } from '@frontdoor/kit/git'
import type { Io } from '@frontdoor/kit/io'
import { isOfPackage } from '../tag-pattern.ts'

/** A tag that leads to a commit. */
export interface Tag {
  /** Without `refs/tags/`. It may hold anything that git lets through, and that is nearly everything. */
  readonly name: string
  /** Full hash of the commit, however many tags lead to it. */
  readonly sha: string
  /** When the tag was made, else its commit, as Unix time; absent where git cannot read the date. */
  readonly seconds?: number
  /** First line of the commit. */
  readonly subject: string
  /** Full hashes of the commit's parents. */
  readonly parents: readonly string[]
}

/** The newest tag that looks like the version of a package. */
export function newestPackageTag(tags: readonly Tag[]): Tag | undefined {
  const named = tags.filter(({ name }) => isOfPackage(name))
  return named.toSorted((a, b) => (a.seconds ?? 0) - (b.seconds ?? 0)).at(-1)
}

/** The notes of git that override what changelogs say: `git notes --ref=changelog add`. */
export const notesRef = 'refs/notes/changelog'

/** What refs say beside branches. */
export interface Refs {
  readonly tags: readonly Tag[]
  /** True where there are notes about changes. */
  readonly hasNotes: boolean
}

/**
 * All tags of a repository that lead to a commit, in the order of their names.
 *
 * @throws {UserError} where git cannot list them
 */
export async function readTags(io: Pick<Io, 'env'>, folder: string): Promise<readonly Tag[]> {
  return (await readRefs(io, folder)).tags
}

/** The same, and whether there are notes: one listing for both. */
export async function readRefs(io: Pick<Io, 'env'>, folder: string): Promise<Refs> {
  const own = ['refname', 'objecttype', 'objectname', '*objecttype', '*objectname', 'creatordate:unix']
  const format = [...own, 'subject', 'parent', '*subject', '*parent']
  const options = [`--format=${format.map((field) => `%(${field})`).join('%00')}`, 'refs/tags', notesRef]
  const output = await git(io, { folder, command: 'for-each-ref', options })
  const rows = output.split('\n').filter(Boolean)
  const refs = rows.map((row) => row.split('\0'))
  const isNotes = ([ref]: readonly string[]) => ref === notesRef
  const tags = await Promise.all(refs.filter((row) => !isNotes(row)).map((row) => toTag(io, folder, row)))
  return { tags: tags.filter((tag) => tag !== undefined), hasNotes: refs.some(isNotes) }
}

async function toTag(io: Pick<Io, 'env'>, folder: string, row: readonly string[]): Promise<Tag | undefined> {
  const [ref = '', type, sha = '', peeledType, peeled = '', date = '', ...behind] = row
  const commit = type === 'commit' ? sha : await peel(io, folder, { ref, peeledType, peeled })
  if (commit === undefined) return undefined
  const seconds = Number(date)
  const [subject = '', parents = ''] = type === 'commit' ? behind : behind.slice(2)
  const name = ref.slice('refs/tags/'.length)
  const made = { subject, parents: parents.split(' ').filter(Boolean) }
  return { name, sha: commit, ...made, ...(date !== '' && seconds > 0 && { seconds }) }
}

interface Peeled {
  readonly ref: string
  readonly peeledType: string | undefined
  readonly peeled: string
}

/** Before git 2.45, a listing looks only through one tag; a tag of a tag is rare enough for a process of its own. */
async function peel(io: Pick<Io, 'env'>, folder: string, { ref, peeledType, peeled }: Peeled) {
  if (peeledType === 'commit') return peeled
  if (peeledType !== 'tag') return undefined
  const options = ['--quiet', '--verify']
  const found = await git(io, { folder, command: 'rev-parse', options, revisions: [`${ref}^{commit}`] }).catch(() => '')
  // `rev-parse` repeats `--end-of-options` before git 2.44.
  return /[0-9a-f]{40,64}/.exec(found)?.[0]
}
