import { gitRecords } from '@frontdoor/kit/git'
import type { Io } from '@frontdoor/kit/io'
import { changelogAt } from '../changelog-at.ts'
import type { Context } from '../context.ts'
import { type Explained, headingsOf, lineOf, outcome } from '../explain/explanation.ts'
import { readProjectFormat } from '../formats/project-format.ts'
import { ancestorsOf } from '../history/ancestors.ts'
import type { Range } from '../history/range.ts'
import type { Decided } from '../model/decided.ts'
import { loadModel, type Model } from '../model/model.ts'
import type { Package } from '../model/package.ts'
import { type Asked, decideVersions, withChangelogs } from '../next-version.ts'
import { fragmentFile } from '../sources/fragments.ts'
import type { Merge } from './merge.ts'

/** What a branch does to the changelog. */
export interface Preview {
  /** The versions that are due with it; one for each package that is asked for. */
  readonly releases: readonly PreviewRelease[]
  readonly changes: readonly PreviewChange[]
}

/** The next version of the repository, or of a package. */
export interface PreviewRelease {
  readonly package?: string
  /** `null` where no release is due. */
  readonly version: string | null
  readonly previous: string | null
  readonly bump: string
  readonly reasons: readonly string[]
  /** The version that is due without the branch. */
  readonly without: string | null
}

/** A commit or fragment that the branch brings. */
interface PreviewChange {
  readonly subject: string
  /** Where it is listed, or why it is not, in words. */
  readonly becomes: string
  /** The same for programs, as `explain --format json` has it. */
  readonly line: object
}

/** Looks at a repository as it will be with a branch. */
export async function previewOf(io: Io, context: Context, merge: Merge): Promise<Preview> {
  const [after, before] = await Promise.all([
    loadModel(io, { ...context.request, head: merge.head, unreleasedOnly: true }),
    loadModel(io, { ...context.request, head: merge.base, unreleasedOnly: true, sources: [] }),
  ])
  const due = await decideVersions(io, after, context, await changelogsAt(io, context, merge.head))
  const without = await decideVersions(io, before, context, await changelogsAt(io, context, merge.base))
  return {
    releases: due.map((one, at) => releaseOf(one, without[at], merge)),
    changes: await changesOf(io, context, { model: after, merge }),
  }
}

/** What is asked for, with the changelogs as a commit has them; nothing stands in one that it does not have. */
function changelogsAt(io: Io, context: Context, revision: string): Promise<Asked[]> {
  const { root } = context.place
  return withChangelogs(io, context, async (path) => (await changelogAt(io, { root, path }, revision)) ?? '')
}

function releaseOf({ own, next }: Decided, without: Decided | undefined, { head, isMade }: Merge): PreviewRelease {
  const { version = null, previous = null, bump, reasons } = next
  return {
    ...(own && { package: own.name }),
    version,
    previous,
    bump,
    reasons: isMade ? reasons.map((reason) => reason.replaceAll(` (${head.slice(0, 10)})`, '')) : reasons,
    without: without?.next.version ?? null,
  }
}

interface Branch {
  readonly model: Model
  readonly merge: Merge
}

async function changesOf(io: Io, context: Context, { model, merge }: Branch): Promise<PreviewChange[]> {
  const { store, graph } = model.history
  const known = ancestorsOf(graph, store.find(merge.base))
  const changes: PreviewChange[] = []
  for (const own of context.targets) {
    const [range] = model.ranges(own)
    const judged = model.release(range as Range, own)
    const verdicts = judged.verdicts()
    const fragments = verdicts.filter(({ commit }) => !commit)
    const old = await filesAt(io, context, { revision: merge.base, paths: fragments.map(fragmentFile) })
    const format = await readProjectFormat(io, context, own)
    const added = verdicts
      .filter((one) => (one.commit ? known[one.commit.index] !== 1 : !old.has(fragmentFile(one))))
      // A merge speaks for others, and a package is not told of what is none of its business.
      .filter(({ reason }) => reason !== 'merge' && (own === undefined || reason !== 'path'))
      .map((verdict): Explained => ({ release: judged.head, verdict, headings: headingsOf(verdict, format) }))
    changes.push(...added.reverse().map((one) => changeOf(one, own)))
  }
  return changes
}

function changeOf(explained: Explained, own: Package | undefined): PreviewChange {
  const { subject } = explained.verdict
  const of = own === undefined ? '' : `${own.name}: `
  return { subject, becomes: `${of}${outcome(explained)}`, line: { subject, ...lineOf(explained) } }
}

/** Which of some files, named from the root, a commit has. */
async function filesAt(
  io: Io,
  { request }: Pick<Context, 'request'>,
  { revision, paths }: { readonly revision: string; readonly paths: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (paths.length === 0) return new Set()
  const command = { folder: request.root, command: 'ls-tree', options: ['-z', '-r', '--name-only', revision] }
  return new Set(await gitRecords(io, { ...command, paths }))
}
