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
  /** Asked after each commit: true ends the reading. */
  readonly isEnough?: (store: CommitStore) => boolean
}

/**
 * Reads a history by one `git log`. Fields end with NUL, which no message, name or path can hold, so no commit can forge another.
 *
 * @throws {UserError} where git cannot read it
 */
export async function readLog(
  io: Pick<Io, 'env'>,
  { folder, head, paths, isEnough }: LogRequest,
): Promise<CommitStore> {
  const store = commitStore()
  // Counts the fields of a commit: 0 is the empty one before it, then the six of the format; all behind are paths.
  let field = 0
  let isEmpty = true
  const options = paths ? [...logOptions, '--name-only'] : logOptions
  for await (const chunk of gitStream(io, { folder, command: 'log', options, revisions: [head] })) {
    for (let at = 0; at < chunk.length; ) {
      const found = chunk.indexOf(0, at)
      const end = found === -1 ? chunk.length : found
      if (end > at && field === 0) throw new Error('git log does not write what it was asked for')
      if (end > at) store.append(chunk, at, end)
      isEmpty &&= end === at
      at = end + 1
      if (found === -1) continue
      const begins = field === 0 || (field === 7 && isEmpty)
      if (begins && field === 7) {
        store.endField()
        if (isEnough?.(store)) return store
      }
      if (begins) store.begin()
      else store.endField()
      field = begins ? 1 : Math.min(field + 1, 7)
      isEmpty = true
    }
  }
  if (store.size > 0) store.endField()
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
  '--format=tformat:%x00%H%x00%P%x00%ct%x00%aN%x00%aE%x00%B',
]
