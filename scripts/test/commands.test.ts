import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { program as badgeSync } from '../../packages/badge-sync/src/program.ts'
import { program as changelogGen } from '../../packages/changelog-gen/src/program.ts'
import { inFront } from '../../packages/kit/src/cli/help.ts'
import { program as readmeLint } from '../../packages/readme-lint/src/program.ts'
import { files } from '../generate/commands.ts'
import { surroundingVariables } from '../generate/surroundings.ts'
import { root } from '../workspace.ts'

const pages = new Map((await files()).map(({ path, text }) => [path, text]))

/** Variables that tell of the terminal, of git and of the system: nobody sets them for these tools. */
const notForUs = new Set([
  ...['CI', 'TERM', 'TERM_PROGRAM', 'VTE_VERSION', 'KONSOLE_VERSION', 'WT_SESSION', 'REQUEST_METHOD'],
  ...[
    'PATH',
    'HOME',
    'USERPROFILE',
    'LOCALAPPDATA',
    'PREFIX',
    'SystemRoot',
    'GIT_INDEX_FILE',
    'GIT_CEILING_DIRECTORIES',
  ],
  ...['GIT_DISCOVERY_ACROSS_FILESYSTEM', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM'],
])

describe('pages of commands', () => {
  it('are there for every command of every tool, and the index links them', () => {
    const index = pages.get('docs/commands/README.md') ?? ''
    const others = [...pages.keys()].filter((path) => !path.endsWith('README.md'))
    expect(others).toEqual(
      expect.arrayContaining(['docs/commands/readme-lint.md', 'docs/commands/changelog-gen-next.md']),
    )
    for (const path of others) expect(index).toContain(`(${path.slice('docs/commands/'.length)})`)
  })

  it('say how a command is called, what its options are, and how it ends', () => {
    const page = pages.get('docs/commands/changelog-gen-notes.md') ?? ''
    expect(page).toContain('```text\nchangelog-gen notes [options] [tag]\n```')
    expect(page).toMatch(/^\| `--format <name>` \| .*`github`, .* \| markdown \|$/m)
    expect(page).toContain('| `-o`, `--output <file>` | write to this file | standard output |')
    expect(page).toContain('| 0 | printed, or written |')
  })

  it.each([readmeLint, changelogGen, badgeSync])(
    '$name shows examples that fit into 80 columns',
    ({ main, commands = [] }) => {
      const shown = [main, ...commands].map((command) => inFront('', command)).join('\n')
      expect(shown.split('\n').filter((line) => line.length > 80)).toEqual([])
    },
  )

  it('have examples and exit codes, all of them', () => {
    for (const [path, text] of pages)
      if (!path.endsWith('README.md'))
        expect([path, text.match(/^## (?:Examples|Exit codes)$/gm)?.length]).toEqual([path, 2])
  })

  it('name the environment variables that the sources ask for, and no others', () => {
    const told = new Set(surroundingVariables.flatMap(({ name }) => name.split(', ')))
    const asked = new Set(sources().flatMap(variablesIn))
    expect([...asked].filter((name) => !told.has(name) && !notForUs.has(name))).toEqual([])
    expect([...told].filter((name) => !asked.has(name))).toEqual([])
  })
})

function variablesIn(source: string): string[] {
  const direct = [...source.matchAll(/\benv\.([A-Z][A-Z\d_]+)/g)].map(([, name = '']) => name)
  const taken = [...source.matchAll(/\{([^{}]*)\} = (?:\w+\.)*env\b/g)].flatMap(
    ([, names = '']) => names.match(/[A-Z][A-Z\d_]+/g) ?? [],
  )
  const proxies = source.match(/\bHTTPS?_PROXY\b/g) ?? []
  return [...direct, ...taken, ...proxies]
}

function sources(): readonly string[] {
  const folders = ['kit', 'markdown', 'readme-lint', 'changelog-gen', 'badge-sync'].map(
    (name) => `packages/${name}/src`,
  )
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  return [...paths.filter((path) => path.endsWith('.ts')), 'scripts/build/loader.ts'].map((path) =>
    readFileSync(join(root, path), 'utf8'),
  )
}
