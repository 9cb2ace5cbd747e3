import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { execute } from '../execute.ts'

/** A repository as GitHub has it, with a pull request. */
export interface Tea {
  /** A folder for the test, removed after it. */
  readonly scratch: string
  /** The repository: bare, as on a server. */
  readonly bare: string
  /** The event of its pull request 7. */
  readonly event: { readonly pull_request: Readonly<Record<string, unknown>> }
  git(...args: string[]): Promise<string>
}

/** A README with nothing to say about it. */
export const goodReadme = `# Tea

Brews tea.

**Source**: <https://github.com/o/tea>

## Install

\`\`\`sh
npm install tea
\`\`\`

## Usage

\`\`\`js
import { brew } from 'tea'
\`\`\`

## Contributing

Ask in the [issues](https://github.com/o/tea/issues).

## License

[MIT](LICENSE)
`

/** Makes it, with one release, a change after it, and a pull request of two commits; `files` are in the first commit. */
export async function tea(files: Readonly<Record<string, string>> = {}): Promise<Tea> {
  const scratch = mkdtempSync(join(tmpdir(), 'frontdoor-recipes-'))
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }))
  const [work, bare] = [join(scratch, 'tea'), join(scratch, 'tea.git')]
  mkdirSync(work)
  const in_ = (cwd: string) => (args: readonly string[]) => run(args, cwd, scratch)
  const git = (...args: string[]) => in_(work)(args)
  const commit = async (message: string, more: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(more)) {
      mkdirSync(dirname(join(work, name)), { recursive: true })
      writeFileSync(join(work, name), text)
    }
    await git('add', '.')
    await git('commit', '--quiet', '--message', message)
  }
  // What `gh auth setup-git` would do, but for the server.
  writeFileSync(join(scratch, 'gitconfig'), `[url "file://${bare}"]\n\tinsteadOf = https://github.com/o/tea\n`)
  await git('init', '--quiet', '--initial-branch=main')
  await commit('feat: boil water', { 'README.md': goodReadme, ...project, ...files })
  await git('tag', 'v1.0.0')
  await commit('fix: burn less (#1)', { 'src.js': '1' })
  await git('switch', '--quiet', '--create', 'topic')
  await commit('wip', { 'src.js': '2' })
  await commit('more', { 'src.js': '3' })
  const [base = '', head = ''] = (await git('rev-parse', 'main', 'topic')).trim().split('\n')
  await git('switch', '--quiet', '--detach', 'main')
  await git('merge', '--quiet', '--no-ff', '--message', `Merge ${head} into ${base}`, 'topic')
  await git('update-ref', 'refs/pull/7/merge', 'HEAD')
  await git('switch', '--quiet', 'main')
  await in_(scratch)(['clone', '--quiet', '--mirror', work, bare])
  const pull = { number: 7, title: 'feat: hold a cup', body: null, labels: [], user: { login: 'ada', id: 5 } }
  const ends = { head: { sha: head, repo: { full_name: 'o/tea' } }, base: { sha: base } }
  return { scratch, bare, event: { pull_request: { ...pull, ...ends } }, git: (...args) => in_(bare)(args) }
}

const project = {
  'package.json': `${JSON.stringify({
    name: 'tea',
    version: '1.0.0',
    description: 'Brews tea',
    license: 'MIT',
    type: 'module',
    exports: './src.js',
    repository: 'github:o/tea',
    scripts: { test: 'node src.js' },
  })}\n`,
  'package-lock.json': `${JSON.stringify({
    name: 'tea',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: { '': { name: 'tea', version: '1.0.0', license: 'MIT' } },
  })}\n`,
  LICENSE:
    'MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software\n',
  'src.js': '0',
}

async function run(args: readonly string[], cwd: string, home: string): Promise<string> {
  const person = { NAME: 'Ada', EMAIL: 'ada@example.com', DATE: '2026-01-02T03:04:05Z' }
  const people = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ])
  const env = { PATH: process.env.PATH, HOME: home, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const { code, output } = await execute('git', args, { cwd, env: { ...env, ...Object.fromEntries(people) } })
  if (code !== 0) throw new Error(`git ${args.join(' ')}: ${output}`)
  return output
}
