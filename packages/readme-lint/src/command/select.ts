import { resolve } from 'node:path'
import { decodeText } from '@frontdoor/kit/files/encoding'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import { type Io, UserError } from '@frontdoor/kit/io'
import { findReadmes } from '@frontdoor/kit/readme/find'
import { type Readme, readmeAt } from '@frontdoor/kit/readme/readmes'
import type { TextOf } from '@frontdoor/kit/readme/subjects'
import type { Changes } from './changed.ts'
import type { LintCall } from './lint-call.ts'
import type { LintSession } from './session.ts'

/** The READMEs to look at, and how to get at their texts. */
export interface Selection {
  readonly readmes: readonly Readme[]
  /** Absent where each is read from its file. */
  readonly textOf?: TextOf
  /** Lines about those that the user named and a config leaves out. */
  readonly leftOut: readonly string[]
}

/**
 * The READMEs that a call means.
 *
 * @throws {UserError} where a path leads to nothing, or flags contradict each other
 */
export async function selectReadmes(
  { arguments: paths, flags, io }: LintCall,
  session: LintSession,
): Promise<Selection> {
  if (paths.includes('-')) return standardInput(paths, flags, io)
  if (flags.stdinPath !== undefined) throw new UserError('--stdin-path says where standard input belongs: add -')
  const changes = await changesOf(flags, io)
  // Nothing has changed where nothing is: a hook for all repositories says nothing of one without a README.
  const found = await findReadmes(paths, io, session, changes !== undefined)
  const wanted = changes ? found.filter((readme) => changes.has(readme)) : found
  const files = paths.map((path) => resolve(io.cwd, path))
  const [readmes, leftOut]: [Readme[], string[]] = [[], []]
  for (const readme of wanted) {
    const { ignored, path } = await session.settingsOf(await session.homeOf(readme.folder))
    if (!ignored(readme.file)) readmes.push(readme)
    else if (files.includes(readme.file)) leftOut.push(`${relativePath(io.cwd, readme.file)} is left out by ${path}`)
  }
  return { readmes, leftOut, ...(changes?.textOf && { textOf: changes.textOf }) }
}

function standardInput(
  paths: readonly string[],
  { stdinPath, since, staged, cache }: LintCall['flags'],
  io: Io,
): Selection {
  if (paths.length > 1) throw new UserError('- is standard input: give it alone, without other paths')
  const flag = [since && '--since', staged && '--staged', cache && '--cache'].find((one) => one)
  if (flag) throw new UserError(`${flag} is about files, not about standard input: leave one of them out`)
  return {
    readmes: [readmeAt(resolve(io.cwd, stdinPath ?? 'README.md'))],
    textOf: async () => decodeText(await io.stdin(), 'standard input'),
    leftOut: [],
  }
}

async function changesOf({ since, staged, fix }: LintCall['flags'], io: Io): Promise<Changes | undefined> {
  if (since === undefined && !staged) return undefined
  if (since !== undefined && staged)
    throw new UserError('--since and --staged choose different READMEs: give one of them')
  if (staged && fix) {
    throw new UserError(
      '--fix mends files, --staged looks at what the index has of them: run --fix first, then git add, then --staged',
    )
  }
  const { changedSince, stagedChanges } = await import('./changed.ts')
  return since === undefined ? stagedChanges(io) : changedSince(io, since)
}
