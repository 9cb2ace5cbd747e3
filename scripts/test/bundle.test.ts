import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { bundle } from '../build/bundle.ts'
import { files as filesOfBundles } from '../build/bundles.ts'
import { collectLicenses, countPackages } from '../build/licenses.ts'
import { findTools, type Tool } from '../workspace.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('one file', () => {
  it('is the same bytes in another folder, and names neither', async () => {
    const sources = { 'cli.ts': `import('./later.ts')`, 'later.ts': `import 'greet'` }
    const [one, two] = [workspace(sources), workspace(sources)]
    const code = (await bundle(toolOf(one), one)).code
    expect((await bundle(toolOf(two), two)).code).toBe(code)
    expect(code).not.toContain(one)
    expect(code).not.toContain(tmpdir())
  })

  it('knows its version', async () => {
    const code = await build({ 'cli.ts': `declare const __VERSION__: string\nconsole.log(__VERSION__)` })
    expect(run(code)).toBe('1.2.3\n')
  })

  it('evaluates a part only when it is imported, and once', async () => {
    const code = await build({
      'cli.ts': `if (process.argv[2]) import('./later.ts').then(() => import('./later.ts')).then((later) => console.log(later.name))`,
      'later.ts': `console.log('evaluated')\nexport const name = 'later'`,
    })
    expect(run(code)).toBe('')
    expect(run(code, 'x')).toBe('evaluated\nlater\n')
  })

  it('has one copy of what two parts share', async () => {
    const code = await build({
      'cli.ts': `import { Mistake } from './mistake.ts'\nimport('./later.ts').then((later) => later.fail()).catch((error) => console.log(error instanceof Mistake))`,
      'later.ts': `import { Mistake } from './mistake.ts'\nexport const fail = () => { throw new Mistake() }`,
      'mistake.ts': `export class Mistake extends Error {}`,
    })
    expect(run(code)).toBe('true\n')
  })

  it('keeps odd characters, quotes and backslashes', async () => {
    const odd = `'"\`\\ \\n \${x} \u2028 é 🚪 </script> */`
    const code = await build({ 'cli.ts': `process.stdout.write(${JSON.stringify(odd)})` })
    expect(run(code)).toBe(odd)
  })

  it('keeps expressions that look like the end of a comment, and those with odd characters', async () => {
    const code = await build({
      'cli.ts': `import('./later.ts')\nconsole.log(/^a*/.exec('aab')?.[0], /[–é]+/u.test('–'))`,
      'later.ts': `console.log(/b*/.exec('bbc')[0])`,
    })
    expect(run(code)).toBe('aa true\nbb\n')
  })

  it.each([
    ['an expression that ends with a star', String.raw`/^\d*/.exec('12a')[0]`, '12'],
    ['a star and a slash in a class', `'a*/b'.replaceAll(/[*/]/g, '-')`, 'a--b'],
    ['a star that stands for itself', String.raw`/\*/.test('*')`, 'true'],
    ['expressions with other characters', String.raw`[/[–🚪]/u.exec('a🚪')[0] === '🚪', /\–/.test('–')]`, 'true,true'],
    ['a string', `'*/ –'.length`, '4'],
  ])('has nothing to show again for %s', async (_, expression, expected) => {
    const code = await build({ 'cli.ts': `console.log(String(${expression}))` })
    expect(code).not.toContain('\x7f')
    expect(run(code)).toBe(`${expected}\n`)
  })

  it('reaches Node and optional peers through import()', async () => {
    const code = await build({
      'cli.ts': `import('node:path').then((path) => console.log(path.posix.join('a', 'b')))\nimport('satteri').catch((error) => console.log(error.code))`,
    })
    expect(run(code).split('\n').sort()).toEqual(['', 'MODULE_NOT_FOUND', 'a/b'])
  })

  it.each([
    ['a function', 'module.exports = () => 1; module.exports.two = 2', 'function 2'],
    ['names', 'exports.two = 2', 'object 2'],
    [
      'names that were compiled from ES modules',
      'exports.__esModule = true; exports.default = 1; exports.two = 2',
      'object 2',
    ],
  ])('imports a CommonJS package that exports %s as Node does', async (_, source, expected) => {
    const cli = `import('old').then((old) => console.log(typeof old.default, old.two))`
    const root = workspace({ 'cli.ts': cli })
    dependency(root, 'old', { type: 'commonjs' }, source)
    writeFileSync(join(root, 'cli.mjs'), cli)
    const { stdout } = spawnSync(process.execPath, [join(root, 'cli.mjs')], { encoding: 'utf8' })
    expect(stdout).toBe(`${expected}\n`)
    expect(run((await bundle(toolOf(root), root)).code)).toBe(stdout)
  })

  it('knows its own path', async () => {
    const code = await build({
      'cli.ts': `import('./later.ts')`,
      'later.ts': `console.log(import.meta.filename === process.argv[1], import.meta.dirname.length)`,
    })
    expect(run(code)).toMatch(/^true \d+\n$/)
  })

  it('can start itself as a worker', async () => {
    const code = await build({
      'cli.ts': `if (process.argv[2] === 'work') import('./worker.ts')\nelse import('./starter.ts')`,
      'starter.ts': `import { Worker } from 'node:worker_threads'\nnew Worker(import.meta.filename, { argv: ['work'] }).on('message', console.log)`,
      'worker.ts': `import { parentPort } from 'node:worker_threads'\nparentPort.postMessage('from the worker')`,
    })
    expect(run(code)).toBe('from the worker\n')
  })

  it.each(['commonjs', 'module'])('runs in a package of type %s', async (type) => {
    const code = await build({ 'cli.ts': `console.log('ran')` })
    const folder = temporary()
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type }))
    expect(runIn(folder, code)).toBe('ran\n')
  })

  it.each([
    ['import.meta.url', `console.log(import.meta.url)`, /import\.meta/],
    ['await outside a function', `await Promise.resolve()`, /cli\.ts:1:0: .*Top-level await/],
    ['a file that is not there', `import './missing.ts'`, /Could not resolve/],
  ])('refuses %s', async (_, source, message) => {
    await expect(build({ 'cli.ts': source })).rejects.toThrow(message)
  })
})

