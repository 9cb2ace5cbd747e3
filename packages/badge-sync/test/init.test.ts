import { join } from 'node:path'
import { run } from '@frontdoor/kit/cli'
import { type FileTable, memoryIo, project } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import { program } from '../src/program.ts'

const npm = { 'package.json': { name: '@tea/larder', version: '1.2.3', license: 'MIT' }, LICENSE: '' }
const ci = { '.github/workflows/ci.yml': 'name: CI\non: push\n' }

async function init(
  readme: string,
  files: FileTable,
  argv: readonly string[] = [],
  remote = 'https://github.com/tea/larder.git',
) {
  const folder = await project({ 'README.md': readme, ...files }, { git: { remote } })
  const io = memoryIo({ cwd: folder.path })
  const code = await run(program, ['init', ...argv], io)
  return { code, out: io.stdout.text, err: io.stderr.text, readme: await folder.read('README.md') }
}

const julia = {
  'Project.toml': 'name = "Larder"\nuuid = "1"\nversion = "1.0.0"\n[compat]\njulia = "1.10"\n',
}
const goModule = { 'go.mod': 'module github.com/tea/larder\n', 'larder.go': 'package larder\n' }

const page = 'https://github.com/tea/larder/actions/workflows/ci.yml'
const build = `[![CI status](${page}/badge.svg)](${page})`
const version = '[![npm version](https://img.shields.io/npm/v/@tea/larder)](https://www.npmjs.com/package/@tea/larder)'
const license =
  '[![MIT license](https://img.shields.io/badge/license-MIT-blue)](https://github.com/tea/larder/blob/HEAD/LICENSE)'

const image = (images: string): string =>
  `on: push\njobs:\n  push:\n    steps:\n      - uses: docker/metadata-action@v5\n        with:\n          ${images}\n`

