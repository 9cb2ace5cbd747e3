import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTools, toolNamed } from '../workspace.ts'

// The built files, as a user gets them, on the Node that runs the tests and on the one that `npm test` was started with.
const nodes = [...new Set([process.execPath, process.env.FRONTDOOR_NODE ?? process.execPath])].map(withVersion)
// pnpm starts commands with a NODE_PATH that finds every package it installed.
const alone = { ...process.env, NODE_PATH: undefined }
const cases = findTools().flatMap((tool) => nodes.map((node) => ({ ...tool, ...node })))

describe.each(cases)(
  '$name, copied alone into an empty folder, on Node $node',
  ({ name, version, command, path, node }) => {
    let folder = ''
    beforeAll(() => {
      if (!existsSync(command)) throw new Error(`${name} is not built: run npm run build`)
      folder = realpathSync(mkdtempSync(join(tmpdir(), 'frontdoor-')))
      copyFileSync(command, join(folder, basename(command)))
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    function run(...args: string[]) {
      return spawnSync(path, [join(folder, basename(command)), ...args], { cwd: folder, env: alone, encoding: 'utf8' })
    }

    // Node 18 and 20 below 20.19 can start the tasks, but the tools do not support them.
    const test = it.skipIf(isTooOld(node))

    test('says its version', () => {
      expect(run('--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' })
    })

    test('explains itself', () => {
      const { status, stdout, stderr } = run('--help')
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toContain(name)
    })

    test('refuses an unknown option without a stack trace', () => {
      const { status, stderr } = run('--no-such-option')
      expect(status).toBe(2)
      expect(stderr).not.toMatch(/^\s+at /m)
    })
  },
)

describe('a run that only reads', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'frontdoor-')))
  const preload = join(folder, 'loaded.cjs')
  beforeAll(() => {
    writeFileSync(
      join(folder, 'README.md'),
      '# Tea\n\n<!-- badge-sync:start toc -->\n<!-- badge-sync:end toc -->\n\n## Brew\n',
    )
    writeFileSync(join(folder, 'package.json'), '{"name":"tea"}')
    writeFileSync(
      preload,
      `process.on('exit', () => require('fs').writeSync(2, process.moduleLoadList.map((name) => name + '\\n').join('')))`,
    )
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  // Each of them takes milliseconds to load, of the twenty or thirty that Node needs to start.
  it.each([
    ['readme-lint', ['--version']],
    ['readme-lint', ['--engine', 'remark']],
    ['badge-sync', ['--check', '--offline']],
  ])('of %s %j makes no stream, and loads no process, crypto or promised files', (name, args) => {
    const { command } = toolNamed(name)
    const { stderr, status } = spawnSync(process.execPath, ['--require', preload, command, ...args], {
      cwd: folder,
      env: alone,
      encoding: 'utf8',
    })
    expect(status).not.toBe(2)
    const loaded = stderr.split('\n').map((line) => line.replace('NativeModule ', ''))
    expect(loaded).toContain('fs')
    const slow = ['stream', 'net', 'tty', 'crypto', 'child_process', 'worker_threads', 'internal/fs/promises']
    expect(slow.filter((one) => loaded.includes(one))).toEqual([])
  })
})

function withVersion(path: string): { path: string; node: string } {
  return { path, node: spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim().slice(1) }
}

function isTooOld(node: string): boolean {
  const [major = 0, minor = 0] = node.split('.').map(Number)
  return major < 20 || (major === 20 && minor < 19)
}