describe('the module', () => {
  const sources = {
    'cli.ts': `console.log('the command ran')\nimport('./shared.ts')`,
    'index.ts': `export { Mistake } from './shared.ts'\nexport const here = import.meta.filename\nexport const later = async () => (await import('./later.ts')).name`,
    'later.ts': `import { Mistake } from './shared.ts'\nexport const name = [new Mistake().message, 'é'].join()`,
    'shared.ts': `export class Mistake extends Error { message = 'shared by both */ ' }`,
  }

  it('takes its parts from the command, which does not run, and leaves no file behind', async () => {
    const root = workspace(sources)
    const { code, module } = await bundle(toolOf(root), root)
    const folder = temporary()
    writeFileSync(join(folder, 'cli.js'), code)
    writeFileSync(join(folder, 'index.mjs'), module as string)
    writeFileSync(
      join(folder, 'use.mjs'),
      `import * as demo from './index.mjs'\nconsole.log(Object.keys(demo).join(), demo.here, await demo.later(), new demo.Mistake() instanceof Error)`,
    )
    const env = { HOME: folder }
    const { stdout, stderr } = spawnSync(process.execPath, ['use.mjs'], { cwd: folder, env, encoding: 'utf8' })
    expect(stdout + stderr).toBe(`Mistake,here,later ${join(folder, 'cli.js')} shared by both */ ,é true\n`)
    expect(readdirSync(folder).sort()).toEqual(['cli.js', 'index.mjs', 'use.mjs'])
  })

  it('is there only where a tool has an index.ts', async () => {
    const root = workspace({ 'cli.ts': '' })
    expect((await bundle(toolOf(root), root)).module).toBeUndefined()
  })

  it('is in the download once, with the command', async () => {
    const root = workspace(sources)
    const { code, module } = await bundle(toolOf(root), root)
    expect(code.match(/shared by both/g)).toHaveLength(1)
    expect(module).not.toContain('shared by both')
  })
})

describe('bundles/', () => {
  it('holds the same bytes as the packed tool, wherever the sources lie, and what it is made of', async () => {
    const sources = { 'cli.ts': `import 'greet'` }
    const [one, two] = [workspace(sources), workspace(sources)]
    const files = await filesOfBundles(one)
    expect(await filesOfBundles(two)).toEqual(files)
    expect(files).toEqual([
      { path: 'bundles/demo.js', text: (await bundle(toolOf(one), one)).code },
      { path: 'bundles/package.json', text: '{"type":"commonjs"}\n' },
      { path: 'bundles/THIRD-PARTY-LICENSES.txt', text: 'greet 3.0.0 (ISC)\n\nThe ISC licence of greet\n' },
    ])
  })
})

