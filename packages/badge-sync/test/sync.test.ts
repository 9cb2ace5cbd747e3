import { symlink } from 'node:fs/promises'
import { run } from '@frontdoor/kit/cli'
import { type FileTable, memoryIo, project } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import { program } from '../src/program.ts'

const manifest = { name: 'larder', version: '1.2.3', license: 'MIT', repository: 'tea/larder' }
const workflow = 'https://github.com/tea/larder/actions/workflows/ci.yml'
const own = `[![CI](${workflow}/badge.svg)](${workflow})`
const files = { '.github/workflows/ci.yml': 'name: CI\non: push\n', 'package.json': manifest, LICENSE: '' }

interface World {
  readonly files?: FileTable
  readonly argv?: readonly string[]
  readonly branch?: string
}

async function sync(readme: string, { files: more = {}, argv = [], branch = 'main' }: World = {}) {
  const folder = await project(
    { 'README.md': readme, ...files, ...more },
    { git: { remote: 'git@github.com:tea/larder.git' } },
  )
  await folder.write({ '.git/HEAD': `ref: refs/heads/${branch}\n` })
  const io = memoryIo({ cwd: folder.path })
  const code = await run(program, argv, io)
  return { code, out: io.stdout.text, err: io.stderr.text, readme: await folder.read('README.md') }
}

describe('what is not true any more is mended', () => {
  test.each<[string, string, string, World?]>([
    [
      'an owner who gave the repository away',
      '[![Coverage](https://codecov.io/gh/ada/larder/graph/badge.svg?token=T)](https://codecov.io/gh/ada/larder)',
      '[![Coverage](https://codecov.io/gh/tea/larder/graph/badge.svg?token=T)](https://codecov.io/gh/tea/larder)',
    ],
    [
      'a repository that was called as its package is',
      '[![Stars](https://img.shields.io/github/stars/tea/pantry?style=social)](https://github.com/tea/pantry/stargazers)',
      '[![Stars](https://img.shields.io/github/stars/tea/larder?style=social)](https://github.com/tea/larder/stargazers)',
      { files: { 'package.json': { ...manifest, name: '@tea/pantry' } } },
    ],
    [
      'a package that got a scope',
      '[![npm](https://img.shields.io/npm/v/larder.svg)](https://www.npmjs.com/package/larder)',
      '[![npm](https://img.shields.io/npm/v/@tea/larder.svg)](https://www.npmjs.com/package/@tea/larder)',
      { files: { 'package.json': { ...manifest, name: '@tea/larder' } } },
    ],
    [
      'another licence',
      '[![License](https://img.shields.io/badge/license-Apache--2.0-blue)](LICENSE)',
      '[![License](https://img.shields.io/badge/license-MIT-blue)](LICENSE)',
    ],
    [
      'another licence in one word',
      '[![License](https://img.shields.io/badge/License-GPLv3-blue.svg)](LICENSE)',
      '[![License](https://img.shields.io/badge/License-MIT-blue.svg)](LICENSE)',
    ],
    [
      'another version',
      '[![Version](https://img.shields.io/badge/version-v1.0.0-blue)](CHANGELOG.md)',
      '[![Version](https://img.shields.io/badge/version-v1.2.3-blue)](CHANGELOG.md)',
    ],
    [
      'a workflow whose file has the other extension',
      `[![CI](${workflow.replace('.yml', '.yaml')}/badge.svg)](${workflow.replace('.yml', '.yaml')})`,
      own,
    ],
    [
      'a branch in a query, and in the link',
      `[![CI](${workflow}/badge.svg?branch=master)](${workflow}?query=branch%3Amaster)`,
      `[![CI](${workflow}/badge.svg?branch=main)](${workflow}?query=branch%3Amain)`,
    ],
    [
      'a branch in a path',
      '[![Coverage](https://codecov.io/gh/tea/larder/branch/master/graph/badge.svg)](https://codecov.io/gh/tea/larder)',
      '[![Coverage](https://codecov.io/gh/tea/larder/branch/main/graph/badge.svg)](https://codecov.io/gh/tea/larder)',
    ],
    ['a badge over plain HTTP', own.replace('(https', '(http'), own],
    ['a badge twice in a row', `${own} ${own}`, own],
    [
      'a measure without a text',
      '[![](https://sonarcloud.io/api/project_badges/measure?project=larder&metric=code_smells)](https://sonarcloud.io/)',
      '[![SonarCloud: code smells](https://sonarcloud.io/api/project_badges/measure?project=larder&metric=code_smells)](https://sonarcloud.io/)',
    ],
    ['a badge without a text', own.replace('CI', ''), own.replace('CI', 'Build status')],
    ['a badge without a link', `![CI](${workflow}/badge.svg)`, own],
    [
      'an image in HTML without a text and a link',
      `<p><img src="${workflow}/badge.svg"></p>`,
      `<p><a href="${workflow}"><img alt="Build status" src="${workflow}/badge.svg"></a></p>`,
    ],
    [
      'an empty text in HTML',
      `<a href="${workflow}"><img src="${workflow}/badge.svg" alt=""></a>`,
      `<a href="${workflow}"><img src="${workflow}/badge.svg" alt="Build status"></a>`,
    ],
    [
      'two badges of one kind without a text',
      `[![](${workflow}/badge.svg)](${workflow}) [![](${workflow.replace('ci', 'docs')}/badge.svg)](${workflow.replace('ci', 'docs')})`,
      `[![Build status: ci](${workflow}/badge.svg)](${workflow}) [![Build status: docs](${workflow.replace('ci', 'docs')}/badge.svg)](${workflow.replace('ci', 'docs')})`,
      { files: { '.github/workflows/docs.yml': 'on: push\n' } },
    ],
    [
      'two badges of the documentation without a text',
      '[![](https://img.shields.io/badge/docs-stable-blue.svg)](x) [![](https://img.shields.io/badge/docs-latest-blue.svg)](y)',
      '[![Documentation: stable](https://img.shields.io/badge/docs-stable-blue.svg)](x) [![Documentation: latest](https://img.shields.io/badge/docs-latest-blue.svg)](y)',
    ],
    [
      'the licence of the repository without a link',
      '![License](https://img.shields.io/github/license/tea/larder)',
      '[![License](https://img.shields.io/github/license/tea/larder)](https://github.com/tea/larder/blob/HEAD/LICENSE)',
    ],
    [
      'an old badge of a workflow without a link',
      '![Build](https://github.com/tea/larder/workflows/CI/badge.svg)',
      `[![Build](https://github.com/tea/larder/workflows/CI/badge.svg)](${workflow})`,
    ],
  ])('%s', async (_, before, after, world = {}) => {
    const { code, err, readme } = await sync(`# Larder\n\n${before}\n`, world)
    expect(readme).toBe(`# Larder\n\n${after}\n`)
    expect([code, err]).toEqual([0, 'badge-sync: wrote README.md\n'])
    expect(await sync(readme, { ...world, argv: ['--check'] })).toMatchObject({ code: 0 })
    expect((await sync(`# Larder\n\n${before}\n`, { ...world, argv: ['--check'] })).code).toBe(1)
  })
})

