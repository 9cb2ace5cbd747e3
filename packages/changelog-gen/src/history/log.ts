import { gitStream } from '@frontdoor/kit/git'
import type { Io } from '@frontdoor/kit/io'
import { type CommitStore, commitStore } from './commit-store.ts'

/** Which commits to read, and how much of them. */
export interface LogRequest {
  /** Absolute path of a folder in the repository. */
  readonly folder: string
  /** Full hash, or another name of a commit, that is read with all its ancestors. */
  readonly head: string
  /** Reads which paths each commit touches, too, which takes several times as long. */
  readonly paths: boolean
  /** Asked after each commit: true ends the reading. It may become known while git starts. */
  readonly isEnough?: Promise<(store: CommitStore) => boolean>
}

/**
 * Reads a history by one `git log`. Fields end with NUL, which no message, name or path can hold, so no commit can forge another.
 *
 * @throws {UserError} where git cannot read it
 */
export async function readLog(
  io: Pick<Io, 'env'>,
  { folder, head, paths, isEnough: later }: LogRequest,
): Promise<CommitStore> {
  const store = commitStore()
  let isEnough: Awaited<LogRequest['isEnough']>
  const options = paths ? [...logOptions, '--name-only'] : logOptions
  for await (const chunk of gitStream(io, { folder, command: 'log', options, revisions: [head] })) {
    isEnough ??= await later
    if (store.append(chunk, isEnough)) return store
  }
  store.close()
  isEnough?.(store)
  return store
}

/** Nothing that a configuration says about logs and diffs may change what is read. The empty field tells a commit from a path. */
const logOptions = [
  '-z',
  '--encoding=UTF-8',
  '--no-color',
  '--no-decorate',
  '--no-notes',
  '--no-follow',
  '--no-relative',
  '--no-renames',
  '--root',
  '--format=tformat:%x00%H%x00%P%x00%ct%x00%at%x00%aN%x00%aE%x00%B',
]
