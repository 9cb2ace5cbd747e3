import { describe, expect, it, test } from 'vitest'
import { readManifests } from '../../src/manifests/readers.ts'
import { filesWith } from '../folders.ts'

const read = async (files: Readonly<Record<string, string>>) => (await readManifests(filesWith(files), '')).manifests

const dune = String.raw`(lang dune 3.0)
(name spam)
(generate_opam_files true) ; (name eggs)
(version 1.2.3)
(source (github o/spam))
(license ISC)
(documentation "https://spam.example/docs")

(package
 (name spam-lwt)
 (synopsis "Spam with \"Lwt\""))
(package
 (name spam)
 (synopsis "Spam \
            for all")
 (license "MIT")
 (depends
  (ocaml (>= 4.08))
  (name (= :version))))
`

const opam = `opam-version: "2.0"
maintainer: ["A <a@b.example>"]
synopsis: "Spam for \\"all\\""
description: """
license: of "all"
"""
license: ["MIT" "ISC"]
homepage: "https://spam.example"
doc: "https://spam.example/docs"
bug-reports:
  "https://bugs.example"
dev-repo: "git+https://github.com/o/spam.git"
`

describe('dune-project', () => {
  it('is read, with what a package says of itself', async () => {
    expect(await read({ 'dune-project': dune, 'spam.opam': opam, 'spam-lwt.opam': opam })).toMatchObject([
      {
        ecosystem: 'opam',
        path: 'dune-project',
        name: 'spam',
        version: '1.2.3',
        description: 'Spam for all',
        license: 'MIT',
        private: false,
        repository: { url: 'https://github.com/o/spam' },
        documentation: 'https://spam.example/docs',
      },
    ])
  })

  test.each([
    ['(gitlab group/sub/spam)', 'https://gitlab.com/group/sub/spam'],
    ['(codeberg o/spam)', 'https://codeberg.org/o/spam'],
    ['(sourcehut o/spam)', 'https://git.sr.ht/~o/spam'],
    ['(uri git+https://git.example/o/spam)', 'https://git.example/o/spam'],
    ['(tangled @o.example/spam)', undefined],
    ['(github)', undefined],
    ['github', undefined],
    ['', undefined],
  ])('with the source %s is in %s', async (source, url) => {
    const [found] = await read({ 'dune-project': `(source ${source})(package (name spam))` })
    expect(found?.repository?.url).toBe(url)
  })

  test.each([
    ['(synopsis "Spam")', false],
    ['(synopsis "A short synopsis")', true],
    ['', true],
  ])('with %s is private: %s', async (synopsis, isPrivate) => {
    expect(await read({ 'dune-project': `(package (name spam) ${synopsis})` })).toMatchObject([{ private: isPrivate }])
  })

  test.each([
    ['(package (name a-b))(package (name a))(package (name a_c))', 'a'],
    ['(name a-b)(package (name a-b))(package (name a))', 'a-b'],
    ['(package (name a))(package (name ab))', undefined],
    ['(lang dune 3.0)', undefined],
    ['(package (name "a', 'a'],
    [')) (package (name a', 'a'],
    ['(package (synopsis name))', undefined],
  ])('that is %s is of %s', async (source, name) => {
    expect((await read({ 'dune-project': source }))[0]?.name).toBe(name)
  })
})

describe('opam files', () => {
  test.each([
    [{ 'spam.opam': opam, 'spam-lwt.opam': opam }, 'spam.opam', 'spam'],
    [{ 'opam/spam.opam': opam }, 'opam/spam.opam', 'spam'],
    [{ opam: `name: "spam"\n${opam}` }, 'opam', 'spam'],
    [{ 'opam.opam': opam }, 'opam.opam', 'opam'],
    [{ 'dune-project': '(lang dune 2.0)', 'spam.opam': opam }, 'spam.opam', 'spam'],
    [{ 'dune-project': '(lang dune 2.0)(name eggs)', 'spam.opam': opam, 'eggs.opam': opam }, 'eggs.opam', 'eggs'],
  ])('of %j are told by %s', async (files, path, name) => {
    expect(await read(files)).toMatchObject([
      {
        path,
        name,
        description: 'Spam for "all"',
        license: 'MIT',
        private: false,
        repository: { url: 'https://github.com/o/spam' },
        homepage: 'https://spam.example',
        documentation: 'https://spam.example/docs',
        issues: 'https://bugs.example',
      },
    ])
  })

  it('that have no name in common are of nothing that has one', async () => {
    expect(await read({ 'spam.opam': opam, 'eggs.opam': opam })).toEqual([])
  })

  test.each([
    ['https://github.com/o/spam/issues', 'https://github.com/o/spam'],
    ['https://bugs.example', 'https://git.example/spam'],
  ])('of a server of its own, with the issues at %s, are in %s', async (issues, url) => {
    const source = opam
      .replace('https://bugs.example', issues)
      .replace('https://github.com/o/spam.git', 'https://git.example/spam.git')
    expect((await read({ 'spam.opam': source }))[0]?.repository?.url).toBe(url)
  })

  it('are private without a synopsis', async () => {
    expect(await read({ 'spam.opam': 'opam-version: "2.0"\nversion: "1.2.3"' })).toMatchObject([
      { version: '1.2.3', private: true },
    ])
  })

  it('without a name, in a file that has none either, are of nothing', async () => {
    expect((await read({ opam: 'opam-version: "2.0"' }))[0]?.name).toBeUndefined()
  })
})
