import { resolve } from 'node:path'
import type { Call, ExitCode, Program } from '@frontdoor/kit/cli/command'
import { readTextOrEmpty } from '@frontdoor/kit/files'
import { type Io, UserError } from '@frontdoor/kit/io'
import { tell } from '@frontdoor/kit/terminal/tell'
import { type Context, loadContext } from '../context.ts'
import type { Decided } from '../model/decided.ts'
import { loadModel } from '../model/model.ts'
import { decideVersions, withChangelogs } from '../next-version.ts'
import type { nextFlags } from './flags.ts'
import { tellUnread } from './tell-unread.ts'

type NextCall = Call<typeof nextFlags>

/** `changelog-gen next`: the version on standard output, why on standard error; nothing on standard output where no release is due. */
export async function next(program: Program, { io, flags }: NextCall): Promise<ExitCode> {
  const context = await loadContext(io, flags)
  tellUnread(program, io, [context])
  const all = await nextVersions(io, flags, context)
  io.stdout.write(flags.format === 'json' ? asJson(all) : asText(all))
  if (flags.format !== 'json') for (const line of whyOf(all)) tell(line, program, io)
  return 0
}

/**
 * The next version of the repository, or of each package that is asked for.
 *
 * @throws {UserError} where it would be no version, not be higher, or be tagged already
 */
export async function nextVersions(
  io: Io,
  flags: Omit<NextCall['flags'], 'format'>,
  loaded?: Context,
): Promise<readonly Decided[]> {
  const { pre, stable } = flags
  if (pre !== undefined && stable) throw new UserError('--pre starts prereleases, --stable ends them: give one of them')
  if (pre !== undefined && !/^[a-z][\da-z]*$/i.test(pre))
    throw new UserError(`--pre ${pre} is no name; give letters, such as rc`)
  const context = loaded ?? (await loadContext(io, flags))
  const { request, place } = context
  const model = await loadModel(io, { ...request, unreleasedOnly: true })
  const read = async (path: string) => (await readTextOrEmpty(resolve(io.cwd, path), place.root)).text
  const all = await withChangelogs(io, context, read)
  return decideVersions(io, model, { request, place, policy: { pre, stable } }, all)
}

function asText(all: readonly Decided[]): string {
  const due = all.filter(({ next: { version } }) => version !== undefined)
  return due.map(({ own, next: { version } }) => `${own ? `${own.name} ` : ''}${version}\n`).join('')
}

function whyOf(all: readonly Decided[]): string[] {
  return all.map(({ own, next: { version, previous, reasons } }) => {
    const name = own ? `${own.name}: ` : ''
    const step = version === undefined ? 'no release' : `${previous ?? 'nothing'} -> ${version}`
    return `${name}${step}, because ${reasons.join('; ')}`
  })
}

function asJson(all: readonly Decided[]): string {
  const objects = all.map(({ own, next: { version = null, previous = null, bump, reasons } }) => ({
    ...(own && { package: own.name }),
    version,
    previous,
    bump,
    reasons,
  }))
  return `${JSON.stringify(all.some(({ own }) => own) ? objects : objects[0], undefined, 2)}\n`
}
