import type { Call, ExitCode, Program } from '@frontdoor/kit/command'
import { type Io, UserError } from '@frontdoor/kit/io'
import { conclude, examineText, exitCodeOf } from '@frontdoor/kit/runner'
import type { ListedRelease } from '../forge/release-host.ts'
import { verify as check, type Expected } from '../verify/verify.ts'
import type { verifyFlags } from './changelog-flags.ts'
import { type Opened, openSingle, subjectOf } from './open.ts'
import { toolOf } from './tool.ts'

/** `changelog-gen verify`: compares the changelog with tags and manifests, and with the releases of the forge. */
export async function verify(program: Program, call: Call<typeof verifyFlags>): Promise<ExitCode> {
  const { io, flags } = call
  if (flags.fix && (flags.check || flags.diff))
    throw new UserError('--fix writes, --check and --diff do not: give one of them')
  const opened = await openSingle(io, flags, true)
  const { file, path } = opened
  if (!file.attributes) throw new UserError(`there is no ${path} to verify; run changelog-gen to make one`)
  const { writeNodes } = await import('@frontdoor/markdown/write')
  const hosted = flags.forge ? await hostedOf(io, opened) : undefined
  const expected = { ...expectedOf(opened), hosted, write: writeNodes }
  const fixes = flags.fix || flags.diff ? 'safe' : 'none'
  const outcome = await examineText(subjectOf(opened, io), (source) => check(source, expected), fixes)
  await conclude([outcome], { ...call, tool: toolOf(program), write: flags.fix })
  return flags.diff && outcome.text !== file.text ? 1 : exitCodeOf([outcome])
}

async function hostedOf(io: Io, { place }: Opened): Promise<readonly ListedRelease[]> {
  const { openHost } = await import('../forge/open-host.ts')
  const host = openHost(io, place, { offline: false, cache: undefined })
  try {
    return await host.list()
  } finally {
    await host.close()
  }
}

function expectedOf({ place, history, format, pages, read, template }: Opened): Omit<Expected, 'write'> {
  const manifests = place.manifests.flatMap(({ path, version }) => (version === undefined ? [] : [{ path, version }]))
  return { history, format, pages, read, template, repository: place.repository, manifests }
}
