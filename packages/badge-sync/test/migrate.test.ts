import { run } from '@frontdoor/kit/cli'
import { type FileTable, memoryIo, type ProjectSettings, project } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import { program } from '../src/program.ts'

interface Migrated {
  readonly code: number
  readonly out: string
  readonly readme: string
}

async function migrate(readme: string, files: FileTable = {}, argv: readonly string[] = []): Promise<Migrated> {
  const settings: ProjectSettings = { git: { remote: 'https://github.com/tea/larder.git' } }
  const folder = await project({ 'README.md': readme, ...files }, settings)
  const io = memoryIo({ cwd: folder.path })
  const code = await run(program, ['migrate', ...argv], io)
  return { code, out: io.stdout.text + io.stderr.text, readme: await folder.read('README.md') }
}

const old = 'https://img.shields.io/github/release/tea/larder.svg?maxAge=60'
const renewed = 'https://img.shields.io/github/v/release/tea/larder?cacheSeconds=60'

const dead = 'https://david-dm.org/tea/larder'

describe('dead badges side by side', () => {
  test.each([
    ['all go', `![a](${dead}.svg) ![b](${dead}/dev-status.svg) ![c](${dead}.svg)\n\nText.\n`, 'Text.\n'],
    ['go from a row', `![a](${dead}.svg) ![b](${dead}.svg) ![x](x.svg)\n`, '![x](x.svg)\n'],
    ['go from the end of a row', `![x](x.svg) ![a](${dead}.svg) ![b](${dead}.svg)\n`, '![x](x.svg)\n'],
    [
      'go where they share a definition',
      `![x](x.svg) [![a][d]][d] ![b][d]\n\n![c][d]\n\nText.\n\n[d]: ${dead}.svg\n`,
      `![x](x.svg)\n\nText.\n\n[d]: ${dead}.svg\n`,
    ],
  ])('%s', async (_, before, after) => {
    const { out, readme } = await migrate(before)
    expect([readme, out]).toEqual([after, 'No problems in 1 file\nbadge-sync: wrote README.md\n'])
  })
})

test('a second question mark is taken out of the address of a badge, and left in that of anything else', async () => {
  const badge = 'https://github.com/tea/larder/actions/workflows/ci.yml/badge.svg??branch=main'
  const { out, readme } = await migrate(`![CI](${badge}) ![Tea](https://tea.example.org/a.svg??b)\n`, {}, ['--diff'])
  expect(out).toContain(
    '+![CI](https://github.com/tea/larder/actions/workflows/ci.yml/badge.svg?branch=main) ![Tea](https://tea.example.org/a.svg??b)',
  )
  expect(readme).toContain('??branch')
})

describe('an old address', () => {
  test.each([
    ['in Markdown', '![Release](URL)\n'],
    ['in a link', '[![Release](URL "Title")](https://example.com)\n'],
    ['in a definition', '[![Release][r]](https://example.com) and ![r]\n\n[r]: URL\n'],
    ['in HTML', '<a href="https://example.com"><img alt="Release" src="URL"></a>\n'],
    ['in a quote of a list', '* > ![Release](URL)\n'],
    ['between Windows line ends', '# Tea\r\n\r\n![Release](URL)\r\n'],
    ['behind a byte order mark', '\uFEFF![Release](URL)\n'],
  ])('%s is renewed, and nothing else', async (_, form) => {
    const { code, readme } = await migrate(form.replace('URL', old))
    expect([code, readme]).toEqual([0, form.replace('URL', renewed)])
    expect((await migrate(readme, {}, ['--check'])).code).toBe(0)
  })

  test.each([
    ['in code', '`![Release](URL)`\n'],
    ['in a fence', '```md\n![Release](URL)\n```\n'],
    ['in a comment', '<!-- ![Release](URL) -->\n'],
    ['that only a link has', '[Release](URL)\n'],
    ['with a style of no name', '![Downloads](https://img.shields.io/npm/dm/larder?style)\n'],
    ['in a block of automd', '<!-- automd:badges -->\n\n![Release](URL)\n\n<!-- /automd -->\n'],
  ])('%s is left alone', async (_, form) => {
    const readme = form.replace('URL', old)
    expect(await migrate(readme)).toEqual({ code: 0, out: 'No problems in 1 file\n', readme })
  })

  it('is drift for --check, which writes nothing', async () => {
    const { code, out, readme } = await migrate(`![Release](${old})\n`, {}, ['--check'])
    expect([code, readme]).toEqual([1, `![Release](${old})\n`])
    expect(out).toContain(
      'README.md:1:12  warning  This badge is reached by a redirect: shields renamed this route; write',
    )
  })

  it('is shown as a diff', async () => {
    const { code, out } = await migrate(`![Release](${old})\n`, {}, ['--diff'])
    expect(code).toBe(1)
    expect(out).toContain(`+![Release](${renewed})`)
  })

  it('keeps the branch of a link on the same site', async () => {
    const { readme } = await migrate(
      '[![c](https://codecov.io/github/tea/larder/coverage.svg?branch=2.18)](https://codecov.io/github/tea/larder?branch=2.18)\n',
    )
    expect(readme).toBe(
      '[![c](https://codecov.io/gh/tea/larder/graph/badge.svg?branch=2.18)](https://codecov.io/gh/tea/larder?branch=2.18)\n',
    )
  })

  it('is renewed without the network, whether that is asked for or not', async () => {
    const [asked, bare] = [
      await migrate(`![Release](${old})\n`, {}, ['--offline']),
      await migrate(`![Release](${old})\n`),
    ]
    expect(asked).toEqual(bare)
    expect(asked).toMatchObject({ code: 0, readme: `![Release](${renewed})\n` })
  })

  it('is renewed in a README alone', async () => {
    const io = memoryIo({ cwd: (await project()).path, stdin: `![Release](${old})\n` })
    expect(await run(program, ['migrate', '-'], io)).toBe(0)
    expect(io.stdout.text).toBe(`![Release](${renewed})\n`)
  })
})

