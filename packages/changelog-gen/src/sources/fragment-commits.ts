import { posix } from 'node:path'
import { gitRecords } from '@frontdoor/kit/git'
import type { Io } from '@frontdoor/kit/io'

/** A commit by its hash, and the path of a file that it added. */
export type Added = readonly [sha: string, path: string]

/** Which commits are wanted. */
interface Wanted {
  readonly folder: string
  readonly head: string
  /** Hashes of commits of which nothing is wanted that they reach. */
  readonly since?: readonly string[]
  readonly paths: readonly string[]
}

/** The commits that added some files, newest first. Such a commit is described by the fragments that it brought. */
export async function fragmentCommits(
  io: Pick<Io, 'env'>,
  { folder, head, since = [], paths }: Wanted,
): Promise<Added[]> {
  if (paths.length === 0) return []
  const options = [
    '-z',
    '--diff-filter=A',
    '--no-renames',
    '--root',
    '--no-relative',
    '--name-only',
    '--format=tformat:%x00%H',
  ]
  const records = await gitRecords(io, {
    folder,
    command: 'log',
    options,
    revisions: [head, ...since.map((sha) => `^${sha}`)],
    // With hundreds of files git takes ten times as long as with their folder.
    paths: [...new Set(paths.map((path) => posix.dirname(path)))],
  })
  const wanted = new Set(paths)
  const added: Added[] = []
  let sha = ''
  for (const [at, record] of records.entries()) {
    if (record === '') continue
    if (records[at - 1] === '') sha = record
    else {
      const path = record.replace(/^\n/, '')
      if (wanted.has(path)) added.push([sha, path])
    }
  }
  return added
}