describe('compiled code', () => {
  // More than it takes to be worth keeping.
  const sources = {
    'cli.ts': `globalThis.long = ${JSON.stringify('x'.repeat(30_000))}\nconsole.log(globalThis.long.length)`,
  }

  it('is kept for the next run, for this user alone', async () => {
    const code = await build(sources)
    const home = temporary()
    for (const _ of 'ab') expect(runAt(home, code)).toBe('30000\n')
    const cache = join(home, '.cache', 'frontdoor')
    const [file, ...more] = readdirSync(cache)
    expect(more).toEqual([])
    expect(file).toMatch(/^demo-[\da-f]{16}-v\d+\.\d+\.\d+-\w+\.bin$/)
    expect(statSync(cache).mode & 0o077).toBe(0)
  })

  it('is kept anew by the second and the third run, which meet other functions, and not by those after', async () => {
    const code = await build(sources)
    const home = temporary()
    const cache = join(home, '.cache', 'frontdoor')
    const written = [1, 2, 3, 4, 5].map(() => {
      runAt(home, code)
      return statSync(join(cache, readdirSync(cache)[0] as string)).ino
    })
    expect(written.map((file, run) => file !== written[run - 1])).toEqual([true, true, true, false, false])
  })

  it('is kept anew where V8 refuses what was kept', async () => {
    const code = await build(sources)
    const home = temporary()
    const cache = join(home, '.cache', 'frontdoor')
    for (const _ of 'abc') runAt(home, code)
    const file = join(cache, readdirSync(cache)[0] as string)
    const refused = readFileSync(file)
    refused.fill(0, refused.indexOf(0))
    writeFileSync(file, refused)
    expect(runAt(home, code)).toBe('30000\n')
    expect(readFileSync(file).equals(refused)).toBe(false)
  })

  it.each<[string, (file: string) => void]>([
    ['is damaged', (file) => writeFileSync(file, 'x')],
    ['is cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, -1))],
    ['others may write to', (file) => chmodSync(file, 0o666)],
    ['is a folder', (file) => [rmSync(file), mkdirSync(file)]],
  ])('is not taken from a file that %s', async (_, spoil) => {
    const code = await build(sources)
    const home = temporary()
    runAt(home, code)
    const cache = join(home, '.cache', 'frontdoor')
    spoil(join(cache, readdirSync(cache)[0] as string))
    expect(runAt(home, code)).toBe('30000\n')
  })

  it.each([
    ['FRONTDOOR_CACHE', ''],
    ['XDG_CACHE_HOME', 'frontdoor'],
  ])('lies where %s says that caches lie', async (name, below) => {
    const [home, cache] = [temporary(), temporary()]
    runAt(home, await build(sources), { [name]: cache })
    expect(readdirSync(home)).toEqual([])
    expect(readdirSync(join(cache, below))).toEqual([expect.stringMatching(/^demo-.*\.bin$/)])
  })

  it('is not taken from a folder that a project could have put there', async () => {
    const home = temporary()
    runAt(home, await build(sources), { FRONTDOOR_CACHE: 'cache' })
    expect(existsSync('cache')).toBe(false)
    expect(readdirSync(home)).toEqual([])
  })

  it('takes the place of that of other versions after a month, and of nothing else', async () => {
    const home = temporary()
    const cache = join(home, '.cache', 'frontdoor')
    const compiled = `0123456789abcdef-v22.18.0-x64.bin`
    const old = [`a-b-${compiled}`, 'http', 'mine.bin', 'pulls.jsonl', `z-${compiled}`]
    mkdirSync(join(cache, 'http'), { recursive: true, mode: 0o700 })
    for (const name of old) {
      if (name !== 'http') writeFileSync(join(cache, name), '')
      utimesSync(join(cache, name), 0, 0)
    }
    runAt(home, await build(sources))
    expect(readdirSync(cache).filter((name) => old.includes(name))).toEqual(['http', 'mine.bin', 'pulls.jsonl'])
  })

  it('is not kept where the user does not want it', async () => {
    const home = temporary()
    runAt(home, await build(sources), { NODE_DISABLE_COMPILE_CACHE: '1' })
    expect(readdirSync(home)).toEqual([])
  })
})

describe('widths of letters', () => {
  it('are those of ASCII', async () => {
    const root = workspace({
      'cli.ts': `import widths from 'anafanafo/data/font.json'\nconsole.log(JSON.stringify(widths))`,
    })
    dependency(root, 'anafanafo', {})
    mkdirSync(join(root, 'node_modules', 'anafanafo', 'data'))
    writeFileSync(join(root, 'node_modules', 'anafanafo', 'data', 'font.json'), '[[32,33,3.5],[126,126,8],[161,161,4]]')
    expect(run((await bundle(toolOf(root), root)).code)).toBe('[[32,33,3.5],[126,126,8]]\n')
  })
})

describe('licences', () => {
  it('are those of the packages that are really inside', async () => {
    const root = workspace({ 'cli.ts': `import 'greet'\nimport { unused } from 'pure'` })
    dependency(root, 'pure', { license: 'MIT', sideEffects: false }, 'export const unused = 1')
    const { inputs } = await bundle(toolOf(root), root)
    expect(countPackages(inputs)).toBe(1)
    expect(collectLicenses(inputs, root)).toBe('greet 3.0.0 (ISC)\n\nThe ISC licence of greet\n')
  })

  it('that say the same are told once, below the names of their packages', () => {
    const root = temporary()
    for (const name of ['a', 'b', 'c']) {
      dependency(root, name, { license: 'MIT' })
      writeFileSync(join(root, 'node_modules', name, 'LICENSE'), name === 'b' ? 'Other\r\n' : 'Same\r\ntext\r\n')
    }
    const inputs = ['a', 'b', 'c'].map((name) => `node_modules/${name}/index.js`)
    const line = '-'.repeat(80)
    expect(collectLicenses(inputs, root)).toBe(
      `a 3.0.0 (MIT)\nc 3.0.0 (MIT)\n\nSame\ntext\n\n${line}\n\nb 3.0.0 (MIT)\n\nOther\n`,
    )
  })

  it('are told from the manifest where a package has no licence file', () => {
    const root = temporary()
    dependency(root, 'old', { licenses: [{ type: 'MIT' }], author: 'Ann' })
    const text =
      'Copyright (c) Ann. The package has no licence file; its manifest says MIT:\nhttps://spdx.org/licenses/MIT.html'
    expect(collectLicenses(['node_modules/old/index.js'], root)).toBe(`old 3.0.0 (MIT)\n\n${text}\n`)
  })

  it('stop the build where they do not allow bundling', () => {
    const root = temporary()
    dependency(root, '@free/copyleft', { license: 'GPL-3.0-only' })
    dependency(root, 'silent', {})
    const inputs = ['node_modules/@free/copyleft/index.js', 'node_modules/silent/a/b.js', 'packages/x/src/cli.ts']
    expect(() => collectLicenses(inputs, root)).toThrow(
      '@free/copyleft@3.0.0 (GPL-3.0-only), silent@3.0.0 (none stated)',
    )
  })
})

describe('tools', () => {
  it('are packages with a command and a src/cli.ts', () => {
    const root = workspace({ 'cli.ts': '' })
    for (const name of ['library', 'planned']) mkdirSync(join(root, 'packages', name, 'src'), { recursive: true })
    writeFileSync(join(root, 'packages', 'library', 'src', 'cli.ts'), '')
    writeFileSync(join(root, 'packages', 'library', 'package.json'), '{"name":"library"}')
    expect(findTools(root)).toEqual([toolOf(root)])
  })
})

/** A workspace with one tool, `demo`, and one dependency, `greet`. */
function workspace(sources: Readonly<Record<string, string>>): string {
  const root = temporary()
  const src = join(root, 'packages', 'demo', 'src')
  mkdirSync(src, { recursive: true })
  for (const [name, source] of Object.entries(sources)) writeFileSync(join(src, name), source)
  const manifest = { name: 'demo', version: '1.2.3', type: 'module', bin: { demo: './dist/cli.js' } }
  writeFileSync(join(dirname(src), 'package.json'), JSON.stringify(manifest))
  dependency(root, 'greet', { license: 'ISC' }, `console.log('hello')`)
  writeFileSync(join(root, 'node_modules', 'greet', 'LICENSE'), 'The ISC licence of greet\r\n')
  return root
}

function dependency(root: string, name: string, manifest: object, source = ''): void {
  const folder = join(root, 'node_modules', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '3.0.0', type: 'module', ...manifest }))
  writeFileSync(join(folder, 'index.js'), source)
}

