import { git, runGit } from '@frontdoor/kit/git'
import type { Io } from '@frontdoor/kit/io'
import type { Branch } from './branch.ts'
import type { MergeMethod, Proposal } from './proposal.ts'

/** A branch as it will be when it is merged. */
export interface Merge {
  /** Full hash of the newest commit. */
  readonly head: string
  /** True where that commit was made for the preview, so that nobody else has it. */
  readonly isMade: boolean
  /** What it was merged into, as a full hash; what this reaches is not new. */
  readonly base: string
}

/**
 * Makes the commit that a merge would make, in the repository but on no branch: git clears it away in time. A branch that cannot be
 * merged as it is counts from where it left.
 */
export async function mergeOf(
  io: Pick<Io, 'env'>,
  { root, base: into, head, fork }: Branch & { readonly root: string },
  proposal: Proposal & { readonly method: MergeMethod },
): Promise<Merge> {
  const isCurrent = into === fork
  const merged = isCurrent ? undefined : await mergedTree(io, root, [into, head])
  const base = isCurrent || merged === undefined ? fork : into
  if (head === fork || (proposal.method === 'merge' && base === fork)) return { base, head, isMade: false }
  const parents = proposal.method === 'squash' ? [base] : [base, head]
  const message = proposal.method === 'squash' ? messageOf(proposal) : ['-m', 'Merge branch']
  const options = [...parents.flatMap((parent) => ['-p', parent]), ...message, merged ?? `${head}^{tree}`]
  const env = { ...io.env, ...(await personOf(io, root, { head, author: proposal.author })) }
  const made = await git({ env }, { folder: root, command: 'commit-tree', options })
  return { base, head: made.trim(), isMade: true }
}

/** The tree of a merge without conflicts; undefined where there are some, and before git 2.38. */
async function mergedTree(io: Pick<Io, 'env'>, folder: string, revisions: readonly string[]) {
  const options = ['--write-tree', '--no-messages', ...revisions]
  const { code, stdout } = await runGit(io, { folder, command: 'merge-tree', options })
  return code === 0 ? /^[0-9a-f]{40,64}/.exec(stdout)?.[0] : undefined
}

function messageOf({ title, body, number, sign }: Proposal): readonly string[] {
  return [
    '-m',
    number === undefined ? title : `${title} (${sign ?? '#'}${number})`,
    ...(body === '' ? [] : ['-m', body]),
  ]
}

/** The author of the proposal, else that of the newest commit; and its date, so that the same branch is the same commit. */
async function personOf(
  io: Pick<Io, 'env'>,
  folder: string,
  { head, author }: { readonly head: string } & Pick<Proposal, 'author'>,
): Promise<Record<string, string>> {
  const options = ['-1', '--format=%an%x00%ae%x00%at', head]
  const [name = '', email = '', date = ''] = (await git(io, { folder, command: 'log', options })).trim().split('\0')
  const person = { NAME: author?.name ?? name, EMAIL: author?.email ?? email, DATE: `@${date} +0000` }
  return Object.fromEntries(
    Object.entries(person).flatMap(([key, value]) => [
      [`GIT_AUTHOR_${key}`, value],
      [`GIT_COMMITTER_${key}`, value],
    ]),
  )
}
