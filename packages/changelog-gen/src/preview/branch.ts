import { runGit } from '@frontdoor/kit/git'
import { type Io, UserError } from '@frontdoor/kit/io'
import { resolveCommit } from '../history/history.ts'
import { shallowEnds, shallowError } from '../history/shallow.ts'

/** What is known of where a branch belongs. */
export interface BranchRequest {
  /** What somebody named as its base. */
  readonly named: string | undefined
  /** Branch that the forge wants to merge it into, and a hash of that. */
  readonly into?: string | undefined
  readonly base?: string | undefined
  /** Hash of its newest commit, where a forge says it. */
  readonly head?: string | undefined
}

/** A branch and what it is to be merged into, as full hashes. */
export interface Branch {
  readonly base: string
  readonly head: string
  /** The newest commit that both have. */
  readonly fork: string
}

/**
 * Finds what the commit that is checked out is to be merged into: what is named, else what the forge says, else the default branch.
 *
 * @throws {UserError} where there is none, and where a shallow clone hides it
 */
export async function findBranch(io: Pick<Io, 'env'>, root: string, request: BranchRequest): Promise<Branch> {
  const head = await resolveCommit(io, root, 'HEAD')
  const base = await baseOf(io, root, request)
  const fork = base && (await ask(io, root, 'merge-base', base, head))
  if (base && fork) return { base, head, fork }
  const ends = await shallowEnds(io, root)
  if (ends.size > 0) throw shallowError(io.env, 'where this branch has left the one that it is for')
  throw new UserError(
    base
      ? `${request.named ?? request.into ?? base} and HEAD have no commit in common`
      : 'there is no branch to compare with; name one: changelog-gen preview --base main',
  )
}

async function baseOf(io: Pick<Io, 'env'>, root: string, request: BranchRequest): Promise<string | undefined> {
  const { named, into, base, head } = request
  if (named !== undefined) return resolveCommit(io, root, named)
  // The merge that a forge has made and checked out has the base as its first parent.
  const parents = (await ask(io, root, 'log', '-1', '--format=%P', 'HEAD'))?.split(' ') ?? []
  if (head !== undefined && parents[1] === head) return parents[0]
  const own = await ask(io, root, 'symbolic-ref', '--quiet', 'HEAD')
  const names = into === undefined ? ['origin/HEAD', ...either('main'), ...either('master')] : either(into)
  for (const name of names) {
    // A branch is not what it is itself to be merged into.
    if (own === `refs/heads/${name}`) continue
    const found = await resolveCommit(io, root, name).catch(() => undefined)
    if (found !== undefined) return found
  }
  return base && resolveCommit(io, root, base).catch(() => undefined)
}

function either(name: string): readonly string[] {
  return [`origin/${name}`, name]
}

/** What git says; undefined where it fails, or says nothing. All arguments are names of ours and hashes. */
async function ask(io: Pick<Io, 'env'>, folder: string, command: string, ...options: string[]) {
  const { code, stdout } = await runGit(io, { folder, command, options })
  return code === 0 ? stdout.trim() || undefined : undefined
}