describe('a row', () => {
  it('goes under the title', async () => {
    const { code, readme } = await init('# Larder\n\nKeeps recipes.\n', { ...npm, ...ci })
    expect(readme).toBe(`# Larder\n\n${build}\n${version}\n${license}\n\nKeeps recipes.\n`)
    expect(code).toBe(0)
    expect((await init(readme, { ...npm, ...ci })).readme).toBe(readme)
  })

  it('is about the repository that the clone and the README name, though a manifest that was copied names another', async () => {
    const files = { ...ci, 'package.json': { repository: 'template/starter' } }
    const mention = 'Clone https://github.com/tea/larder to try it.\n'
    expect((await init(`# Larder\n\n${mention}`, files)).readme).toBe(`# Larder\n\n${build}\n\n${mention}`)
    expect((await init('# Larder\n', files)).readme).toContain('https://github.com/template/starter/actions')
  })

  it('goes under a title in HTML, with the line ends of the document', async () => {
    const { readme } = await init('<h1 align="center">Larder</h1>\r\n\r\nKeeps recipes.\r\n', npm)
    expect(readme).toBe(`<h1 align="center">Larder</h1>\r\n\r\n${version}\r\n${license}\r\n\r\nKeeps recipes.\r\n`)
  })

  it('goes above a text that stands over a section, and not into that section', async () => {
    const text = 'Keeps recipes.\n\n# Installation\n\nUse npm.\n'
    expect((await init(text, npm)).readme).toBe(`${version}\n${license}\n\n${text}`)
    const named = text.replace('Installation', 'Larder')
    expect((await init(named, npm)).readme).toContain(`# Larder\n\n${version}`)
  })

  it('is proposed for reStructuredText, whatever its lists look like, and left to its author', async () => {
    const text = 'Larder\n======\n\n#. Open it.\n#. Close it.\n'
    const folder = await project({ 'README.rst': text, ...npm })
    const io = memoryIo({ cwd: folder.path })
    expect(await run(program, ['init', '--check'], io)).toBe(0)
    expect(io.stdout.text).toContain('These badges are missing: npm version, MIT license')
    expect(await folder.read('README.rst')).toBe(text)
  })

  it('is no badge in a sentence, which others are put behind', async () => {
    const stars = '[![Stars](https://img.shields.io/github/stars/ada/spoon)](https://github.com/ada/spoon)'
    const sentence = `Larder keeps recipes for tea, and is built on spoon ${stars}, which stirs.`
    const { readme } = await init(`# Larder\n\n${sentence}\n`, npm)
    expect(readme).toBe(`# Larder\n\n${version}\n${license}\n\n${sentence}\n`)
  })

  it('does not go under the heading of a section, though it is one of level 1', async () => {
    const above = '![Larder](logo.png)'
    const below = 'Keeps recipes for tea and for all that is eaten with it.\n\n# Usage\n\n# License\n'
    const { readme } = await init(`${above}\n\n${below}`, npm)
    expect(readme).toBe(`${above}\n\n${version}\n${license}\n\n${below}`)
  })

  it('goes under a smaller heading that all begins with', async () => {
    const { readme } = await init(`## Larder\n${version}\n\nKeeps recipes.\n\n## Usage\n`, npm)
    expect(readme).toBe(`## Larder\n${version}\n${license}\n\nKeeps recipes.\n\n## Usage\n`)
    expect((await init('## Larder\n\n## Usage\n', npm)).readme).toBe(
      `## Larder\n\n${version}\n${license}\n\n## Usage\n`,
    )
  })

  it('is the one below a notice with a heading of its own', async () => {
    const notice = '> ## Larder 2\n>\n> It comes.\n\n'
    const { readme } = await init(`${notice}${version}\n\n## Usage\n`, npm)
    expect(readme).toBe(`${notice}${version} ${license}\n\n## Usage\n`)
  })

  it('goes under a picture that stands for the title', async () => {
    const picture = '![Larder][logo]\n\n'
    const { readme } = await init(`${picture}## Overview\n\n[logo]: larder.png\n`, { ...npm, 'larder.png': '' })
    expect(readme).toBe(`${picture}${version}\n${license}\n\n## Overview\n\n[logo]: larder.png\n`)
  })

  it('leaves out who can be followed with a badge below', async () => {
    const badge = '[![Follow](https://img.shields.io/mastodon/follow/1?domain=https%3A%2F%2Ffosstodon.org)]'
    const text = `# Larder\n\n## Friends\n\n${badge}(https://fosstodon.org/@larder)\n`
    expect((await init(text, {})).readme).toBe(text)
  })

  it('of a package in a workspace leads to the licence of that package, from wherever its README is shown', async () => {
    const remote = 'https://github.com/tea/larder.git'
    const manifest = { name: 'jam', version: '1.0.0', license: 'MIT' }
    const files = {
      'packages/jam/package.json': manifest,
      'packages/jam/LICENSE': '',
      'packages/jam/README.md': '# Jam\n',
    }
    const folder = await project(files, { git: { remote } })
    await run(program, ['init'], memoryIo({ cwd: join(folder.path, 'packages/jam') }))
    expect(await folder.read('packages/jam/README.md')).toContain(
      '](https://github.com/tea/larder/blob/HEAD/packages/jam/LICENSE)',
    )
  })

  it('is only looked for with --check, and shown with --diff', async () => {
    const text = '# Larder\n'
    const checked = await init(text, npm, ['--check'])
    expect([checked.code, checked.readme]).toEqual([1, text])
    expect(checked.out).toContain('These badges are missing: npm version, MIT license')
    const shown = await init(text, npm, ['--diff'])
    expect([shown.code, shown.out.includes(`+${version}`), shown.readme]).toEqual([1, true, text])
    expect(await init(text, npm, ['--check', '--diff'])).toEqual(shown)
  })

  it('that is there gets what it lacks, in its own form and style', async () => {
    const styled = version.replace('larder)]', 'larder?style=flat-square)]')
    expect((await init(`# Larder\n\n${styled}\n\nText.\n`, npm)).readme).toBe(
      `# Larder\n\n${styled} ${license.replace('blue)', 'blue?style=flat-square)')}\n\nText.\n`,
    )
  })

  it('is none in a list of links, even if one of them is a badge', async () => {
    const links = `- [Forum](https://larder.town/forum)\n- ${version}\n`
    expect((await init(`# Larder\n\n${links}`, npm)).readme).toBe(`# Larder\n\n${license}\n\n${links}`)
  })

  it('that is one badge gets the others beside it, however far the logo is', async () => {
    const { readme } = await init(`# <img alt="a" src="https://larder.town/a.svg">\n\n\n${version}\n\nText.\n`, npm)
    expect(readme).toContain(`\n\n\n${version} ${license}\n\nText.`)
  })

  it('goes on in lines where the badge above is one that nobody knows', async () => {
    const row = `[![tea](https://tea.example/badge.svg)](https://tea.example)\n${version}`
    expect((await init(`# Larder\n\n${row}\n\nText.\n`, npm)).readme).toBe(`# Larder\n\n${row}\n${license}\n\nText.\n`)
  })

  it('is the one of several badges, below one that stands alone', async () => {
    const row = `[![a](https://img.shields.io/npm/dm/larder)](x)\n[![b](https://img.shields.io/npm/dw/larder)](y)`
    const { readme } = await init(`# Larder\n\n${version}\n\n${row}\n\nText.\n`, npm)
    expect(readme).toBe(`# Larder\n\n${version}\n\n${row}\n${license}\n\nText.\n`)
  })

  it('does not grow beyond ten badges, unless somebody asks for more', async () => {
    const badges = (count: number): string =>
      Array.from({ length: count }, (_, n) => `![Jam ${n}](https://img.shields.io/badge/jam-${n}-red)`).join('\n')
    const files = { ...npm, ...ci }
    const full = await init(`# Larder\n\n${badges(10)}\n`, files)
    expect(full.readme).toBe(`# Larder\n\n${badges(10)}\n`)
    expect(full.out).toContain(
      'A row of 10 badges is long enough without CI status, npm version, MIT license; to have more, give --kinds ci,version,license',
    )
    const { readme, out, code } = await init(`# Larder\n\n${badges(9)}\n`, files)
    expect(readme.match(/!\[/g)).toHaveLength(10)
    expect(out).toContain('to have more, give --kinds version,license')
    expect([full.code, code]).toEqual([0, 0])
    expect((await init(`# Larder\n\n${badges(10)}\n`, files, ['--kinds', 'license'])).readme).toContain('license')
  })

  it('that a generator writes is left to it', async () => {
    const text = `# Larder\n\n<!-- automd:badges -->\n\n${version}\n\n<!-- /automd -->\n\nText.\n`
    expect((await init(text, npm)).readme).toBe(text)
  })

  it('in HTML gets HTML, as far apart as the others', async () => {
    const one = '<a href="x"><img alt="a" src="https://img.shields.io/npm/dm/larder"></a>'
    const before = `# Larder\n\n<p>\n  ${one}\n  ${version.replace(/.*/, '<a href="y"><img alt="b" src="https://img.shields.io/npm/v/@tea/larder"></a>')}\n</p>\n`
    expect((await init(before, npm)).readme).toContain(
      'larder"></a>\n  <a href="https://github.com/tea/larder/blob/HEAD/LICENSE"><img alt="MIT license" src="https://img.shields.io/badge/license-MIT-blue"></a>\n</p>',
    )
  })

  const src = (name: string) => `https://img.shields.io/npm/${name}/@tea/larder`
  const more = 'href="https://github.com/tea/larder/blob/HEAD/LICENSE"'
  const mit = 'alt="MIT license" src="https://img.shields.io/badge/license-MIT-blue"'

  it.each<[string, string, string]>([
    [
      'the height and the class that all have, not the width that one has',
      `<p>\n  <a href="x" target="_blank"><img height="20" src="${src('dm')}" width="90" class='b' alt="a" /></a>\n  <a href="y" target="_blank"><img src="${src('v')}" height="20" alt="b" class='b' /></a>\n</p>`,
      `\n  <a ${more} target="_blank"><img ${mit} height="20" class='b' /></a>\n</p>`,
    ],
    [
      'no height where one has another',
      `<p>\n  <a href="x"><img height="20" alt="a" src="${src('dm')}"></a>\n  <a href="y"><img height="28" alt="b" src="${src('v')}"></a>\n</p>`,
      `\n  <a ${more}><img ${mit}></a>\n</p>`,
    ],
    [
      'no width of a neighbour that stands alone',
      `<p><a href="y"><img src="${src('v')}" width="90" height="20" alt="b"></a></p>`,
      ` <a ${more}><img ${mit} height="20"></a></p>`,
    ],
    [
      'the line breaks of its neighbours',
      `<p>\n  <a href="x">\n    <img height="20" alt="a" src="${src('dm')}">\n  </a>\n  <a href="y">\n    <img height="20" alt="b" src="${src('v')}">\n  </a>\n</p>`,
      `\n  <a ${more}>\n    <img ${mit} height="20">\n  </a>\n</p>`,
    ],
    [
      'a place behind the picture of its neighbour',
      `<p>\n  <a href="x"><img height="20" alt="a" src="${src('dm')}"></a>\n  <picture>\n    <source media="(prefers-color-scheme: dark)" srcset="${src('v')}?color=white">\n    <img height="20" alt="b" src="${src('v')}">\n  </picture>\n</p>`,
      `</picture>\n  <a ${more}><img ${mit} height="20"></a>\n</p>`,
    ],
    [
      'a place behind the link with the picture of its neighbour',
      `<p>\n  <a href="y">\n    <picture>\n      <source media="(prefers-color-scheme: dark)" srcset="${src('v')}?color=white">\n      <img align="center" alt="b" src="${src('v')}">\n    </picture>\n  </a>\n</p>`,
      `</picture>\n  </a>\n  <a ${more}><img ${mit} align="center"></a>\n</p>`,
    ],
  ])('in HTML gives a new badge %s', async (_, row, end) => {
    const { readme } = await init(`# Larder\n\n${row}\n`, npm)
    expect(readme.trimEnd().slice(-end.length)).toBe(end)
    expect((await init(readme, npm)).readme).toBe(readme)
  })

  it.each<[string, FileTable, string, boolean]>([
    ['a workflow pushes', { '.github/workflows/image.yml': image('images: tea/larder') }, '', true],
    [
      'a workflow pushes beside another registry',
      { '.github/workflows/i.yml': image('images: |\n            tea/larder\n            ghcr.io/tea/larder') },
      '',
      true,
    ],
    [
      'the README of a Dockerfile names',
      { Dockerfile: 'FROM scratch\n' },
      '[image](https://hub.docker.com/r/tea/larder)',
      true,
    ],
    ['a workflow pushes elsewhere', { '.github/workflows/image.yml': image('images: ghcr.io/tea/larder') }, '', false],
    ['a README without a Dockerfile names', {}, '[image](https://hub.docker.com/r/tea/larder)', false],
    ['nobody names', { Dockerfile: 'FROM scratch\n' }, '', false],
  ])('has the version of the image that %s, or not', async (_, files, text, has) => {
    const { readme } = await init(`# Larder\n\n${text}\n`, { ...files, 'README.md': `# Larder\n\n${text}\n` })
    const badge =
      '[![Docker image version](https://img.shields.io/docker/v/tea/larder?sort=semver)](https://hub.docker.com/r/tea/larder)'
    expect(readme.includes(badge)).toBe(has)
  })

  it('has the places that a manifest names, unless the README names others', async () => {
    const files = {
      'pyproject.toml':
        '[project]\nname = "larder"\n[project.urls]\nChat = "https://discord.gg/tea"\nMastodon = "https://fosstodon.org/@tea"\n',
      'composer.json': { name: 'tea/larder', support: { chat: 'https://discord.gg/tea', wiki: 5 } },
      'mix.exs':
        'defmodule L do\n  use Mix.Project\n  def project, do: [app: :larder, package: [links: %{"Bluesky" => "https://bsky.app/profile/tea.town"}]]\nend\n',
    }
    const row = (await init('# Larder\n', files)).readme
    for (const href of ['https://discord.gg/tea', 'https://fosstodon.org/@tea', 'https://bsky.app/profile/tea.town'])
      expect(row).toContain(`](${href})`)
    const other = '[Chat](https://discord.gg/jam)'
    expect((await init(`# Larder\n\n${other}\n`, files)).readme).toContain('5865F2)](https://discord.gg/jam)')
  })

  it('has the style, the kinds and the order that are asked for', async () => {
    const { readme } = await init('# Larder\n', npm, [
      '--style',
      'for-the-badge',
      '--kinds',
      'license,downloads,license',
    ])
    expect(readme.trimEnd().split('\n').slice(2)).toEqual([
      license.replace('blue)', 'blue?style=for-the-badge)'),
      '[![npm downloads](https://img.shields.io/npm/dm/@tea/larder?style=for-the-badge)](https://www.npmjs.com/package/@tea/larder)',
    ])
    expect((await init('# Larder\n', npm, ['--kinds', 'tea'])).code).toBe(2)
  })

  it('has the style and the kinds that the config names, unless the call does', async () => {
    const files = { ...npm, 'frontdoor.yml': 'badge-sync: {style: plastic, kinds: [license]}\n' }
    const plastic = license.replace('blue)', 'blue?style=plastic)')
    expect((await init('# Larder\n', files)).readme).toBe(`# Larder\n\n${plastic}\n`)
    expect((await init('# Larder\n', files, ['--style', 'flat'])).readme).toBe(`# Larder\n\n${license}\n`)
  })

  it('in a section, a table or another README is another one', async () => {
    const shelf = `# Larder\n\nText.\n\n| a |\n| - |\n| ${build} |\n\n## More\n\n${build}\n`
    const { readme } = await init(shelf, { ...npm, 'docs/README.md': '# Docs\n' })
    expect(readme).toBe(shelf.replace('# Larder\n', `# Larder\n\n${version}\n${license}\n`))
  })

  it('is found below a heading that leads to translations', async () => {
    const switcher = '<h4 align="right">English | <a href="README_CN.md">简体中文</a></h4>\n\n'
    const { readme } = await init(`${switcher}# Larder\n\n${version}\n\n## More\n`, npm)
    expect(readme).toBe(`${switcher}# Larder\n\n${version} ${license}\n\n## More\n`)
  })

  it('does not get the style of another service', async () => {
    const circle = '[![CI](https://circleci.com/gh/tea/larder.svg?style=svg)](https://circleci.com/gh/tea/larder)'
    expect((await init(`# Larder\n\n${circle}\n`, npm)).readme).toContain(`${circle} ${version} ${license}`)
  })

  it('has the style that most of it have, and never that of a button', async () => {
    const badge = (style: string): string => `![a](https://img.shields.io/npm/dm/larder?style=${style})`
    const row = [badge('social'), badge('plastic'), badge('flat-square'), badge('flat-square')].join(' ')
    expect((await init(`# Larder\n\n${row}\n`, npm)).readme).toContain('MIT-blue?style=flat-square)')
    expect((await init(`# Larder\n\n${badge('social')}\n`, npm)).readme).toContain('MIT-blue)')
  })

  it('has no style where the others name none', async () => {
    const row = '![a](https://img.shields.io/npm/dm/larder?style)'
    expect((await init(`# Larder\n\n${row}\n`, npm)).readme).toContain('MIT-blue)')
  })

  it('separates parameters with a plain &', async () => {
    const { readme } = await init('# Larder\n', { '.github/workflows/image.yml': image('images: tea/larder') }, [
      '--style',
      'plastic',
    ])
    expect(readme).toContain('?sort=semver&style=plastic)')
  })

  it('has downloads on request only', async () => {
    expect((await init('# Larder\n', npm)).readme).not.toContain('/npm/dm/')
    expect((await init('# Larder\n', npm, ['--downloads'])).readme).toContain('/npm/dm/')
  })
})

describe('where HTML at the top has the title in a smaller heading', () => {
  const top = '<h3 align="center">\n  Larder\n</h3>\n'

  it('a row goes under it', async () => {
    expect((await init(`${top}\nKeeps tea.\n`, npm)).readme).toMatch(/^<h3.*<\/h3>\n\n\[!\[/s)
  })

  it('what the row there lacks joins it, in its form and style', async () => {
    const row = `<p align="center">\n  <a href="https://www.npmjs.com/package/@tea/larder"><img alt="npm" src="https://img.shields.io/npm/v/@tea/larder?style=for-the-badge"></a>\n</p>\n`
    const { readme } = await init(`${top}\n${row}\n## Use\n`, npm)
    expect(readme).toContain('</a>\n  <a href="https://github.com/tea/larder/blob/HEAD/LICENSE"><img alt="MIT license"')
    expect(readme).toContain('license-MIT-blue?style=for-the-badge')
  })
})

describe('what a README says already, it gets no second time', () => {
  test.each<[string, string, FileTable?]>([
    ['a package, on another host', '[![npm](https://nodei.co/npm/@tea/larder.png)](https://www.npmjs.com/)'],
    [
      'a package, on a host that nobody knows',
      '[![Latest version](https://shields.larder.town/badge/x)](http://www.npmjs.com/package/@tea/larder/)',
    ],
    ['a package, in a block of another tool', `<!-- automd:badges -->\n\n${version}\n\n<!-- /automd -->`],
    [
      'a workflow, by an address that is retired',
      '![ci](https://img.shields.io/github/workflow/status/tea/larder/CI)',
      ci,
    ],
    ['documentation, by an address of before', '![doc](https://godoc.org/github.com/tea/larder?status.svg)', goModule],
    [
      'documentation, by where it leads',
      '[![GoDoc](https://img.shields.io/badge/go-reference-blue)](https://pkg.go.dev/github.com/tea/larder)',
      goModule,
    ],
    ['documentation, in words', '![API](https://img.shields.io/badge/docs-larder-blue)', goModule],
    ['documentation, by the text of a badge', '![Documentation](https://larder.town/badge.svg)', goModule],
    ['documentation, by the text of an image that is a drawing', '![Docs](https://larder.town/docs.svg)', goModule],
    [
      'an image, by how often it was pulled',
      '![pulls](https://img.shields.io/docker/pulls/tea/larder)',
      { '.github/workflows/image.yml': image('images: tea/larder') },
    ],
  ])('%s', async (_, text, files = { 'package.json': { name: '@tea/larder', version: '1.2.3' } }) => {
    const readme = `# Larder\n\n${text}\n`
    expect((await init(readme, files)).readme).toBe(readme)
  })

  test("a place to talk, by an image of one's own that leads there", async () => {
    const readme = '# Larder\n\n[![Talk](https://larder.town/talk.png)](https://discord.gg/larder)\n'
    expect((await init(readme, {})).readme).toBe(readme)
  })

  test.each([
    ['as a file of the repository', '![Coverage](.github/badges/coverage.svg)', { 'codecov.yml': '' }],
    ['as a file in HTML', '<img alt="Code coverage" src="./badges/lines.svg">', { '.codecov.yml': '' }],
    ['from the page of the repository', '[![](../../actions/workflows/ci.yml/badge.svg)](../../actions)', ci],
  ])('%s', async (_, badge, files) => {
    const readme = `# Larder\n\n${badge}\n`
    expect((await init(readme, files)).readme).toBe(readme)
  })

  test('but a logo says nothing', async () => {
    const { readme } = await init('# Larder\n\n![Documentation](https://larder.town/logo.png)\n', goModule)
    expect(readme).toContain('pkg.go.dev/badge')
    expect((await init('# Larder\n\n![Build](img/logo.svg)\n', ci)).readme).toContain(build)
  })
})

describe('what a project speaks for', () => {
  test.each<[string, FileTable, string]>([
    [
      'PyPI',
      { 'pyproject.toml': '[project]\nname = "larder"\nversion = "1.0"\nreadme = "README.md"\n' },
      'img.shields.io/pypi/v/larder',
    ],
    [
      'PyPI with a setup.py',
      { 'setup.py': 'setup(name="larder", version="1.0", url="https://larder.town")', 'larder/a.py': '' },
      'img.shields.io/pypi/v/larder',
    ],
    ['crates.io', { 'Cargo.toml': '[package]\nname = "larder"\nversion = "1.0.0"\n' }, 'img.shields.io/docsrs/larder'],
    ['Go', goModule, 'pkg.go.dev/badge/github.com/tea/larder.svg'],
    ['Packagist', { 'composer.json': { name: 'tea/larder' } }, 'img.shields.io/packagist/v/tea/larder'],
    [
      'RubyGems',
      { 'larder.gemspec': 'Gem::Specification.new do |s|\n  s.name = "larder"\n  s.version = "1.0"\nend\n' },
      'img.shields.io/gem/v/larder',
    ],
    ['JSR', { 'jsr.json': { name: '@tea/larder', version: '1.0.0' } }, 'jsr.io/badges/@tea/larder'],
    ['pub.dev', { 'pubspec.yaml': 'name: larder\nversion: 1.0.0\n' }, 'img.shields.io/pub/v/larder'],
    [
      'Maven Central',
      {
        'pom.xml':
          '<project><groupId>town.larder</groupId><artifactId>larder</artifactId><version>1</version></project>',
      },
      'img.shields.io/maven-central/v/town.larder/larder',
    ],
    [
      'Hackage',
      { 'larder.cabal': 'name: larder\nversion: 1.0\nlicense: MIT\nsynopsis: Tea\n' },
      'img.shields.io/hackage/v/larder',
    ],
    ['opam', { 'dune-project': '(package (name larder) (synopsis "Tea"))' }, 'badgen.net/opam/v/larder'],
    [
      'CRAN',
      { DESCRIPTION: 'Package: larder\nVersion: 1.0\nLicense: MIT\n', 'cran-comments.md': '' },
      'img.shields.io/cran/v/larder',
    ],
    ['CPAN', { 'dist.ini': 'name = Tea-Larder\n' }, 'img.shields.io/cpan/v/Tea-Larder'],
    [
      'Elm',
      { 'elm.json': { type: 'package', name: 'tea/larder', version: '1.0.0' } },
      'img.shields.io/elm-package/v/tea/larder',
    ],
    ['Codecov', { 'codecov.yml': '' }, 'codecov.io/gh/tea/larder/graph/badge.svg'],
    [
      'Coveralls',
      { '.github/workflows/ci.yml': 'on: push\nsteps:\n  - uses: coverallsapp/github-action@v2\n' },
      'coveralls.io/repos/github/tea/larder/badge.svg',
    ],
  ])('%s', async (_, files, image) => {
    expect((await init('# Larder\n', files)).readme).toContain(`(https://${image})](`)
  })

  it.each([
    [['ci.yml', 'check.yml'], 'ci.yml'],
    [['check.yml', 'build.yml', 'test.yaml'], 'test.yaml'],
    [['build.yml', 'lint.yml'], 'build.yml'],
    [['a.yml', 'ci.yml', 'test.yml'], 'ci.yml'],
    [['labeler.yml', 'node.js.yml', 'site.yml'], 'node.js.yml'],
    [['codeql-analysis.yml', 'grunt.yml'], 'grunt.yml'],
    [['code.yml', 'run-tests.yml', 'size.yml'], 'run-tests.yml'],
  ])('show of the workflows %j the main one', async (names, main) => {
    const workflows = Object.fromEntries(names.map((name) => [`.github/workflows/${name}`, 'on: push\n']))
    expect((await init('# Larder\n', workflows)).readme).toContain(`/workflows/${main}/badge.svg`)
  })

  it('show the workflow that is titled CI, and not the one whose name only ends like a test', async () => {
    const { readme } = await init('# Larder\n', {
      '.github/workflows/jam-tests.yml': 'name: Jam\non: push\n',
      '.github/workflows/actions_build.yml': 'name: CI\non: push\n',
    })
    expect(readme).toContain('/workflows/actions_build.yml/badge.svg')
  })

  it('show no workflow that only its title calls a chore', async () => {
    const { readme } = await init('# Larder\n', {
      '.github/workflows/ci-helpers.yml': 'name: Publish the helpers\non: push\n',
      '.github/workflows/jam.yml': 'name: Jam\non: push\n',
    })
    expect(readme).not.toContain('/workflows/')
  })

  it.each<[string, FileTable]>([
    [
      'chores',
      {
        'ai-slop.yml': 'on: pull_request\n',
        'label-conflicts.yml': 'on: push\n',
        'ai-code-review.yml': 'on: pull_request\n',
      },
    ],
    ['messages', { 'lint-commits.yml': 'on: push\n' }],
    ['releases', { 'make.yml': 'on:\n  push:\n    tags: ["v*"]\njobs:\n  make: {}\n' }],
    ['a clock', { 'make.yml': 'on:\n  schedule:\n    - cron: 1\n\njobs:\n  x:\n    - run: git push\n' }],
    ['tests of several kinds', { 'attw_tests.yml': 'on: push\n', 'node_tests.yml': 'on: push\n' }],
    ['several tests with the same title', { 'jam.yml': 'name: Test\non: push\n', 'tea.yml': 'name: Test\non: push\n' }],
    ['several of which none builds by its name', { 'a.yml': 'on: push\n', 'b.yml': 'on: push\n' }],
  ])('show no workflow where there are only those for %s', async (_, workflows) => {
    const files = Object.fromEntries(
      Object.entries(workflows).map(([name, text]) => [`.github/workflows/${name}`, text]),
    )
    expect((await init('# Larder\n', files)).readme).toBe('# Larder\n')
  })

  it.each<[string, string]>([
    ['a list of events', 'on: [push, pull_request]\n'],
    ['branches beside tags', 'on:\n  push:\n    tags: [v1]\n    branches: [main]\n'],
    ['a comment and an empty line among events', '"on":\n  # each change\n\n  pull_request:\n'],
    ['lists of one column', 'on:\n- push\n'],
  ])('show a workflow that has %s', async (_, text) => {
    expect((await init('# Larder\n', { '.github/workflows/make.yml': text })).readme).toContain('/make.yml/badge.svg')
  })

  it.each<[string, FileTable, string, boolean]>([
    [
      'a site',
      { 'package.json': { name: 'larder', version: '1.0.0', scripts: { dev: 'vite', build: 'vite build' } } },
      '',
      false,
    ],
    [
      'a package with a server to try it',
      { 'package.json': { name: 'larder', version: '1.0.0', exports: './a.js', scripts: { dev: 'vite' } } },
      '',
      true,
    ],
    ['a project of Composer', { 'composer.json': { name: 'tea/larder', type: 'project' } }, '', false],
    ['a library of Composer', { 'composer.json': { name: 'tea/larder', type: 'library' } }, '', true],
    [
      'the parent of modules',
      {
        'pom.xml':
          '<project><groupId>a.b</groupId><artifactId>larder</artifactId><version>1</version><packaging>pom</packaging></project>',
      },
      '',
      false,
    ],
  ])('has a version or not: %s', async (_, files, text, has) => {
    const { readme } = await init(`# Larder\n\n${text}`, { ...files, 'README.md': `# Larder\n\n${text}` })
    expect(/img\.shields\.io\/(?:npm|packagist|maven-central)\/v\//.test(readme)).toBe(has)
  })

  it.each<[string, FileTable, string, boolean]>([
    [
      'R on a forge',
      { DESCRIPTION: 'Package: larder\nVersion: 1.0\nLicense: MIT\n' },
      'remotes::install_github("a/b")',
      false,
    ],
    ['R', { DESCRIPTION: 'Package: larder\nVersion: 1.0\nLicense: MIT\n' }, 'install.packages("larder")', true],
    ['Julia on a forge', julia, 'Pkg.add(url = "https://a.example/b")', false],
    ['Julia', julia, 'pkg> add Larder', true],
    [
      'Haskell that nobody may use',
      { 'a.cabal': 'name: larder\nlicense: NONE\nsynopsis: Tea\n' },
      'cabal build',
      false,
    ],
    ['Perl', { 'dist.ini': 'name = Tea-Larder\n[FakeRelease]\n' }, 'dzil build', false],
  ])('has a version on a registry or not: a package of %s', async (_, files, command, has) => {
    const text = `# Larder\n\n\`\`\`sh\n${command}\n\`\`\`\n`
    const { readme } = await init(text, { ...files, 'README.md': text })
    expect(/(?:cran|hackage|cpan)\/v\/|juliahub/.test(readme)).toBe(has)
  })

  it.each<[string, FileTable, boolean]>([
    ['a crate with a program alone', { 'src/main.rs': '' }, false],
    ['a crate with a program and a library', { 'src/main.rs': '', 'src/lib.rs': '' }, true],
  ])('has documentation on docs.rs or not: %s', async (_, files, has) => {
    const manifest = { 'Cargo.toml': '[package]\nname = "larder"\nversion = "1.0.0"\n' }
    expect((await init('# Larder\n', { ...manifest, ...files })).readme.includes('/docsrs/')).toBe(has)
  })

  it.each<[string, FileTable, boolean]>([
    ['a module with programs in folders', { 'cmd/tea/main.go': 'package main\n' }, false],
    ['a module with packages in folders', { 'pkg/tea/tea.go': 'package tea\n' }, true],
    ['a theme of Hugo', { 'layouts/index.html': '', 'theme.toml': '' }, false],
    ['a module that is a program', { 'main.go': 'package main\n', 'main_test.go': 'package other\n' }, false],
    ['a module with a program and a package', { 'larder.go': 'package larder\n', 'cmd/tea/main.go': '' }, true],
  ])('has documentation on pkg.go.dev or not: %s', async (_, files, has) => {
    const { readme } = await init('# Larder\n', { 'go.mod': 'module github.com/tea/larder\n', ...files })
    expect(readme.includes('pkg.go.dev')).toBe(has)
  })

  it('are the places that the README names', async () => {
    const { readme } = await init(
      '# Larder\n\nJoin [us](https://discord.gg/tea) or [me](https://bsky.app/profile/ada.town).\n',
      {},
    )
    expect(readme).toContain(
      '](https://discord.gg/tea)\n[![Follow on Bluesky](https://img.shields.io/bluesky/followers/ada.town)]',
    )
  })

  it.each(['ada/awesome-larder', 'Ada/ada'])(
    'are none in %s: a list shows others, a profile a person',
    async (name) => {
      const readme = '# Larder\n\nMuch is told [there](https://discord.gg/tea).\n'
      const files = { ...ci, LICENSE: 'MIT License\n' }
      expect((await init(readme, files, [], `https://github.com/${name}`)).readme).toBe(readme)
      expect((await init(readme, files, [], 'https://github.com/ada/larder')).readme).not.toBe(readme)
    },
  )

  it.each<[string, FileTable]>([
    ['a package that is private', { 'package.json': { name: 'larder', version: '1.0.0', private: true } }],
    ['a package of npm without a version', { 'package.json': { name: 'larder' } }],
    ['a package of pub.dev without a version', { 'pubspec.yaml': 'name: larder\n' }],
    [
      'a project of uv that is no package',
      { 'pyproject.toml': '[project]\nname = "larder"\nversion = "1"\n[tool.uv]\npackage = false\n' },
    ],
    ['tools of Python that nothing describes', { 'pyproject.toml': '[project]\nname = "larder"\nversion = "1"\n' }],
    [
      'a setup.py that packages nothing',
      { 'setup.py': 'setup(name="larder", version="1.0", url="https://larder.town", install_requires=["tea"])' },
    ],
    [
      'a setup.py with a list of no packages',
      { 'setup.py': 'setup(name="larder", version="1", url="x", packages=[])', 'src/a.py': '' },
    ],
    ['the two licences of Perl', { 'dist.ini': 'name = Tea\nlicense = Perl_5\n[FakeRelease]\n', LICENSE: '' }],
    [
      'a licence that would fill the row',
      { 'package.json': { license: 'BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0 AND ISC' }, LICENSE: '' },
    ],
    ['a workflow that only others call', { '.github/workflows/lint.yml': 'on: workflow_call\n' }],
    ['an action', { 'action.yml': '', 'package.json': { name: 'larder', version: '1.0.0' } }],
    ['nothing', {}],
  ])('is nothing for %s', async (_, files) => {
    expect(await init('# Larder\n', files)).toEqual({
      code: 0,
      out: 'No problems in 1 file\n',
      err: '',
      readme: '# Larder\n',
    })
  })

  it.each([
    ['under the title', '# Larder\n'],
    ['in a row that is there', `# Larder\n\n${version}\n`],
  ])('is written as text %s, whatever it is called', async (_, text) => {
    const { readme } = await init(text, { '.github/workflows/ci.yml': 'name: "a](x) <img>"\non: push\n' })
    expect(readme).toContain('[![a\\](x) &lt;img> status](')
  })
})
