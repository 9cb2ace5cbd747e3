import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { faultsOfPackage } from '../checks/packed.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const manifest = {
  name: 'demo',
  version: '1.2.3',
  license: 'MIT',
  type: 'module',
  bin: { demo: './dist/cli.js' },
  exports: {
    '.': { types: './dist/index.d.mts', default: './dist/index.mjs' },
    './frontdoor.schema.json': './dist/frontdoor.schema.json',
  },
  files: ['dist'],
}

const files = {
  LICENSE: 'MIT\n',
  'README.md': '# Demo\n',
  'dist/THIRD-PARTY-LICENSES.txt': '',
  'dist/cli.js': `#!/usr/bin/env node\n'use strict'\n`,
  'dist/frontdoor.schema.json': '{}',
  'dist/index.d.mts': 'export declare const one: number\n',
  'dist/index.mjs': 'export const one = 1\n',
  'dist/package.json': '{"type":"commonjs"}',
}

function faultsOf(change: object, more: Readonly<Record<string, string | undefined>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'frontdoor-'))
  folders.push(folder)
  const all = { ...files, 'package.json': JSON.stringify({ ...manifest, ...change }), ...more }
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    if (text !== undefined) writeFileSync(join(folder, name), text)
  }
  return faultsOfPackage({ folder })
}

describe('a package', () => {
  it('that is as it should be has no faults', async () => {
    expect(await faultsOf({})).toEqual([])
  })

  it.each<[string, object, Readonly<Record<string, string | undefined>>, string]>([
    ['with one file more', {}, { 'dist/cli.js.map': '{}' }, 'The package has a file dist/cli.js.map'],
    ['without its schema', {}, { 'dist/frontdoor.schema.json': undefined }, 'has no dist/frontdoor.schema.json'],
    ['without its licence', {}, { LICENSE: undefined }, 'The package has no LICENSE'],
    [
      'without the licences of others',
      {},
      { 'dist/THIRD-PARTY-LICENSES.txt': undefined },
      'The package has no dist/THIRD-PARTY-LICENSES.txt',
    ],
    ['that is large', {}, { 'README.md': noise(800_000) }, 'bytes, and may take 700000'],
    ['with a dependency', { dependencies: { commander: '15.1.0' } }, {}, 'but it has dependencies: commander'],
    ['with an install script', { scripts: { postinstall: 'node x' } }, {}, 'at whoever installs it: postinstall'],
    [
      'that names a registry',
      { publishConfig: { registry: 'http://127.0.0.1:1/' } },
      {},
      'publishConfig names a registry',
    ],
    ['whose module is not there', { exports: { '.': './dist/gone.mjs' } }, {}, 'gone.mjs'],
    ['whose types are no module', {}, { 'dist/index.d.mts': undefined }, 'index.d.mts'],
  ])('%s has a fault', async (_, change, more, fault) => {
    expect((await faultsOf(change, more)).join('\n')).toContain(fault)
  })
})

/** Text that no compression makes smaller than half. */
function noise(length: number): string {
  let state = 1
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return String.fromCharCode(33 + (state % 90))
  }
  return Array.from({ length: length * 2 }, next).join('')
}
