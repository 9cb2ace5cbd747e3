import { describe, expect, it, test } from 'vitest'
import { elm } from '../../src/manifests/elm.ts'
import { helm } from '../../src/manifests/helm.ts'
import { jsr } from '../../src/manifests/jsr.ts'
import { readManifest } from '../../src/manifests/manifest.ts'
import { packagist } from '../../src/manifests/packagist.ts'
import { pub } from '../../src/manifests/pub.ts'
import { shards } from '../../src/manifests/shards.ts'
import { filesWith } from '../folders.ts'

describe('composer.json', () => {
  it('is read', async () => {
    const source = JSON.stringify({
      name: 'vendor/spam',
      description: 'Spam',
      license: ['MIT', 'GPL-3.0-only'],
      homepage: 'https://spam.example',
      support: {
        source: 'https://github.com/o/spam/tree/1.2',
        docs: 'https://spam.example/docs',
        issues: 'https://github.com/o/spam/issues',
      },
      funding: [{ type: 'github', url: 'https://github.com/sponsors/o' }, { type: 'custom' }],
      bin: ['bin/spam', 'eggs'],
    })
    expect(await readManifest(packagist, filesWith({ 'composer.json': source }), 'composer.json')).toMatchObject({
      ecosystem: 'packagist',
      name: 'vendor/spam',
      description: 'Spam',
      license: 'MIT OR GPL-3.0-only',
      private: false,
      homepage: 'https://spam.example',
      documentation: 'https://spam.example/docs',
      issues: 'https://github.com/o/spam/issues',
      repository: { url: 'https://github.com/o/spam' },
      funding: ['https://github.com/sponsors/o'],
      commands: ['spam', 'eggs'],
    })
  })

  it('is private without a name', async () => {
    expect(
      (await readManifest(packagist, filesWith({ 'composer.json': '{"require":{}}' }), 'composer.json'))?.private,
    ).toBe(true)
  })
})

