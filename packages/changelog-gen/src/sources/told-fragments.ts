import { posix } from 'node:path'
import { gitRecords } from '@frontdoor/kit/git'
import type { Io } from '@frontdoor/kit/io'
import type { Change } from '../change.ts'
import { fragmentFile } from './fragments.ts'

/** Fragments that stay when a release tells of them are told where it has them: which those are, for a commit. */
export async function toldAt(
  io: Pick<Io, 'env'>,
  { folder, sha, fragments }: { folder: string; sha: string; fragments: readonly Change[] },
): Promise<ReadonlySet<string>> {
  const folders = new Set(fragments.map((one) => `${posix.dirname(fragmentFile(one))}/`))
  const options = ['-z', '--name-only', '--full-tree']
  return new Set(await gitRecords(io, { folder, command: 'ls-tree', options, revisions: [sha], paths: [...folders] }))
}