describe('a workflow that is named by its title', () => {
  const badge = 'https://github.com/tea/larder/workflows/Node%20CI/badge.svg?branch=main'
  const readme = `[![CI](${badge})](https://github.com/tea/larder/actions)\n`
  const node = 'name: "Node CI"\non: [push]\n'

  it('is found by its file', async () => {
    const files = { '.github/workflows/test.yml': node, '.github/workflows/other.yml': 'name: Other\non: push\n' }
    expect((await migrate(readme, files)).readme).toContain(
      '(https://github.com/tea/larder/actions/workflows/test.yml/badge.svg?branch=main)',
    )
  })

  it('is only guessed where a file is called so and has no title', async () => {
    const files = { '.github/workflows/node-ci.yml': 'on: push\n' }
    expect((await migrate(readme, files)).readme).toBe(readme)
    expect((await migrate(readme, files, ['--unsafe'])).readme).toContain('/actions/workflows/node-ci.yml/badge.svg')
  })

  it('is not looked for in another repository', async () => {
    const other = readme.replaceAll('tea/larder', 'coffee/shelf')
    const { code, out, readme: left } = await migrate(other, { '.github/workflows/test.yml': node })
    expect([code, left]).toEqual([0, other])
    expect(out).toContain('info  This badge may show what is wrong')
  })
})

test.each([
  ['https://www.npmjs.org/package/larder', 'https://www.npmjs.com/package/larder'],
  ['https://pypi.python.org/pypi/larder', 'https://pypi.org/project/larder/'],
])('the page %s behind a badge becomes %s, but not that of another link', async (before, after) => {
  const readme = `[![npm](https://img.shields.io/npm/v/larder)](${before}) [page](${before})\n`
  expect((await migrate(readme)).readme).toBe(
    `[![npm](https://img.shields.io/npm/v/larder)](${after}) [page](${before})\n`,
  )
})

