import { gitFacts } from '@frontdoor/kit/git/facts'
import type { Io } from '@frontdoor/kit/io'

/** The full name of the ref that is released: that of the running workflow, else the branch that is checked out. */
export async function currentBranch(io: Pick<Io, 'cwd' | 'env'>, root: string): Promise<string> {
  if (io.env.GITHUB_REF) return io.env.GITHUB_REF
  const branch = (await gitFacts(io, root))?.branch
  return branch ? `refs/heads/${branch}` : 'HEAD'
}