describe('what is true, or not for us to say, is left alone', () => {
  test.each<[string, string, World?]>([
    [
      'the badges of this project',
      `${own} [![npm](https://img.shields.io/npm/v/larder)](https://www.npmjs.com/package/larder)`,
    ],
    [
      'a badge of another project',
      '[![Standard](https://img.shields.io/github/stars/feross/standard)](https://standardjs.com)',
    ],
    [
      'badges of several siblings',
      '[![a](https://img.shields.io/github/stars/tea/a)](x) [![b](https://img.shields.io/github/stars/tea/b)](x)',
    ],
    [
      'a workflow that is called by what else is a badge',
      `[![License check](${workflow.replace('ci', 'license_check')}/badge.svg)](${workflow.replace('ci', 'license_check')})`,
      { files: { '.github/workflows/license_check.yml': 'on: push\n' } },
    ],
    ['a sibling beside the project itself', `${own} [![a](https://img.shields.io/github/stars/tea/a)](x)`],
    [
      'a badge of what the package builds on',
      '[![pantry](https://img.shields.io/github/stars/tea/pantry)](x)',
      { files: { 'package.json': { ...manifest, peerDependencies: { pantry: '1' } } } },
    ],
    [
      'a badge of what setup.py asks for',
      '[![pantry](https://img.shields.io/github/stars/tea/pantry)](x)',
      {
        files: {
          'setup.py':
            "from setuptools import setup\nsetup(name='larder', version='1.2.3', license='MIT', install_requires=['jam[red]>=1', 'pantry>=0.16'])\n",
        },
      },
    ],
    [
      'the repository that the clone comes from, though a copied manifest names another',
      own,
      { files: { 'package.json': { ...manifest, repository: 'tea/pantry' } } },
    ],
    [
      'all badges of another owner, where only the clone speaks against them',
      '[![Stars](https://img.shields.io/github/stars/ada/larder)](https://github.com/ada/larder)',
      { files: { 'package.json': { name: 'larder' } } },
    ],
    [
      'the badges of a framework in its skeleton',
      '[![CI](https://github.com/tea/pantry/actions/workflows/ci.yml/badge.svg)](x) [![npm](https://img.shields.io/npm/v/pantry)](x)',
    ],
    [
      'packages of several names',
      '[![a](https://img.shields.io/npm/v/a)](x) [![b](https://img.shields.io/npm/v/b)](x)',
    ],
    [
      'one of several packages of OCaml in a folder',
      '[![opam](https://badgen.net/opam/v/larder-lwt)](https://opam.ocaml.org/packages/larder-lwt/)',
      { files: { 'larder.opam': 'synopsis: "Tea"', 'larder-lwt.opam': 'synopsis: "Tea"' } },
    ],
    [
      'the name of a module of Perl',
      '[![CPAN](https://img.shields.io/cpan/v/Tea-Larder)](https://metacpan.org/pod/Tea::Larder)',
      { files: { 'dist.ini': 'name = Tea-Larder' } },
    ],
    [
      'a package that is private',
      '[![a](https://img.shields.io/npm/v/@tea/larder)](x)',
      { files: { 'package.json': { ...manifest, private: true } } },
    ],
    ['a licence in other words', '[![License](https://img.shields.io/badge/License-MIT_License-blue)](LICENSE)'],
    [
      'a badge of the repository that this one was forked from, which the README says',
      `${own} Parent repository: [![Issues](https://img.shields.io/github/issues/ada/larder)](https://github.com/ada/larder/issues)`,
    ],
    [
      'the licence and the version of another project, in a list of such',
      '* Jam [![License](https://img.shields.io/badge/license-Apache--2.0-blue)](https://github.com/ada/jam/blob/main/LICENSE) [![Version](https://img.shields.io/badge/version-v0.3.0-blue)](https://github.com/ada/jam)',
    ],
    [
      'a licence and its version in one word',
      '[![License](https://img.shields.io/badge/License-LGPLv2.1%2B-blue)](COPYING)',
      { files: { 'package.json': { ...manifest, license: 'LGPL-2.1-or-later' } } },
    ],
    ['a text where a licence could be', '[![License](https://img.shields.io/badge/license-see%20below-blue)](LICENSE)'],
    ['a branch that is meant', `[![CI](${workflow}/badge.svg?branch=next)](${workflow})`],
    [
      'a branch, on a branch of the day',
      `[![CI](${workflow}/badge.svg?branch=main)](${workflow})`,
      { branch: 'fix-tea' },
    ],
    [
      'a chat, whose room keeps its name',
      '[![Chat](https://img.shields.io/gitter/room/jam/larder)](https://gitter.im/jam/larder)',
    ],
    ['the same badge with two links', `${own} ${own.replace(/\)$/, '?x)')}`],
    ['the same badge in two rows of a table', `| a |\n| - |\n| ${own} |\n| ${own} |`],
    ['the same badge in two sections', `${own}\n\nMore tea.\n\n${own}`],
    ['an image that is no badge', '![](https://example.com/cup.png)'],
    ['a badge in code', `\`${own.replace('CI', '')}\``],
    [
      'a block of another tool',
      '<!-- automd:badges -->\n\n![](https://img.shields.io/npm/v/larder)\n\n<!-- /automd -->',
    ],
  ])('%s', async (_, text, world = {}) => {
    const readme = `# Larder\n\n${text}\n`
    expect(await sync(readme, world)).toEqual({ code: 0, out: 'No problems in 1 file\n', err: '', readme })
  })
})

