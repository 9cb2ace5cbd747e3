import { describe, expect, it, test } from 'vitest'
import { hackage } from '../../src/manifests/hackage.ts'
import { readManifest } from '../../src/manifests/manifest.ts'
import { filesWith } from '../folders.ts'

const read = (files: Readonly<Record<string, string>>, path = Object.keys(files)[0] ?? '') =>
  readManifest(hackage, filesWith(files), path)

const cabal = `cabal-version: 2.4
Name:          spam
version:       1.2.0.3
-- version:    9.9.9
license:       BSD-3-Clause
synopsis:
  Spam
  for all
homepage:      https://spam.example
bug-reports:   https://github.com/o/spam/issues
description:
  Spam for all who
  .
  name:        it

source-repository head
  type:     git
  location: https://github.com/o/spam.git
  subdir:   core

source-repository this
  location: https://github.com/o/other

common shared
  build-depends: base

library
  import:      shared
  version:     0

Executable spam-serve
  main-is: Main.hs

executable spam
`

describe('a .cabal file', () => {
  it('is read', async () => {
    expect(await read({ 'spam.cabal': cabal })).toMatchObject({
      ecosystem: 'hackage',
      path: 'spam.cabal',
      name: 'spam',
      version: '1.2.0.3',
      description: 'Spam for all',
      license: 'BSD-3-Clause',
      private: false,
      repository: { url: 'https://github.com/o/spam', directory: 'core' },
      homepage: 'https://spam.example',
      issues: 'https://github.com/o/spam/issues',
      commands: ['spam-serve', 'spam'],
    })
  })

  it('may have Windows line endings', async () => {
    expect(await read({ 'spam.cabal': cabal.replaceAll('\n', '\r\n') })).toEqual(await read({ 'spam.cabal': cabal }))
  })

  test.each([
    [{ license: 'GPL-3' }, 'GPL-3.0-only', false],
    [{ license: 'LGPL-2.1' }, 'LGPL-2.1-only', false],
    [{ license: 'BSD3' }, 'BSD3', false],
    [{ license: 'AllRightsReserved' }, 'AllRightsReserved', true],
    [{ license: 'NONE' }, 'NONE', true],
    [{ license: '' }, undefined, true],
    [{ synopsis: '' }, 'BSD-3-Clause', false],
    [{ synopsis: '', description: '' }, 'BSD-3-Clause', true],
  ])('with %j has the license %s, and is private: %s', async (changed, license, isPrivate) => {
    const fields = { license: 'BSD-3-Clause', synopsis: 'Spam', description: 'Spam for all', ...changed }
    const source = Object.entries({ name: 'spam', ...fields }).map(([name, value]) => `${name}: ${value}\n`)
    const found = await read({ 'spam.cabal': source.join('') })
    expect([found?.license, found?.private]).toEqual([license, isPrivate])
  })
})

describe('the README', () => {
  test.each([
    ['extra-doc-files: README.md, CHANGELOG.md', 'README.md', 'README.md'],
    ['extra-source-files:\n  ./readme.markdown\n  *.yaml', 'readme.markdown', 'readme.markdown'],
    ['extra-doc-files: *.md', 'README.md', 'README.md'],
    ['extra-doc-files: *.markdown', 'README.md', undefined],
    ['extra-doc-files: README.txt', 'README.txt', undefined],
    ['extra-doc-files: docs/README.md', 'README.md', undefined],
    ['', 'README.md', undefined],
  ])('that is listed as %j goes to Hackage: %s is %s', async (lines, name, readme) => {
    expect((await read({ 'spam.cabal': `name: spam\n${lines}\n`, [name]: '' }))?.readme).toBe(readme)
  })

  it('may be listed for hpack', async () => {
    const source = 'name: spam\nlibrary: {}\nextra-source-files:\n- README.md\n'
    expect((await read({ 'package.yaml': source, 'README.md': '' }))?.readme).toBe('README.md')
  })
})

describe('package.yaml', () => {
  const hpack = 'name: spam\nversion: 1.2.3\nsynopsis: Spam for all\ngithub: o/spam/core\ndependencies: [base >= 4]\n'

  it('of hpack is read', async () => {
    expect(
      await read({ 'package.yaml': `${hpack}license: GPL-2\nexecutables: { spam: { main: Main.hs } }` }),
    ).toMatchObject({
      ecosystem: 'hackage',
      name: 'spam',
      version: '1.2.3',
      description: 'Spam for all',
      license: 'GPL-2.0-only',
      private: false,
      repository: { url: 'https://github.com/o/spam', directory: 'core' },
      issues: 'https://github.com/o/spam/issues',
      commands: ['spam'],
    })
  })

  it('leaves the license to its file, and the command to the name', async () => {
    const found = await read({
      'package.yaml': `${hpack}executable: { main: Main.hs }\nbug-reports: https://bugs.example`,
    })
    expect(found).toMatchObject({ private: false, commands: ['spam'], issues: 'https://bugs.example' })
    expect(found).not.toHaveProperty('license')
  })

  test.each([
    ['git: https://git.example/o/spam', 'https://git.example/o/spam'],
    ['', undefined],
  ])('with %j is in the repository %s', async (line, url) => {
    expect((await read({ 'package.yaml': `name: spam\nlibrary: {}\n${line}` }))?.repository?.url).toBe(url)
  })

  test.each(['name: spam\nversion: 1.2.3', 'library: {}', ''])('that is %j is of another tool', async (source) => {
    expect(await read({ 'package.yaml': source })).toBeUndefined()
  })
})

describe('a workspace', () => {
  test.each([
    [
      {
        'cabal.project':
          'packages: . core\n          ./net/*.cabal, *.cabal\n-- packages: old\ntests: True\npackages: https://x.example/a.tar.gz\n  web-*\n',
      },
      ['.', 'core', './net', 'web-*'],
    ],
    [{ 'stack.yaml': 'resolver: lts-22.0\npackages: [core, net]' }, ['core', 'net']],
    [{ 'cabal.project': 'packages: core', 'stack.yaml': 'packages: [net]' }, ['core']],
  ])('of %j has %j', async (files, members) => {
    expect(await read(files)).toMatchObject({ private: true, members })
    expect(await read({ 'spam.cabal': cabal, ...files })).toMatchObject({ name: 'spam', private: false, members })
  })

  it('that lists none is nothing', async () => {
    expect(await read({ 'stack.yaml': 'resolver: lts-22.0' })).toBeUndefined()
  })
})
