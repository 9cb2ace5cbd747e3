import type { Call, ExitCode, Program } from '@frontdoor/kit/cli/command'
import { type Io, UserError } from '@frontdoor/kit/io'
import { tell } from '@frontdoor/kit/terminal/tell'
import { loadContext } from '../context.ts'
import { type Explained, explanation, headingsOf, lineOf } from '../explain/explanation.ts'
import type { Format } from '../formats/format.ts'
import { readProjectFormat } from '../formats/project-format.ts'
import { ancestorsOf } from '../history/ancestors.ts'
import { resolveCommit } from '../history/history.ts'
import type { Verdict } from '../model/assemble.ts'
import { loadModel, type Model, requireRanges } from '../model/model.ts'
import type { Package } from '../model/package.ts'
import type { explainFlags } from './flags.ts'

type ExplainCall = Call<typeof explainFlags>

/** `changelog-gen explain <commit|#pr|entry>` and `explain --all [FROM..TO]`. */
export async function explain(program: Program, call: ExplainCall): Promise<ExitCode> {
  const { io, flags } = call
  const [what, more] = call.arguments
  if (more !== undefined) throw new UserError('explain takes one commit, #number, text or FROM..TO')
  if (!flags.all && what === undefined)
    throw new UserError('explain what? Give a commit, "#12", a part of an entry, or --all')
  let found = 0
  let undecided = 0
  for await (const some of explained(call, what)) {
    found += some.length
    undecided += flags.strict ? tellUndecided(some, program, io) : 0
    io.stdout.write(some.map(flags.format === 'json' ? jsonLine : (one) => explanation(one, flags.all)).join(''))
  }
  if (!flags.all && found === 0) throw new UserError(`no change ${JSON.stringify(what)} in this history`)
  return undecided > 0 ? 1 : 0
}

/** What is asked about, in every package that is asked for. */
async function* explained({ io, flags }: ExplainCall, what: string | undefined): AsyncGenerator<Explained[]> {
  const context = await loadContext(io, flags)
  const { root } = context.request
  const { from, to } = flags.all ? await spanOf(io, root, what) : {}
  const meant = flags.all || what === undefined ? undefined : ((await commitNamed(io, root, what)) ?? what)
  const model = await loadModel(io, { ...context.request, head: to })
  for (const own of context.targets) {
    const format = await readProjectFormat(io, context, own)
    yield* explainRanges(io, { model, own, format, from, what: meant })
  }
}

/** How many of some commits have no verdict, or two; each is told. */
function tellUndecided(explained: readonly Explained[], program: Program, io: Io): number {
  const undecided = explained.filter(({ verdict }) => !isDecided(verdict))
  for (const { verdict } of undecided) tell(`no verdict for ${verdict.id} ${verdict.subject}`, program, io)
  return undecided.length
}

function jsonLine(one: Explained): string {
  return `${JSON.stringify(lineOf(one))}\n`
}

/** The commits that `FROM..TO` names, `TO` alone, or all of them. */
async function spanOf(io: Io, root: string, text: string | undefined): Promise<{ from?: string; to?: string }> {
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
function* explainRanges(io: Io, { model, own, format, from, what }: Search): Generator<Explained[]> {
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