describe('travis-ci.org', () => {
  const readme = '[![Build](https://travis-ci.org/tea/larder.svg)](https://travis-ci.org/tea/larder)\n'

  it('becomes the only workflow that builds, with its link', async () => {
    const files = {
      '.github/workflows/ci.yml': 'on:\n  push:\n',
      '.github/workflows/stale.yml': 'on:\n  schedule:\n',
    }
    expect((await migrate(readme, files)).readme).toBe(
      '[![Build](https://github.com/tea/larder/actions/workflows/ci.yml/badge.svg)](https://github.com/tea/larder/actions/workflows/ci.yml)\n',
    )
  })

  it('goes where a badge shows that workflow already, or becomes one after another service', async () => {
    const ci = 'https://github.com/tea/larder/actions/workflows/ci.yml'
    const badge = `[![CI](${ci}/badge.svg)](${ci})`
    const old = '[![Build](https://travis-ci.org/tea/larder.svg?branch=master)](https://travis-ci.org/tea/larder)'
    const files = { '.github/workflows/ci.yml': 'on:\n  push:\n' }
    expect((await migrate(`${old} ${badge}\n`, files)).readme).toBe(`${badge}\n`)
    expect((await migrate(`${badge}\n${old}\n`, files)).readme).toBe(`${badge}\n`)
    const shields = '![Tests](https://img.shields.io/travis/tea/larder.svg)'
    expect((await migrate(`${old.replace('?branch=master', '')} ${shields}\n`, files)).readme).toBe(
      `[![Build](${ci}/badge.svg)](${ci})\n`,
    )
    const next = `[![CI](${ci}/badge.svg?branch=next)](${ci})`
    expect((await migrate(`${old.replace('?branch=master', '')} ${next}\n`, files)).readme).toBe(
      `[![Build](${ci}/badge.svg)](${ci}) ${next}\n`,
    )
  })

  it('stays where there is a choice', async () => {
    const files = { '.github/workflows/one.yml': 'on: push\n', '.github/workflows/two.yml': 'on: push\n' }
    expect((await migrate(readme, files)).readme).toBe(readme)
  })
})

describe('a badge that shows nothing any more', () => {
  const david = '[![Dependencies](https://david-dm.org/tea/larder.svg)](https://david-dm.org/tea/larder)'
  const npm = '[![npm](https://img.shields.io/npm/v/larder)](https://www.npmjs.com/package/larder)'

  test.each([
    ['among others', `${npm} ${david} ${npm}\n`, `${npm} ${npm}\n`],
    ['at the start of a row', `${david} ${npm}\n`, `${npm}\n`],
    ['at the end of a row', `${npm} ${david}\n`, `${npm}\n`],
    ['on a line of its own', `${npm}\n${david}\n${npm}\n`, `${npm}\n${npm}\n`],
    ['in a paragraph of its own', `# Tea\n\n${david}\n\nTea.\n`, '# Tea\n\nTea.\n'],
    ['in a heading', `# Tea ${david}\n`, '# Tea\n'],
    ['alone', `${david}\n`, ''],
  ])('%s is taken out', async (_, before, after) => {
    expect((await migrate(before)).readme).toBe(after)
  })

  test.each([
    ['an item', `* ${david}\n* Tea\n`],
    ['a cell', `| a | b |\n| - | - |\n| ${david} | |\n`],
  ])('stays in %s that would be empty, and is told', async (_, readme) => {
    const { code, out, readme: left } = await migrate(readme)
    expect([code, left]).toEqual([0, readme])
    expect(out).toContain('david-dm.org was shut down in 2022; remove it')
  })
})

test.each([[['--fix', '--check']], [['--fix', '--diff']]])('%j contradict each other', async (argv) => {
  expect((await migrate('# Tea\n', {}, argv)).code).toBe(2)
})

describe('a README in another format', () => {
  it('that is reStructuredText gets new addresses, and nothing that would be Markdown', async () => {
    const rst = `Larder\n======\n\n.. image:: ${old}\n   :target: https://example.com\n\n.. image:: https://david-dm.org/tea/larder.svg\n`
    const folder = await project({ 'README.rst': rst })
    const io = memoryIo({ cwd: folder.path })
    expect(await run(program, ['migrate'], io)).toBe(0)
    expect(await folder.read('README.rst')).toBe(rst.replace(old, renewed))
    expect(io.stdout.text).toMatch(/ info {2}.*david-dm.org was shut down in 2022; remove it/)
  })

  it('that is AsciiDoc is told', async () => {
    const io = memoryIo({ cwd: (await project({ 'README.adoc': '= Tea\n' })).path })
    expect(await run(program, ['migrate'], io)).toBe(0)
    expect(io.stdout.text).toContain('Not checked: this README is AsciiDoc')
  })
})

it('renews an address and its parameters at once', async () => {
  const old = '![Tag](https://img.shields.io/github/tag/tea/larder.svg?maxAge=60)\n'
  expect((await migrate(old)).readme).toBe(
    '![Tag](https://img.shields.io/github/v/tag/tea/larder?cacheSeconds=60&sort=semver)\n',
  )
})

it('makes no address of a package from what names none', async () => {
  const old = '[![npm](https://img.shields.io/npm/dw/larder)](https://npmjs.org/package/larder/larder)\n'
  expect(await migrate(old)).toMatchObject({ code: 0, readme: old })
})
