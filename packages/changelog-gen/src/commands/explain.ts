import type { Call, ExitCode } from '@frontdoor/kit/command'
import { type Io, UserError } from '@frontdoor/kit/io'
import { printable } from '@frontdoor/kit/terminal'
import { loadContext } from '../context.ts'
import type { Format } from '../formats/format.ts'
import { ancestorsOf } from '../history/ancestors.ts'
import { resolveCommit } from '../history/history.ts'
import type { Verdict } from '../model/assemble.ts'
import type { ReleaseHead } from '../model/judged.ts'
import { loadModel, type Model, requireRanges } from '../model/model.ts'
import type { Package } from '../model/package.ts'
import { explanation } from './explanation.ts'
import type { explainFlags } from './flags.ts'
import { formatOf, headingsOf } from './headings.ts'

/** A call of `explain`. */
export type ExplainCall = Call<typeof explainFlags>

/** `changelog-gen explain <commit|#pr|entry>` and `explain --all [FROM..TO]`. */
export async function explain(call: ExplainCall): Promise<ExitCode> {
  const { io, flags } = call
  const [what, more] = call.arguments
  if (more !== undefined) throw new UserError('explain takes one commit, #number, text or FROM..TO')
  if (!flags.all && what === undefined)
    throw new UserError('explain what? Give a commit, "#12", a part of an entry, or --all')
  const context = await loadContext(io, flags)
  const { request, targets } = context
  const span = flags.all ? await spanOf(call, request.root, what) : {}
  const meant = flags.all || what === undefined ? undefined : await commitNamed(io, request.root, what)
  const model = await loadModel(io, { ...request, head: span.to })
  let found = 0
  let undecided = 0
  for (const own of targets) {
    const format = await formatOf(io, context, own)
    for (const some of explainRanges(call, {
      model,
      own,
      format,
      from: span.from,
      what: flags.all ? undefined : (meant ?? what),
    })) {
      found += some.length
      undecided += flags.strict ? tellUndecided(call, some) : 0
      io.stdout.write(
        some
          .map((one) => (flags.format === 'json' ? `${JSON.stringify(lineOf(one))}\n` : explanation(one, flags.all)))
          .join(''),
      )
    }
  }
  if (!flags.all && found === 0) throw new UserError(`no change ${JSON.stringify(what)} in this history`)
  return undecided > 0 ? 1 : 0
}

/** How many of some commits have no verdict, or two; each is told. */
function tellUndecided({ io }: ExplainCall, explained: readonly Explained[]): number {
  const undecided = explained.filter(({ verdict }) => !isDecided(verdict))
  for (const { verdict } of undecided)
    io.stderr.write(`changelog-gen: no verdict for ${verdict.id} ${printable(verdict.subject)}\n`)
  return undecided.length
}

/** A verdict and the release that it belongs to. */
export interface Explained {
  readonly release: ReleaseHead
  readonly verdict: Verdict
  /** Headings that list it in the changelog. */
  readonly headings: readonly string[]
}

/** The commits that `FROM..TO` names, `TO` alone, or all of them. */
async function spanOf(
  { io }: ExplainCall,
  root: string,
  text: string | undefined,
): Promise<{ from?: string; to?: string }> {
  if (text === undefined) return {}
  const [from = '', to = 'HEAD'] = text.includes('..') ? text.split(/\.{2,3}/) : ['', text]
  return {
    ...(from !== '' && { from: await resolveCommit(io, root, from) }),
    ...(to !== '' && { to: await resolveCommit(io, root, to) }),
  }
}

/** The hash of what git knows by a name, such as `HEAD~2` or a tag; undefined for words, numbers and hashes. */
async function commitNamed(io: Io, root: string, text: string): Promise<string | undefined> {
  if (/^#|^-|\s|^[0-9a-f]{4,}$/i.test(text)) return undefined
  return resolveCommit(io, root, text).catch(() => undefined)
}

interface Search {
  readonly model: Model
  readonly own: Package | undefined
  readonly format: Format
  readonly from: string | undefined
  readonly what: string | undefined
}

/** Range by range, since all that is known of a million commits would fill the memory. */
function* explainRanges({ io }: ExplainCall, { model, own, format, from, what }: Search): Generator<Explained[]> {
  const { store, graph } = model.history
  const hidden = from === undefined ? undefined : ancestorsOf(graph, store.find(from))
  const ranges = model
    .ranges(own)
    .filter(({ commits }) => commits.some((index) => hidden?.[index] !== 1) || commits.length === 0)
  requireRanges(io, model, ranges)
  for (const range of ranges) {
    const { head: release, verdicts } = model.release(range, own)
    const shown = verdicts().filter(({ commit }) => !commit || hidden?.[commit.index] !== 1)
    yield shown
      .filter((verdict) => what === undefined || isMeant(verdict, what))
      .map((verdict) => ({ release, verdict, headings: headingsOf(verdict, format) }))
  }
}

function isMeant({ id, pr, subject }: Verdict, what: string): boolean {
  if (/^#\d+$/.test(what)) return what === `#${pr}`
  const [, hash] = /^([0-9a-f]{4,64})(?:\/\d+)?$/i.exec(what) ?? []
  if (hash !== undefined && id.startsWith(hash.toLowerCase())) return true
  return id === what || subject.toLowerCase().includes(what.toLowerCase())
}

function isDecided({ listed, reason }: Verdict): boolean {
  return listed.length > 0 !== (reason !== undefined)
}

/** One line of `--format json`; every field is always there but `section` and `reason`, of which there is one. */
export function lineOf({ release, verdict, headings }: Explained): object {
  const { commit, id, type = null, scope = null, breaking, listed, reason, partner } = verdict
  const isListed = listed.length > 0
  return {
    ...(commit ? { sha: id } : { fragment: id }),
    release: release.tag ?? null,
    ...(release.package && { package: release.package }),
    type,
    scope,
    breaking,
    verdict: isListed ? 'listed' : 'omitted',
    ...(isListed && {
      section: headings.join(', '),
      category: [...new Set(listed.map(({ title }) => title))].join(', '),
    }),
    ...(reason && { reason }),
    ...(partner && !isListed && { partner }),
  }
}
