import { resolve } from 'node:path'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import { type Io, UserError } from '@frontdoor/kit/io'
import { findReadmes } from '@frontdoor/kit/readme/find'
import type { Readme } from '@frontdoor/kit/readme/readmes'
import { standardInput } from '@frontdoor/kit/readme/standard-input'
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
  const input = standardInput(paths, flags.stdinPath, io)
  if (input) {
    refuseFlagsOfFiles(flags)
    return { readmes: [input.readme], ...(input.textOf && { textOf: input.textOf }), leftOut: [] }
  }
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

function refuseFlagsOfFiles({ since, staged, cache }: LintCall['flags']): void {
  const flag = [since && '--since', staged && '--staged', cache && '--cache'].find((one) => one)
  if (flag) throw new UserError(`${flag} is about files, not about standard input: leave one of them out`)
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
