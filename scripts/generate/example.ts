import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program as badgeSync } from '../../packages/badge-sync/src/program.ts'
import { program as changelogGen } from '../../packages/changelog-gen/src/program.ts'
import { run } from '../../packages/kit/src/cli.ts'
import type { Program } from '../../packages/kit/src/command.ts'
import { program as readmeLint } from '../../packages/readme-lint/src/program.ts'
import { root } from '../workspace.ts'
import type { GeneratedFile } from './generator.ts'
import { replaceRegion } from './region.ts'

/** README.md is written by hand, but for its examples and tables. */
export const folders: readonly string[] = []

const path = 'README.md'
const sample = join(root, 'examples', 'sample')
const places = ['github', 'npm', 'pypi', 'crates', 'nuget'].flatMap((name) => ['--host', name])

/** The examples in README.md: what the tools really say of the sample project, of a short history and of README.md itself. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const regions = await inHistory<[name: string, body: string][]>(async (folder) => [
    ['readme-lint', await session(readmeLint, folder, [['--quiet']])],
    ['hosts', await session(readmeLint, folder, [['hosts', ...places]])],
    ['changelog-gen', await session(changelogGen, folder, [['next'], ['notes', '--unreleased']])],
    ['badge-sync-check', await session(badgeSync, folder, [['--check']])],
    ['peers', peersTable()],
  ])
  const text = regions.reduce((before, [name, body]) => replaceRegion(before, name, body), readText(path))
  // Its lines are those of the text around it.
  const truth = ['hosts', '-', '--stdin-path', path, ...places, '--format', 'markdown']
  return [{ path, text: replaceRegion(text, 'truth', await printed(readmeLint, { cwd: root, input: text }, truth)) }]
}

/** Commands and what they print, as on a terminal. */
async function session(program: Program, cwd: string, calls: readonly (readonly string[])[]): Promise<string> {
  const parts: string[] = []
  for (const args of calls)
    parts.push(`$ ${['npx', program.name, ...args].join(' ')}\n${(await printed(program, { cwd }, args)).trimEnd()}`)
  return `\`\`\`text\n${parts.join('\n\n')}\n\`\`\``
}

/** Where a command runs, and its standard input. */
interface Setting {
  readonly cwd: string
  readonly input?: string
}

async function printed(program: Program, { cwd, input = '' }: Setting, args: readonly string[]): Promise<string> {
  const written: string[] = []
  const output = { write: (text: string) => void written.push(text), isTTY: false }
  const code = await run(program, args, {
    cwd,
    env: { PATH: process.env.PATH },
    stdout: output,
    stderr: output,
    stdin: async () => Buffer.from(input),
    now: () => new Date(0),
    fetch,
  })
  if (code === 2) throw new Error(`${program.name} could not do its job in ${cwd}:\n${written.join('')}`)
  return written.join('')
}

/** What some commits of the sample project say, after its first release. */
const messages = [
  'feat(cache): refresh an entry before it goes stale (#12)',
  'fix: keep entries over a restart (#14)',
  'chore(deps): bump yaml from 2.8.0 to 2.8.1',
  'docs: say how to share a larder',
]

/** Lets something be done in a copy of the sample project that is a repository, so that no other one speaks of it. */
async function inHistory<Done>(work: (folder: string) => Promise<Done>): Promise<Done> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'frontdoor-example-')))
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

/** The first table of docs/peers.md, which `npm run peers` makes. */
function peersTable(): string {
  const [, table] = /^## How much is said\n\n((?:\|.*\n)+)/m.exec(readText('docs/peers.md')) ?? []
  if (table === undefined) throw new Error('docs/peers.md has no table of how much is said')
  return table.replaceAll(/^\| (\w[\w-]*)__/gm, '| $1/')
}

function readText(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}
