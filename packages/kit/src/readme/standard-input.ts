import { resolve } from 'node:path'
import { decodeText } from '../files/encoding.ts'
import { type Io, UserError } from '../io.ts'
import { type Readme, readmeAt } from './readmes.ts'
import type { TextOf } from './subjects.ts'

/** A README, and how to get at its text where that is not in its file. */
export interface FoundReadme {
  readonly readme: Readme
  readonly textOf?: TextOf
}

/**
 * The README on standard input, where `-` asks for it.
 *
 * @param stdinPath where it belongs, as the flag `--stdin-path` says
 * @throws {UserError} where `-` is not the only path, or only the flag is given
 */
export function standardInput(
  paths: readonly string[],
  stdinPath: string | undefined,
  io: Pick<Io, 'cwd' | 'stdin'>,
): FoundReadme | undefined {
  if (!paths.includes('-')) {
    if (stdinPath !== undefined) throw new UserError('--stdin-path says where standard input belongs: add -')
    return undefined
  }
  if (paths.length > 1) throw new UserError('- is standard input: give it alone, without other paths')
  return {
    readme: readmeAt(resolve(io.cwd, stdinPath ?? 'README.md')),
    textOf: async () => decodeText(await io.stdin(), 'standard input'),
  }
}
