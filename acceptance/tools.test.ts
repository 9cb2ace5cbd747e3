import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { bringNode, newestNode } from '../bench/bring-node.ts'
import { plainEnvironment } from './environment.ts'
import { type Ended, execute } from './execute.ts'
import { environmentFor } from './registry.ts'

// Every tool, in every way that people install it, from a registry that has what the next release would have.

const tools = ['readme-lint', 'changelog-gen', 'badge-sync'] as const
const toolchain = join(import.meta.dirname, '..', '.toolchain')
const tsc = join(import.meta.dirname, '..', 'scripts', 'node_modules', 'typescript', 'bin', 'tsc')

let scratch = ''
let installed = ''

beforeAll(async () => {
  scratch = realpathSync(mkdtempSync(join(tmpdir(), 'frontdoor-tools-')))
  installed = await larder('installed')
  expect(await inLarder(installed, 'npm', 'install', '--save-dev', ...tools)).toMatchObject({ code: 0 })
})
afterAll(() => rmSync(scratch, { recursive: true }))

/** What each tool finds in the project. */
const firstFinding = {
  'readme-lint': 'README.md:5:5  error  No file usage in the repository',
  'changelog-gen': 'CHANGELOG.md: written',
  'badge-sync': 'This badge is fetched over plain HTTP',
} as const

describe.each(tools)('%s', (tool) => {
  const args = tool === 'badge-sync' ? ['--check'] : []

  it.each<[string, ...string[]]>([
    ['npx', '--yes'],
    ['pnpm', '--silent', 'dlx'],
  ])('is run by %s, in a folder and with a cache that never had it', async (program, ...flags) => {
    const { output } = await inLarder(await larder(`${program}-${tool}`), program, ...flags, tool, ...args)
    expect(output).toContain(firstFinding[tool])
    // Nor does npm have anything to say of it.
    expect(output).not.toMatch(/npm warn|deprecated/i)
  })

  it('is run by npm exec where it is installed', async () => {
    expect(await inLarder(installed, 'npm', 'exec', '--', tool, '--version')).toEqual({
      code: 0,
      output: `${versionOf(tool)}\n`,
    })
  })
})

const yarns = {
  classic: 'yarn/bin/yarn.js',
  berry: '@yarnpkg/cli-dist/bin/yarn.js',
} as const

describe.each(['classic', 'berry'] as const)('yarn, the %s one', (kind) => {
  const yarn = join(import.meta.dirname, 'node_modules', ...yarns[kind].split('/'))
  const inYarn = (folder: string, ...args: readonly string[]) => {
    const registry = inject('released')
    const settings = {
      YARN_NPM_REGISTRY_SERVER: registry,
      YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1',
      YARN_ENABLE_TELEMETRY: '0',
      // It takes nothing that was published only now.
      YARN_NPM_MINIMAL_AGE_GATE: '0',
    }
    const env = { ...environmentFor(registry, `${folder}-home`), ...settings }
    return execute(process.execPath, [yarn, ...args], { cwd: folder, env })
  }

  it.each(tools)('installs %s, and runs it', async (tool) => {
    const folder = await larder(`yarn-${kind}-${tool}`)
    // Berry looks for the root of a project further up, too.
    writeFileSync(join(folder, 'yarn.lock'), '')
    const added = await inYarn(folder, 'add', '--dev', tool)
    expect(added).toMatchObject({ code: 0 })
    expect(added.output).not.toMatch(/peer dep|deprecated|EBADENGINE/i)
    const { output } = await inYarn(folder, 'run', tool, ...(tool === 'badge-sync' ? ['--check'] : []))
    expect(output).toContain(firstFinding[tool])
  })

  // The classic one has no such command.
  it.each(kind === 'classic' ? [] : tools)('runs %s that was never installed', async (tool) => {
    const folder = await larder(`yarn-dlx-${tool}`)
    const { output } = await inYarn(folder, 'dlx', tool, ...(tool === 'badge-sync' ? ['--check'] : []))
    expect(output).toContain(firstFinding[tool])
  })
})

it('brings no other package', async () => {
  const { output } = await inLarder(installed, 'npm', 'ls', '--all', '--parseable')
  const names = output
    .trim()
    .split('\n')
    .slice(1)
    .map((path) => path.slice(installed.length + 1))
  expect(names.sort()).toEqual(tools.map((tool) => `node_modules/${tool}`).sort())
})

const consumer = `import { createDocument, lint, loadProject, type RuleFinding } from 'readme-lint'
import { type Next, nextVersion, readReleases, type Release, releaseNotes } from 'changelog-gen'
import { recognise, sync, loadProject as loadFacts } from 'badge-sync'

const source = '# Larder\\n\\n![npm](http://img.shields.io/npm/v/larder)\\n'
const project = await loadProject('.')
const findings: readonly RuleFinding[] = await lint(await createDocument(source), project)
const next: Next = await nextVersion('.')
const releases: readonly Release[] = await readReleases('.')
const notes: string = await releaseNotes('.', { release: 'unreleased' })
const { text } = await sync(source, await loadFacts('.'), { offline: true })
const kind: string | undefined = recognise('https://img.shields.io/npm/v/larder')?.kind
declare const console: { log(text: string): void }
console.log(JSON.stringify({ found: findings.length > 0, version: next.version, releases: releases.length, notes, text, kind }))
`

