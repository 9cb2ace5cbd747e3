import { gitRecords } from '@frontdoor/kit/git'
import type { Io } from '@frontdoor/kit/io'

/** The commit that added each of some files: hash to path. Such a commit is described by the fragment that it brought. */
export async function fragmentCommits(
  io: Pick<Io, 'env'>,
  { folder, head, paths }: { folder: string; head: string; paths: readonly string[] },
): Promise<Map<string, string>> {
  if (paths.length === 0) return new Map()
  const options = [
    '-z',
    '--diff-filter=A',
    '--no-renames',
    '--root',
    '--no-relative',
    '--name-only',
    '--format=tformat:%x00%H',
  ]
  const records = await gitRecords(io, { folder, command: 'log', options, revisions: [head], paths })
  const commits = new Map<string, string>()
  let sha = ''
  for (const [at, record] of records.entries()) {
    if (record === '') continue
    if (records[at - 1] === '') sha = record
    else commits.set(sha, record.replace(/^\n/, ''))
  }
  return commits
}
