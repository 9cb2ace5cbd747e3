import { posix } from 'node:path'
import { gitRecords } from '@frontdoor/kit/git'
import type { Io } from '@frontdoor/kit/io'
import type { Change } from '../change.ts'
import { fragmentFile } from './fragments.ts'

/** Fragments that stay when a release tells of them are told where it has them: which those are, for a commit. */
export function toldAt(
  io: Pick<Io, 'env'>,
  { folder, sha, fragments }: { folder: string; sha: string; fragments: readonly Change[] },
): Promise<ReadonlySet<string>> {
  const folders = new Set(fragments.map((one) => posix.dirname(fragmentFile(one))))
  return filesAt(io, { folder, sha, folders: [...folders] })
}

/** Paths of the files right in some folders, at a commit. */
export async function filesAt(
  io: Pick<Io, 'env'>,
  { folder, sha, folders }: { folder: string; sha: string; folders: readonly string[] },
): Promise<ReadonlySet<string>> {
  const options = ['-z', '--name-only', '--full-tree']
  return new Set(
    await gitRecords(io, {
      folder,
      command: 'ls-tree',
      options,
      revisions: [sha],
      paths: folders.map((one) => `${one}/`),
    }),
  )
}