const wrong = `import { sync } from 'badge-sync'
import { nextVersion } from 'changelog-gen'
import { lint } from 'readme-lint'
await sync(1)
await nextVersion('.', { pre: true })
await lint('# Larder')
`

describe('a program', () => {
  it('imports the modules', async () => {
    writeFileSync(join(installed, 'use.mts'), consumer)
    const { code: status, output } = await inLarder(installed, 'node', '--no-warnings', 'use.mts')
    expect({ status, output }).toMatchObject({ status: 0 })
    expect(JSON.parse(output)).toEqual({
      found: true,
      version: '0.1.0',
      releases: 1,
      notes: expect.stringContaining('Open the larder'),
      text: expect.stringContaining('https://img.shields.io/npm/v/larder'),
      kind: 'version',
    })
  })

  it.each(['nodenext', 'bundler'])(
    'is checked against their types with moduleResolution %s',
    async (moduleResolution) => {
      const module = moduleResolution === 'bundler' ? 'esnext' : 'nodenext'
      const compilerOptions = {
        module,
        moduleResolution,
        target: 'es2023',
        strict: true,
        noEmit: true,
        types: [],
        skipLibCheck: false,
      }
      writeFileSync(join(installed, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.mts'] }))
      writeFileSync(join(installed, 'use.mts'), consumer)
      expect(await inLarder(installed, 'node', tsc, '--project', '.')).toEqual({ code: 0, output: '' })
      writeFileSync(join(installed, 'use.mts'), wrong)
      const { output } = await inLarder(installed, 'node', tsc, '--project', '.')
      expect(output.match(/^use\.mts\(\d+/gm)).toEqual(['use.mts(4', 'use.mts(5', 'use.mts(6'])
    },
  )
})

// The oldest that is supported, the first that runs TypeScript, the one that the tools are built with, the newest.
describe.each(['20.19.0', '22.18.0', '24.21.0', newestNode])('on Node %s', (version) => {
  const node = bringNode(toolchain, version)
  const run = (tool: string, ...args: string[]) => {
    const { PATH } = plainEnvironment(scratch)
    const env = { ...plainEnvironment(join(scratch, 'home')), PATH: [dirname(node as string), PATH].join(delimiter) }
    return execute(join(installed, 'node_modules', '.bin', tool), args, { cwd: installed, env })
  }
  const test = it.skipIf(node === undefined)

  test('it is that Node', async () => {
    expect((await execute(node as string, ['--version'], { cwd: scratch })).output).toBe(`v${version}\n`)
  })

  test.each(tools)('%s says its version', async (tool) => {
    expect(await run(tool, '--version')).toEqual({ code: 0, output: `${versionOf(tool)}\n` })
  })

  test('a program imports the modules', async () => {
    const program = `import { applyFixes, createDocument, hosts } from 'readme-lint'
import { nextVersion } from 'changelog-gen'
import { recognise } from 'badge-sync'
const { links } = await createDocument('[a](b)')
console.log(hosts.includes('npm'), links.length, applyFixes('a', []), (await nextVersion('.')).version)
console.log(recognise('https://img.shields.io/npm/v/larder').name)
`
    writeFileSync(join(installed, 'old.mjs'), program)
    const { output } = await execute(node as string, ['old.mjs'], { cwd: installed, env: plainEnvironment(scratch) })
    expect(output).toBe('true 1 a 0.1.0\nnpm-version\n')
  })

  test('readme-lint lints', async () => {
    const { code, output } = await run('readme-lint')
    expect({ code, found: output.includes(firstFinding['readme-lint']) }).toEqual({ code: 1, found: true })
  })

  test('changelog-gen shows a changelog', async () => {
    const { code, output } = await run('changelog-gen', '--diff')
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('Open the larder') })
  })

  test('badge-sync shows what it would mend', async () => {
    const { code, output } = await run('badge-sync', '--diff')
    expect({ code, output }).toEqual({
      code: 1,
      output: expect.stringContaining('+[![npm](https://img.shields.io/npm/v/larder)]'),
    })
  })
})

/** Version that was published of a tool. */
function versionOf(tool: string): string {
  const manifest = readFileSync(join(installed, 'node_modules', tool, 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}

/** A project with something to find for each tool. */
async function larder(name: string): Promise<string> {
  const folder = join(scratch, name)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{"name":"larder","version":"0.0.0","private":true}\n')
  writeFileSync(join(folder, 'README.md'), '# Larder\n\n![npm](http://img.shields.io/npm/v/larder)\n\n[a](usage)\n')
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', 'feat: open the larder'],
  ])
    expect(
      await execute('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: folder }),
    ).toMatchObject({ code: 0 })
  return folder
}

/** Runs a program with a home of the folder's own. */
function inLarder(folder: string, program: string, ...args: readonly string[]): Promise<Ended> {
  return execute(program, args, { cwd: folder, env: environmentFor(inject('released'), `${folder}-home`) })
}