describe('what wants an eye is told, and mended on request', () => {
  it('tells of the former repository of a package, which may still be its mirror', async () => {
    const badge = '[![Stars](https://img.shields.io/github/stars/tea/jam)](https://github.com/tea/jam)'
    const jam = {
      'packages/jam/package.json': { ...manifest, name: 'jam' },
      'packages/jam/README.md': `# Jam\n\n${badge}\n`,
    }
    const told = await sync('# Larder\n', { files: jam, argv: ['packages/jam', '--check'] })
    expect([told.code, told.out.includes('info  This badge is about tea/jam')]).toEqual([0, true])
  })

  test.each<[string, string, string, World?]>([
    [
      'a badge of another owner, where only the remote and the README speak against it: this may be a fork',
      '[![Stars](https://img.shields.io/github/stars/ada/larder)](https://github.com/ada/larder) [Source](https://github.com/tea/larder)',
      'the repository is tea/larder',
      { files: { 'package.json': { name: 'larder' } } },
    ],
    [
      'a badge of a repository with another name: a template, or a sibling',
      '[![CI](https://github.com/ada/template/actions/workflows/ci.yml/badge.svg)](https://github.com/ada/template)',
      'This badge is about ada/template: the repository is tea/larder',
    ],
    [
      'a text that says something else',
      '[![MIT License](https://codecov.io/gh/tea/larder/graph/badge.svg)](https://codecov.io/gh/tea/larder)',
      'write "Code coverage"',
    ],
    [
      'a workflow with another name',
      `[![CI](${workflow.replace('ci.yml', 'build.yml')}/badge.svg)](${workflow})`,
      'There is no workflow build.yml: write ci.yml',
    ],
    [
      'a package of another name',
      '[![npm](https://img.shields.io/npm/v/pantry)](https://www.npmjs.com/package/pantry)',
      'the manifest calls it larder',
    ],
    [
      'a package of OCaml of another name',
      '[![opam version](https://badgen.net/opam/v/pantry)](https://opam.ocaml.org/packages/pantry/)',
      'the manifest calls it larder',
      { files: { 'larder.opam': 'synopsis: "Tea"' } },
    ],
  ])('%s', async (_, text, message, world = {}) => {
    const readme = `# Larder\n\n${text}\n`
    const told = await sync(readme, world)
    expect([told.code, told.readme]).toEqual([0, readme])
    expect(told.out).toContain(message)
    expect((await sync(readme, { ...world, argv: ['--unsafe'] })).readme).not.toBe(readme)
  })
})

