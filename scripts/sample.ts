import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './workspace.ts'

const sample = join(root, 'examples', 'sample')

/** What some commits of the sample project say, after its first release. */
const messages = [
  'feat(cache): refresh an entry before it goes stale (#12)',
  'fix: keep entries over a restart (#14)',
  'chore(deps): bump yaml from 2.8.0 to 2.8.1',
  'docs: say how to share a larder',
]

/** Lets something be done in a copy of the sample project that is a repository, so that no other one speaks of it. */
export async function inSampleRepository<Done>(work: (folder: string) => Promise<Done>): Promise<Done> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'frontdoor-sample-')))
  const date = '2026-01-02T03:04:05Z'
  const [who, mail] = ['Ada', 'ada@example.com']
  const author = { GIT_AUTHOR_NAME: who, GIT_AUTHOR_EMAIL: mail, GIT_AUTHOR_DATE: date }
  const committer = { GIT_COMMITTER_NAME: who, GIT_COMMITTER_EMAIL: mail, GIT_COMMITTER_DATE: date }
  const nobody = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: folder, env: { ...nobody, ...author, ...committer } })
  try {
    cpSync(sample, folder, { recursive: true })
    git('init', '--quiet', '--initial-branch=main')
    git('remote', 'add', 'origin', 'https://github.com/octo-org/larder.git')
    git('add', '--all')
    git('commit', '--quiet', '--message', 'feat: begin')
    git('tag', 'v1.0.0')
    for (const message of messages) git('commit', '--quiet', '--allow-empty', '--message', message)
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
