import { describe, expect, it, test } from 'vitest'
import { readManifests } from '../../src/manifests/readers.ts'
import { filesWith } from '../folders.ts'

const read = async (files: Readonly<Record<string, string>>) => (await readManifests(filesWith(files), '')).manifests

const meta = {
  name: 'Spam-Eggs',
  version: 'v1.2.3',
  abstract: 'Spam for all',
  license: ['perl_5'],
  'meta-spec': { url: 'https://perldoc.example/?CPAN::Meta::Spec', version: 2 },
  resources: {
    homepage: 'https://spam.example',
    bugtracker: { web: 'https://bugs.example' },
    repository: { type: 'git', url: 'git://github.com/o/other.git', web: 'https://github.com/o/spam' },
  },
}

const distIni = `name = Spam-Eggs
author = A <a@b.example>
author = B <b@b.example>
license = Apache_2_0

; version = 9.9

[@Basic]
[MetaResources]
homepage = https://spam.example ; its own
bugtracker.web = https://bugs.example
repository.url = https://github.com/o/spam.git
`

const module = `package Spam::Eggs; # git description: v1.1
# ABSTRACT: Spam for all
our $VERSION = '1.23';
`

const facts = {
  ecosystem: 'cpan',
  name: 'Spam-Eggs',
  description: 'Spam for all',
  private: false,
  repository: { url: 'https://github.com/o/spam' },
  homepage: 'https://spam.example',
  issues: 'https://bugs.example',
}

describe('META.json', () => {
  it('is read before all others', async () => {
    const found = await read({ 'META.json': JSON.stringify(meta), 'dist.ini': distIni, 'Makefile.PL': '' })
    const license = 'Artistic-1.0-Perl OR GPL-1.0-or-later'
    expect(found).toMatchObject([{ ...facts, path: 'META.json', version: '1.2.3', license }])
  })

  test.each([
    [['mit', 'gpl_3'], 'MIT OR GPL-3.0-only'],
    [['unknown'], undefined],
    [['mit', 'open_source'], undefined],
    [[], undefined],
  ])('with the licenses %j is %s', async (license, spdx) => {
    expect((await read({ 'META.json': JSON.stringify({ ...meta, license }) }))[0]?.license).toBe(spdx)
  })

  it('of an extension of PostgreSQL is none', async () => {
    const other = { ...meta, 'meta-spec': { url: 'https://pgxn.example/spec.txt', version: '1.0.0' } }
    expect(await read({ 'META.json': JSON.stringify(other) })).toEqual([])
  })
})

describe('dist.ini', () => {
  it('is read, with what the main module says', async () => {
    const found = await read({ 'dist.ini': distIni, 'lib/Spam/Eggs.pm': module })
    expect(found).toMatchObject([{ ...facts, path: 'dist.ini', version: '1.23', license: 'Apache-2.0' }])
  })

  it('has its own word before that of the module', async () => {
    const own = 'version = 2.0\nabstract = Other\nmain_module = lib/Other.pm\n'
    const found = await read({ 'dist.ini': own + distIni, 'lib/Other.pm': module })
    expect(found).toMatchObject([{ version: '2.0', description: 'Other' }])
  })

  test.each([
    ['=head1 NAME\n\nSpam::Eggs - Spam for all\n\n=cut\n', undefined, 'Spam for all'],
    ['our $VERSION = version->declare("1");', undefined, undefined],
    ['$VERSION = "v2.0_1";\n', '2.0_1', undefined],
  ])('beside the module %j has the version %s and is %s', async (source, version, description) => {
    const [found] = await read({ 'dist.ini': distIni, 'lib/Spam/Eggs.pm': source })
    expect([found?.version, found?.description]).toEqual([version, description])
  })

  test.each([
    ['[FakeRelease]', true],
    ['[FakeRelease]\n[UploadToCPAN]', false],
  ])('with %j is private: %s', async (lines, isPrivate) => {
    expect(await read({ 'dist.ini': distIni + lines })).toMatchObject([{ private: isPrivate }])
  })

  it('that leaves the name to a bundle says nothing', async () => {
    expect(await read({ 'dist.ini': '[@Milla]\nname = Spam' })).toEqual([])
  })
})

describe('Makefile.PL', () => {
  it('is read as far as it is plain', async () => {
    const source = `use ExtUtils::MakeMaker;
WriteMakefile(
  NAME         => 'Spam::Eggs',
  VERSION_FROM => 'lib/Spam/Eggs.pm',
  ABSTRACT     => "Spam for all",
  LICENSE      => 'artistic_2',
  AUTHOR       => $author,
  META_MERGE   => {
    resources => {
      bugtracker => {web => 'https://bugs.example'},
      homepage   => 'https://spam.example',
      repository => {
        type => 'git',
        url  => 'https://github.com/o/spam.git',
      },
    },
  },
);`
    const found = await read({ 'Makefile.PL': source, 'lib/Spam/Eggs.pm': module, MANIFEST: '' })
    expect(found).toMatchObject([{ ...facts, path: 'Makefile.PL', version: '1.23', license: 'Artistic-2.0' }])
  })

  it('of what is not packed is private', async () => {
    expect(await read({ 'Makefile.PL': "WriteMakefile(NAME => 'Spam')" })).toMatchObject([{ private: true }])
  })

  test.each([
    ["WriteMakefile(NAME => 'Spam', VERSION => '2.0')", 'Spam', '2.0'],
    ['WriteMakefile(NAME => $name, VERSION => $version)', undefined, undefined],
    ['WriteMakefile(NAME => \'Spam\', VERSION => "$major.0")', 'Spam', undefined],
  ])('that is %j is of %s, %s', async (source, name, version) => {
    const [found] = await read({ 'Makefile.PL': source })
    expect([found?.name, found?.version]).toEqual([name, version])
  })
})
