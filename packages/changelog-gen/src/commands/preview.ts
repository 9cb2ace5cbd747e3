import type { Call, ExitCode } from '@frontdoor/kit/cli/command'
import { type Io, UserError } from '@frontdoor/kit/io'
import { loadContext } from '../context.ts'
import { findPlace } from '../place.ts'
import { findBranch } from '../preview/branch.ts'
import { type Merge, mergeOf } from '../preview/merge.ts'
import { previewOf } from '../preview/preview.ts'
import { lineOf, type MergeMethod, type Proposal, readProposal } from '../preview/proposal.ts'
import { previewMarkdown, previewText, withoutCommit } from '../preview/render.ts'
import type { previewFlags } from './flags.ts'
import { notesText } from './notes.ts'

type PreviewCall = Call<typeof previewFlags>

/** `changelog-gen preview`: what the branch that is checked out adds, as if it were merged now. */
export async function preview({ io, flags }: PreviewCall): Promise<ExitCode> {
  const { root, repository } = await findPlace(io)
  const proposal = proposalOf(io, flags)
  const branch = await findBranch(io, root, { ...proposal, named: flags.base })
  const merge = await mergeOf(io, { ...branch, root }, proposal)
  const asked = { ...flags, fromContext: true }
  const context = await loadContext({ ...io, stdin: async () => contextOf(proposal, merge) }, asked)
  const found = await previewOf(io, context, merge)
  if (flags.format === undefined || flags.format === 'text') {
    io.stdout.write(previewText(found))
    return 0
  }
  const format = repository?.forge === 'gitlab' ? 'gitlab' : 'github'
  const selection = { unreleased: true, from: undefined, to: undefined, changelog: undefined }
  const text = await notesText(io, { ...asked, ...selection, format }, { loaded: context, head: merge.head })
  const notes = merge.isMade ? withoutCommit(text, merge.head) : text
  const markdown = previewMarkdown(found, notes)
  const changes = found.changes.map(({ line }) => line)
  const json = { base: merge.base, method: proposal.method, releases: found.releases, changes, notes, markdown }
  io.stdout.write(flags.format === 'json' ? `${JSON.stringify(json, undefined, 2)}\n` : `${markdown}\n`)
  return 0
}

/** What the forge says, and what the call says instead. */
function proposalOf({ env }: Io, { title, mergeMethod }: PreviewCall['flags']): Proposal & { method: MergeMethod } {
  const known = readProposal(env)
  const given = title === undefined ? known : { ...known, title: lineOf(title) }
  const method = mergeMethod ?? given.method ?? (given.title === '' ? 'merge' : 'squash')
  if (method === 'squash' && given.title === '')
    throw new UserError('a squash is called like the pull request; give its title: --title "feat: hold a cup"')
  return { ...given, method }
}

/** A commit knows no labels; the pull request does. */
function contextOf({ method, number, title, body, labels, author }: Proposal, { head, isMade }: Merge): Uint8Array {
  const pull = {
    title,
    body,
    labels,
    shas: [head],
    ...(number && { pr: number }),
    authors: author ? [author.name] : [],
  }
  return new TextEncoder().encode(JSON.stringify(isMade && method === 'squash' ? [pull] : []))
}