describe('pubspec.yaml', () => {
  it('is read', async () => {
    const source = `
name: spam
version: 1.2.3
description: >-
  Spam
  for all
repository: https://github.com/o/spam/tree/main/packages/spam
homepage: https://spam.example
documentation: https://spam.example/docs
issue_tracker: https://github.com/o/spam/issues
funding: [https://github.com/sponsors/o]
publish_to: none
executables: { spam: main, eggs: }
workspace: [packages/a]
`
    expect(await readManifest(pub, filesWith({ 'pubspec.yaml': source }), 'pubspec.yaml')).toMatchObject({
      ecosystem: 'pub',
      name: 'spam',
      version: '1.2.3',
      description: 'Spam for all',
      private: true,
      repository: { url: 'https://github.com/o/spam', directory: 'packages/spam' },
      homepage: 'https://spam.example',
      documentation: 'https://spam.example/docs',
      issues: 'https://github.com/o/spam/issues',
      funding: ['https://github.com/sponsors/o'],
      commands: ['spam', 'eggs'],
      members: ['packages/a'],
    })
  })

  test.each([
    ['name: a\nworkspace: [b]', ['b']],
    ['name: a', ['packages/*']],
  ])('%j has the members %j beside melos.yaml', async (source, members) => {
    const files = filesWith({ 'pubspec.yaml': source, 'melos.yaml': 'name: a\npackages: [packages/*]' })
    expect(await readManifest(pub, files, 'pubspec.yaml')).toMatchObject({ members, private: true })
  })

  test.each([
    ['name: a\nworkspace: [b]', true],
    ['name: a\nversion: 1.0.0\nworkspace: [b]', false],
    ['name: a', true],
    ['name: a\nversion: 1.0.0', false],
    ['name: a\nversion: 1.0.0\npublish_to: none', true],
  ])('%j is private: %s', async (source, hidden) => {
    expect((await readManifest(pub, filesWith({ 'pubspec.yaml': source }), 'pubspec.yaml'))?.private).toBe(hidden)
  })

  test.each([
    ['name: [a', /^not valid YAML: .* at line 1, column \d+$/],
    ['name: *nothing', 'not valid YAML'],
    [`a: &a [x]\n${'b: [*a, *a, *a, *a, *a, *a]\n'.repeat(1)}name: a\n b: c`, 'not valid YAML'],
  ])('says where %j is broken', async (source, message) => {
    await expect(readManifest(pub, filesWith({ 'pubspec.yaml': source }), 'pubspec.yaml')).rejects.toThrow(message)
  })

  it('refuses to grow', async () => {
    const levels = [...'bcdefghi'].map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(9)}]`)
    const source = `a: &a [x]\n${levels.join('\n')}\nname: a`
    await expect(readManifest(pub, filesWith({ 'pubspec.yaml': source }), 'pubspec.yaml')).rejects.toThrow('alias')
  })
})

describe('Chart.yaml', () => {
  const chart = 'apiVersion: v2\nname: larder\nversion: 1.2.3\ndescription: Tea\nhome: https://larder.example\n'
  const read = (source: string, others: Readonly<Record<string, string>> = {}) =>
    readManifest(helm, filesWith({ 'charts/larder/Chart.yaml': source, ...others }), 'charts/larder/Chart.yaml')

  it('is read', async () => {
    expect(await read(`${chart}annotations:\n  artifacthub.io/license: MIT\n`)).toMatchObject({
      ecosystem: 'helm',
      path: 'charts/larder/Chart.yaml',
      name: 'larder',
      version: '1.2.3',
      description: 'Tea',
      license: 'MIT',
      homepage: 'https://larder.example',
      private: false,
    })
  })

  it('lies in another repository than what it installs', async () => {
    const found = await read(chart.replace('larder.example', 'github.com/tea/larder'))
    expect(found).not.toHaveProperty('homepage')
    expect(found).not.toHaveProperty('repository')
  })

  test.each([
    [{}, true],
    [{ 'charts/larder/artifacthub-repo.yml': '' }, false],
    [{ 'artifacthub-repo.yml': '' }, false],
  ])('is published where a file beside or above it is for Artifact Hub: %j', async (others, hidden) => {
    expect((await read(chart, others))?.private).toBe(hidden)
  })

  it('is a chart only with the version of its form', async () => {
    expect(await read('name: larder\n')).toBeUndefined()
  })
})

describe('deno.json and jsr.json', () => {
  it('are read with comments', async () => {
    const source =
      '{\n  // the name\n  "name": "@o/spam",\n  "version": "1.2.3",\n  "license": "MIT",\n  "exports": "./mod.ts",\n}'
    expect(await readManifest(jsr, filesWith({ 'deno.jsonc': source }), 'deno.jsonc')).toMatchObject({
      ecosystem: 'jsr',
      name: '@o/spam',
      version: '1.2.3',
      license: 'MIT',
      private: false,
    })
  })

  test.each([
    ['{"tasks":{}}', undefined],
    ['{"workspace":["./a"]}', { private: true, members: ['./a'] }],
    ['{"workspace":{"members":["b"]}}', { private: true, members: ['b'] }],
    ['{"name":"@o/a","publish":false}', { private: true, name: '@o/a' }],
  ])('%s declares %j', async (source, expected) => {
    const found = await readManifest(jsr, filesWith({ 'deno.json': source }), 'deno.json')
    if (expected === undefined) expect(found).toBeUndefined()
    else expect(found).toMatchObject(expected)
  })

  it('say where they are broken', async () => {
    const reading = readManifest(jsr, filesWith({ 'jsr.json': '{"name": }' }), 'jsr.json')
    await expect(reading).rejects.toThrow('not valid JSON: value expected at line 1, column 10')
  })
})

describe('shard.yml', () => {
  it('is read', async () => {
    const source = `
name: spam
version: 1.2.3
description: Spam for all
license: MIT
repository: https://github.com/o/spam
homepage: https://spam.example
documentation: https://spam.example/docs
targets: { spam: { main: src/spam.cr } }
`
    expect(await readManifest(shards, filesWith({ 'shard.yml': source }), 'shard.yml')).toMatchObject({
      ecosystem: 'shards',
      name: 'spam',
      version: '1.2.3',
      description: 'Spam for all',
      license: 'MIT',
      private: false,
      repository: { url: 'https://github.com/o/spam' },
      homepage: 'https://spam.example',
      documentation: 'https://spam.example/docs',
      commands: ['spam'],
    })
  })

  it('of a program without a license is private', async () => {
    const files = filesWith({ 'shard.yml': 'name: spam\nversion: 1.2.3' })
    expect(await readManifest(shards, files, 'shard.yml')).toMatchObject({ private: true })
  })

  test.each(['name: spam', 'version: 1.2.3'])('that is %j is none', async (source) => {
    expect(await readManifest(shards, filesWith({ 'shard.yml': source }), 'shard.yml')).toBeUndefined()
  })
})

describe('elm.json', () => {
  const source = { type: 'package', name: 'o/spam', summary: 'Spam for all', license: 'MIT', version: '1.2.3' }
  const read = (data: object) => readManifest(elm, filesWith({ 'elm.json': JSON.stringify(data) }), 'elm.json')

  it('of a package is read', async () => {
    expect(await read(source)).toMatchObject({
      ecosystem: 'elm',
      name: 'o/spam',
      version: '1.2.3',
      description: 'Spam for all',
      license: 'MIT',
      private: false,
      repository: { url: 'https://github.com/o/spam' },
    })
  })

  test.each([
    { ...source, type: 'application' },
    { ...source, name: undefined },
  ])('that is %j is none', async (data) => {
    expect(await read(data)).toBeUndefined()
  })
})
