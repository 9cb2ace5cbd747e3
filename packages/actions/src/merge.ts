import { join } from 'node:path'
import { git, runGit } from '@frontdoor/kit/git'
import { UserError } from '@frontdoor/kit/io'
import type { PullRequest } from './pull-request.ts'
import { scratchFolder } from './report.ts'
import type { Workplace } from './tool.ts'

/** A work tree of the repository as it will be when a pull request is merged. */
export interface Merge {
  /** The folder that the action works in, in that work tree. */
  readonly folder: string
  readonly base: string
  readonly head: string
  /** First lines of the commits that the merge brings, by hash; merges among them speak for others, and are left out. */
  readonly subjects: ReadonlyMap<string, string>
  remove(): Promise<void>
}

/**
 * Merges a pull request beside what is checked out: `squash` makes the commit that GitHub makes, with its title and number, `merge`
 * takes the merge that actions/checkout has made. No branch moves.
 */
export async function mergeOf(at: Workplace, pull: PullRequest, method: 'squash' | 'merge'): Promise<Merge> {
  const run = (command: string, ...options: string[]) => git(at.io, { folder: at.folder, command, options })
  const line = async (command: string, ...options: string[]) => (await run(command, ...options)).replace(/\n$/, '')
  const base = await baseOf(at, pull)
  const head = method === 'squash' ? await squash(at, pull, base) : await line('rev-parse', 'HEAD')
  const below = await line('rev-parse', '--show-prefix')
  const tree = join(scratchFolder(at.io.env), 'merged')
  await run('worktree', 'add', '--quiet', '--detach', tree, head)
  return {
    ...{ folder: join(tree, below), base, head },
    subjects: subjectsIn(await run('log', '-z', '--no-merges', '--format=%H%n%s', `${base}..${head}`)),
    remove: async () => void (await run('worktree', 'remove', '--force', tree)),
  }
}

/** What the pull request is merged into: the first parent of the merge that is checked out, else where its branch left. */
async function baseOf({ io, folder }: Workplace, { head, base }: PullRequest): Promise<string> {
  const ask = async (...options: string[]) => {
    const { code, stdout } = await runGit(io, { folder, command: options[0] as string, options: options.slice(1) })
    return code === 0 ? stdout.trim() : ''
  }
  const [first, second] = (await ask('log', '-1', '--format=%P', 'HEAD')).split(' ')
  if (first && second === head) return first
  const left = await ask('merge-base', base, 'HEAD')
  if (left) return left
  throw new UserError(
    'the commits of the pull request are not here; give actions/checkout:\n  with:\n    fetch-depth: 0',
  )
}

async function squash({ io, folder }: Workplace, pull: PullRequest, base: string): Promise<string> {
  const { number, title, body, author } = pull
  const person = { NAME: author.login, EMAIL: `${author.id}+${author.login}@users.noreply.github.com` }
  const people = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ])
  const env = { ...io.env, ...Object.fromEntries(people) }
  const message = ['-m', `${title} (#${number})`, ...(body === '' ? [] : ['-m', body])]
  const hash = await git({ env }, { folder, command: 'commit-tree', options: ['-p', base, ...message, 'HEAD^{tree}'] })
  return hash.trim()
}

function subjectsIn(log: string): Map<string, string> {
  const records = log.split('\0').filter(Boolean)
  return new Map(
    records.map((record) => [record.slice(0, record.indexOf('\n')), record.slice(record.indexOf('\n') + 1)]),
  )
}