it('links no badge to a workflow that the repository has not', async () => {
  const readme = `# Larder\n\n![CI](${workflow.replace('ci.yml', 'build.yml')}/badge.svg)\n`
  const files = { '.github/workflows/ci.yml': '' }
  expect((await sync(readme, { files })).readme).toBe(readme)
  expect((await sync(readme, { files, argv: ['--unsafe'] })).readme).toBe(`# Larder\n\n${own}\n`)
})

it('proposes no badge of a workflow that the repository has not', async () => {
  const badge = '![CI](https://github.com/ada/template/actions/workflows/build.yml/badge.svg)'
  const two = {
    '.github/workflows/ci.yml': '',
    '.github/workflows/a.yml': 'on: push\n',
    '.github/workflows/b.yml': 'on: push\n',
  }
  const told = await sync(`# Larder\n\n${badge}\n`, { files: two, argv: ['--unsafe'] })
  expect(told.out).toContain('the repository is tea/larder, which has no such workflow')
  expect(told.readme).toContain(badge)
})

test.each<[string, string]>([
  ['a service that is gone', '[![Build](https://travis-ci.org/tea/larder.svg?branch=master)](https://travis-ci.org)'],
  ['a badge that says that it is retired', '![](https://img.shields.io/david/tea/larder)'],
])('leaves to migrate what shows nothing any more: %s', async (_, badge) => {
  const readme = `# Larder\n\n${badge}\n`
  const told = await sync(readme)
  expect([told.code, told.readme]).toEqual([0, readme])
  expect(told.out).toMatch(/`badge-sync migrate` renews or removes it, or says what that takes {2}badge\/dead/)
  expect(told.out).toMatch(/\n1 problem \(1 info\)\n$/)
})

it.each([
  ['telegram-2CA5E0?logo=telegram', 'Telegram chat'],
  ['join_us-black?logo=discord', 'Discord chat'],
  ['join_us-black', 'Chat'],
])('says of %s that it is %s', async (badge, alt) => {
  const image = `https://img.shields.io/badge/${badge}`
  const { readme } = await sync(`# Larder\n\n![](${image})\n`)
  expect(readme).toBe(`# Larder\n\n![${alt}](${image})\n`)
})

