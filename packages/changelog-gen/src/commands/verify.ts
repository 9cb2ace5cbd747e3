import type { Call, ExitCode, Program } from '@frontdoor/kit/cli/command'
import { conclude, examineText, exitCodeOf, type Outcome } from '@frontdoor/kit/cli/runner'
import { type Io, UserError } from '@frontdoor/kit/io'
import type { ListedRelease } from '../forge/release-host.ts'
import { verify as check, type Expected } from '../verify/verify.ts'
import type { verifyFlags } from './flags.ts'
import { type Opened, open, subjectOf } from './open.ts'
import { toolOf } from './tool.ts'

/** `changelog-gen verify`: compares the changelog, or that of each package, with tags, manifests and the releases of the forge. */
export async function verify(program: Program, call: Call<typeof verifyFlags>): Promise<ExitCode> {
  const { io, flags } = call
  if (flags.fix && (flags.check || flags.diff))
    throw new UserError('--fix writes, --check and --diff do not: give one of them')
  const all = await open(io, flags, { wholeHistory: true })
  const there = all.filter(({ file }) => file.attributes)
  const [missing] = all
  // Of several packages, one that has had no release yet need not have a changelog.
  if (there.length === 0) throw new UserError(`there is no ${missing?.path} to verify; run changelog-gen to make one`)
  const hosted = flags.forge ? await hostedOf(io, all[0] as Opened) : undefined
  const fixes = flags.fix || flags.diff ? 'safe' : 'none'
  const outcomes: Outcome[] = []
  for (const opened of there) {
    const expected = { ...expectedOf(opened), hosted }
    outcomes.push(await examineText(subjectOf(opened, io), (source) => check(source, expected), fixes))
  }
  await conclude(outcomes, { ...call, tool: toolOf(program), write: flags.fix })
  const wouldChange = outcomes.some(({ subject, text }) => text !== subject.text)
  return flags.diff && wouldChange ? 1 : exitCodeOf(outcomes)
}

async function hostedOf(io: Io, { place }: Opened): Promise<readonly ListedRelease[]> {
  const { openReleaseHost } = await import('../forge/open-release-host.ts')
  const host = openReleaseHost(io, place, { offline: false, cache: undefined })
  try {
    return await host.list()
  } finally {
    await host.close()
  }
}

function expectedOf({ changelog, place, target, history, format, pages, read, template }: Opened): Expected {
  const known = target ? [{ path: target.manifest, version: target.version }] : place.manifests
  const manifests = known.flatMap(({ path, version }) => (path && version !== undefined ? [{ path, version }] : []))
  return { history, format, pages, read, template, repository: place.repository, manifests, coming: changelog.coming }
}
