import type { Call, ExitCode } from '@frontdoor/kit/command'
import { UserError } from '@frontdoor/kit/io'
import { printable } from '@frontdoor/kit/terminal'
import { loadContext } from '../context.ts'
import type { Range } from '../history/range.ts'
import { versionTags } from '../history/versions.ts'
import { cascade } from '../model/cascade.ts'
import { loadModel, type Model, type ModelRequest, requireRanges, versioningOf } from '../model/model.ts'
import { decideNext, type Next } from '../model/next.ts'
import type { Package } from '../model/package.ts'
import type { nextFlags } from './flags.ts'

type NextCall = Call<typeof nextFlags>

/** `changelog-gen next`: the version on standard output, why on standard error; nothing on standard output where no release is due. */
export async function next(call: NextCall): Promise<ExitCode> {
  const { io, flags } = call
  if (flags.pre !== undefined && flags.stable)
    throw new UserError('--pre starts prereleases, --stable ends them: give one of them')
  if (flags.pre !== undefined && !/^[a-z][\da-z]*$/i.test(flags.pre))
    throw new UserError(`--pre ${flags.pre} is no name; give letters, such as rc`)
  const { request, targets, place } = await loadContext(io, flags)
  const model = await loadModel(io, { ...request, unreleasedOnly: true })
  const manifestVersion = place.manifests.find(({ version }) => version !== undefined)?.version
  const decided = targets.map((own): Decided => {
    const found = decide(call, { model, request, own, manifestVersion: own ? own.version : manifestVersion })
    return { ...(own && { own }), next: found }
  })
  const all = cascade(decided, request.settings.zero)
  io.stdout.write(flags.format === 'json' ? asJson(all) : asText(all))
  if (flags.format !== 'json') for (const line of whyOf(all)) io.stderr.write(`changelog-gen: ${printable(line)}\n`)
  return 0
}

/** The next version of the repository, or of a package. */
export interface Decided {
  readonly own?: Package
  readonly next: Next
}

interface Deciding {
  readonly model: Model
  readonly request: ModelRequest
  readonly own: Package | undefined
  readonly manifestVersion: string | undefined
}

function decide({ io, flags }: NextCall, { model, request, own, manifestVersion }: Deciding): Next {
  const [range] = model.ranges(own)
  requireRanges(io, model, [range as Range])
  return decideNext({
    unreleased: model.release(range as Range, own),
    base: range?.from,
    taken: versionTags(model.history.tags, versioningOf(request, own)),
    settings: request.settings,
    policy: { pre: flags.pre, stable: flags.stable },
    manifestVersion,
    now: nowOf(io),
  })
}

/** The time that whoever builds wants it to be (reproducible-builds.org), else now. */
export function nowOf({ env, now }: NextCall['io']): Date {
  const epoch = Number(env.SOURCE_DATE_EPOCH)
  return env.SOURCE_DATE_EPOCH && Number.isFinite(epoch) ? new Date(epoch * 1000) : now()
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