it('takes out an empty alt text in front of the one that is meant', async () => {
  const badge = `<a href="${workflow}"><img alt="" src="${workflow}/badge.svg" alt="CI"></a>`
  const { readme } = await sync(`# Larder\n\n${badge}\n`)
  expect(readme).toBe(`# Larder\n\n${badge.replace(' alt=""', '')}\n`)
})

it('says what it found as JSON', async () => {
  const { out } = await sync(`# Larder\n\n${own.replace('CI', '')}\n`, { argv: ['--check', '--format', 'json'] })
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    tool: 'badge-sync',
    files: [
      { path: 'README.md', findings: [{ rule: 'badge/alt', severity: 'warning', start: { line: 3, column: 2 } }] },
    ],
    summary: { warnings: 1, fixable: 1 },
  })
})

it('keeps every byte that it does not mean to change', async () => {
  const readme = `\uFEFF# Larder  \r\n\r\n*  a\r\n\r\n![CI](${workflow}/badge.svg)\t\r\n\r\nno end`
  expect((await sync(readme)).readme).toBe(readme.replace(/!\[CI\]\S+/, () => own))
})

it('takes names from elsewhere as they are, whatever signs they have', async () => {
  const hostile = '$&-$1.yml'
  const readme = `# Larder\n\n[![CI](${workflow.replace('.yml', '.yaml')}/badge.svg)](${workflow.replace('.yml', '.yaml')})\n`
  const files = { '.github/workflows/ci.yml': '', [`.github/workflows/${hostile}`]: 'on: push\n' }
  expect((await sync(readme, { files })).readme).toBe(`# Larder\n\n${own}\n`)
  const image = `https://github.com/tea/larder/actions/workflows/${encodeURIComponent(hostile)}`
  expect((await sync(`# Larder\n\n[![CI](${image}/badge.svg)](${image})\n`, { files })).out).toBe(
    'No problems in 1 file\n',
  )
})

it('says which command mends', async () => {
  const { out } = await sync(`# Larder\n\n![CI](${workflow}/badge.svg)\n`, { argv: ['--check'] })
  expect(out).toContain('1 can be fixed with badge-sync\n')
})

describe('the config', () => {
  const bare = `# Larder\n\n![CI](${workflow}/badge.svg)\n`

  it('leaves checks out', async () => {
    const config = { 'frontdoor.yml': 'badge-sync:\n  checks:\n    badge/link: off\n' }
    expect(await sync(bare, { files: config })).toMatchObject({ code: 0, readme: bare })
  })

  it('with a mistake is refused with its place', async () => {
    const config = { 'frontdoor.yml': 'badge-sync:\n  checks:\n    badge/lnk: off\n' }
    const { code, err, readme } = await sync(bare, { files: config })
    expect([code, readme]).toEqual([2, bare])
    expect(err).toContain('frontdoor.yml:3:5')
    expect(err).toContain('did you mean "badge/link"?')
  })
})

test('a README that is made from another file is not written, and that file is named', async () => {
  const outdated = own.replaceAll('tea/larder', 'ada/larder')
  const made = { files: { 'README.Rmd': outdated } }
  const { readme, err, out, code } = await sync(`# Larder\n\n${outdated}\n`, made)
  expect(readme).toContain(outdated)
  expect(err).not.toContain('wrote')
  expect(out).toContain('README.md is made from README.Rmd')
  expect(code).toBe(0)
  expect((await sync(`# Larder\n\n${outdated}\n`, { ...made, argv: ['--unsafe'] })).readme).toContain(own)
})

test('a README that is a symbolic link to another one is not written', async () => {
  const tea = `# Tea\n\n${own.replace('[CI]', '[]')}\n`
  const remote = 'git@github.com:tea/larder.git'
  const folder = await project(
    { 'packages/tea/README.md': tea, 'packages/jam/index.js': '', ...files },
    { git: { remote } },
  )
  await symlink('../tea/README.md', folder.join('packages/jam/README.md'))
  const io = memoryIo({ cwd: folder.path })
  expect(await run(program, ['packages/jam'], io)).toBe(0)
  expect(io.stdout.text).toContain('packages/jam/README.md is a symbolic link to packages/tea/README.md')
  expect(await folder.read('packages/tea/README.md')).toContain('[![]')
})