function toolOf(root: string): Tool {
  const folder = join(root, 'packages', 'demo')
  return {
    name: 'demo',
    version: '1.2.3',
    summary: '',
    private: false,
    folder,
    command: join(folder, 'dist', 'cli.js'),
  }
}

async function build(sources: Readonly<Record<string, string>>): Promise<string> {
  const root = workspace(sources)
  return (await bundle(toolOf(root), root)).code
}

function run(code: string, ...args: string[]): string {
  return runIn(temporary(), code, ...args)
}

/** pnpm starts commands with a NODE_PATH that finds every package it installed. */
const alone = { ...process.env, NODE_PATH: undefined, NODE_DISABLE_COMPILE_CACHE: '1' }

function runAt(home: string, code: string, more: Readonly<Record<string, string>> = {}): string {
  const file = join(temporary(), 'demo.cjs')
  writeFileSync(file, code)
  const done = spawnSync(process.execPath, [file], { env: { HOME: home, ...more }, encoding: 'utf8' })
  expect(done.stderr).toBe('')
  return done.stdout
}

function runIn(folder: string, code: string, ...args: string[]): string {
  const file = join(folder, 'demo.js')
  writeFileSync(file, code)
  const done = spawnSync(process.execPath, [file, ...args], { env: alone, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr)
  return done.stdout
}

function temporary(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'frontdoor-')))
  folders.push(folder)
  return folder
}
