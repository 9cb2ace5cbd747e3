import { lstatSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { git } from '@frontdoor/kit/git'
import { type Io, UserError } from '@frontdoor/kit/io'

/** The commits where a shallow clone ends, as full hashes; empty for a whole one. */
export async function shallowEnds(io: Pick<Io, 'env'>, folder: string): Promise<ReadonlySet<string>> {
  const file = await shallowFile(io, folder)
  return new Set(linesOf(file))
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}

/** A linked work tree and a submodule have a file `.git`, and a bare repository has none: git knows where theirs is. */
async function shallowFile(io: Pick<Io, 'env'>, folder: string): Promise<string> {
  const dotGit = join(folder, '.git')
  if (lstatSync(dotGit, { throwIfNoEntry: false })?.isDirectory()) return join(dotGit, 'shallow')
  const path = await git(io, { folder, command: 'rev-parse', options: ['--git-path', 'shallow'] })
  return resolve(folder, path.replace(/\n$/, ''))
}

/** What to say where a shallow clone hides a part of what was asked for. Git itself would give a wrong answer without a word. */
export function shallowError(env: Io['env'], hidden: string): UserError {
  return new UserError(`this clone is shallow: it hides ${hidden}\n${mendShallow(env)}`)
}

/** The lines that bring the whole history, for the CI that is running. */
function mendShallow(env: Io['env']): string {
  if (env.GITLAB_CI) return 'in .gitlab-ci.yml, give the job: variables: { GIT_DEPTH: "0" }'
  const step = 'in the workflow, give actions/checkout:\n  with:\n    fetch-depth: 0\n    fetch-tags: true'
  return env.GITHUB_ACTIONS ? step : `${step}\nor run: git fetch --unshallow --tags`
}
