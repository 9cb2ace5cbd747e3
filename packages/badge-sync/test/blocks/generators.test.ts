import { symlink } from 'node:fs/promises'
import { run } from '@frontdoor/kit/cli'
import { type FileTable, memoryIo, project } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import { program } from '../../src/program.ts'
import { sync, unsummed } from './run.ts'

/** What is written into an empty block. */
async function body(marker: string, files: FileTable = {}, rest = ''): Promise<string> {
  const name = marker.split(' ')[0]
  const { readme, out } = await sync(`<!-- badge-sync:start ${marker} -->\n<!-- badge-sync:end ${name} -->\n${rest}`, {
    files,
  })
  const [, text] = /^<!--.*?-->\n\n([\s\S]*?)\n\n<!-- badge-sync:end/.exec(unsummed(readme)) ?? []
  return text ?? out
}

describe('what generators write', () => {
  test.each<[string, string, string, FileTable?, string?]>([
    [
      'nested headings behind it',
      'toc max=4',
      '- [A `b`](#a-b)\n  - [C](#c)\n  - [C](#c-1)\n- [D & E](#d--e)',
      {},
      '\n## A `b`\n### [C](x)\n### C\n## D & E\n```\n## no\n```\n',
    ],
    [
      'headings without what a link cannot hold',
      'toc',
      '- [`a` b](#-a-b)\n- [\\](http://x) &lt;!-- y --&gt;](#httpx----y---)',
      {},
      '\n## <!-- x --> `a` [b](c)\n## ](http://x) \\<!-- y -->\n',
    ],
    ['the levels that are asked for', 'toc min=3 max=3', '- [B](#b)', {}, '\n## A\n### B\n#### C\n'],
    [
      'links of the manifest',
      'links kinds=documentation,changelog',
      '[Documentation](https://docs.example) · [Changelog](https://github.com/tea/larder/blob/HEAD/CHANGES.md)',
      {
        'CHANGES.md': '',
        'package.json': { name: 'larder', homepage: 'https://docs.example', repository: 'tea/larder' },
      },
    ],
    [
      'the one chat that the README names',
      'links kinds=chat',
      '[Chat](https://discord.gg/tea)',
      {},
      '\n<https://discord.gg/tea>\n',
    ],
    ['one command without a comment', 'install managers=npm', '```sh\nnpm install larder\n```'],
    [
      'commands for development',
      'install managers=pnpm,npm dev',
      '```sh\n# pnpm\npnpm add --save-dev larder\n\n# npm\nnpm install --save-dev larder\n```',
    ],
    [
      'commands of another language',
      'install managers=cabal,opam,julia,R,luarocks,nimble,elm',
      [
        '```sh',
        '# cabal\ncabal install larder\n',
        '# opam\nopam install larder\n',
        `# julia\njulia -e 'using Pkg; Pkg.add("Larder")'\n`,
        `# R\nRscript -e 'install.packages("larder")'\n`,
        '# luarocks\nluarocks install larder\n',
        '# nimble\nnimble install larder\n',
        '# elm\nelm install tea/larder',
        '```',
      ].join('\n'),
      {
        'larder.cabal': 'name: larder\nlicense: MIT\nsynopsis: Tea\nexecutable larder\n',
        'dune-project': '(package (name larder) (synopsis "Tea"))',
        'Project.toml': 'name = "Larder"\nuuid = "1"\nversion = "1.0.0"\n[compat]\njulia = "1.10"\n',
        DESCRIPTION: 'Package: larder\nVersion: 1.0\nLicense: MIT\n',
        'larder-scm-1.rockspec': 'package = "larder"\n',
        'larder.nimble': 'version = "1"\nauthor = "A"\ndescription = "Tea"\nlicense = "MIT"\n',
        'elm.json': { type: 'package', name: 'tea/larder' },
      },
    ],
    [
      'the module of a distribution',
      'install managers=cpanm',
      '```sh\ncpanm Tea::Larder\n```',
      { 'dist.ini': 'name = Tea-Larder\n', 'lib/Tea/Larder.pm': '' },
    ],
    ['lines of a file', 'include file=a.py lines=2-3', '```py\nb\n  c\n```', { 'a.py': 'a\n  b\n    c\nd\n' }],
    [
      'a region of a file',
      'include file=a.ts region=x language=typescript',
      '```typescript\nlet x\n```',
      { 'a.ts': '// #region y\n// #endregion\n// #region x\nlet x\n// #endregion\n' },
    ],
    [
      'a region with another in it',
      'include file=a.ts region=x',
      '```ts\nlet x\n// #region y\nlet y\n// #endregion\nlet z\n```',
      { 'a.ts': '// #region x\nlet x\n// #region y\nlet y\n// #endregion\nlet z\n// #endregion\nlet a\n' },
    ],
    [
      'a region with words that look like one',
      'include file=a.tf region=x',
      '```tf\n# region of tea\nregion = "eu"\n```',
      { 'a.tf': '# region x\n# region of tea\nregion = "eu"\n# endregion\n' },
    ],
    [
      'a file with fences',
      'include file=a.md',
      '````md\n```\n<!-- badge-sync:end include -->\n```\n````',
      { 'a.md': '```\n<!-- badge-sync:end include -->\n```\n' },
    ],
    [
      'the packages of a workspace',
      'packages',
      '| Package             | Version | Description      |\n| ------------------- | ------- | ---------------- |\n| [`b`](packages/a) | 1.0.0   | A `<b>` \\| `@me` |',
      {
        'package.json': { workspaces: ['packages/*'] },
        'packages/a/package.json': { name: 'b', version: '1.0.0', description: 'A <b> | @me' },
        'packages/c/package.json': { name: 'c', private: true },
      },
    ],
    [
      'the latest release',
      'changelog link=false',
      '**1.1.0 - 2026-01-01:**\n\n**Added:**\n\n- Tea ([#1](https://a.example/1))',
      {
        'CHANGELOG.md':
          '# Log\n\n## Unreleased\n\n- x\n\n## [1.1.0] - 2026-01-01\n\n### Added\n\n- Tea ([#1])\n\n## 1.0.0\n\n- y\n\n[#1]: https://a.example/1\n',
      },
    ],
    [
      'how to help',
      'help',
      '- Report a bug or wish for something in the [issues](https://github.com/tea/larder/issues)\n- Change something: [how to contribute](https://github.com/tea/larder/blob/HEAD/CONTRIBUTING.md)\n- Start with a [good first issue](https://github.com/tea/larder/contribute)\n- Help to maintain: answer questions, and review [open pull requests](https://github.com/tea/larder/pulls)',
      { 'CONTRIBUTING.md': '' },
    ],
    [
      'a row of badges',
      'badges kinds=version,license,version style=flat-square',
      '[![npm version](https://img.shields.io/npm/v/larder?style=flat-square)](https://www.npmjs.com/package/larder)\n[![MIT license](https://img.shields.io/badge/license-MIT-blue?style=flat-square)](https://github.com/tea/larder/blob/HEAD/LICENSE)',
      { LICENSE: '' },
    ],
    [
      'the options of the config',
      'toc',
      '- [B](#b)',
      { 'frontdoor.yml': 'badge-sync: { blocks: { toc: { min: 3 } } }\n' },
      '\n## A\n### B\n',
    ],
  ])('%s', async (_, marker, wanted, files, rest) => {
    expect((await body(marker, files, rest)).replaceAll(/ +\|/g, ' |').replaceAll(/-+/g, '-')).toBe(
      wanted.replaceAll(/ +\|/g, ' |').replaceAll(/-+/g, '-'),
    )
  })

  test.each<[string, string, string, FileTable?]>([
    [
      'a package that is not published',
      'install',
      'no manifest of this folder declares a package that is published',
      { 'package.json': { name: 'x', private: true } },
    ],
    [
      'a library of Haskell',
      'install managers=cabal',
      'no package here is installed with cabal',
      { 'larder.cabal': 'name: larder\nlicense: MIT\nsynopsis: Tea\n' },
    ],
    [
      'a distribution without a module of its name',
      'install managers=cpanm',
      'no package here is installed with cpanm',
      { 'dist.ini': 'name = libtea-perl\n' },
    ],
    ['a region that is not there', 'include file=a.ts region=z', 'a.ts has no region z', { 'a.ts': '' }],
    [
      'lines that are not there',
      'include file=a.ts lines=2-9',
      'a.ts has 1 line, of which 2-9 are none',
      { 'a.ts': 'x\n' },
    ],
    ['an option that is given twice', 'toc max=2 max=4', 'max is given twice'],
    ['itself', 'include file=README.md', 'README.md cannot include itself'],
    ['contents of no level', 'toc min=3 max=2', 'min=3 is more than max=2, so no level is listed'],
    ['a file of git', 'include file=.git/config', 'there is no file .git/config in this repository'],
    ['no changelog', 'changelog', 'this project has no changelog'],
    ['no workspace', 'packages', 'this folder is not the root of a workspace'],
    ['no month', 'notice', 'it names no month: add month=2026-11'],
  ])('refuses %s', async (_, marker, message, files) => {
    expect(await body(marker, files)).toContain(message)
  })
})

it('a file that a symbolic link leads to outside of the repository is not included', async () => {
  const [folder, outside] = [await project({}, { git: {} }), await project({ 'secret.txt': 'secret\n' })]
  const readme = '<!-- badge-sync:start include file=a.txt -->\n<!-- badge-sync:end include -->\n'
  await folder.write({ 'README.md': readme })
  await symlink(outside.join('secret.txt'), folder.join('a.txt'))
  const io = memoryIo({ cwd: folder.path })
  expect(await run(program, [], io)).toBe(2)
  expect(io.stdout.text).toContain('there is no file a.txt in this repository')
  expect(await folder.read('README.md')).toBe(readme)
})

describe('a version', () => {
  test.each<[string, string]>([
    ['npm i larder@1.0.0', 'npm i larder@1.2.3'],
    ['"larder": "^1.0.0-rc.1",', '"larder": "^1.2.3",'],
    ['larder = { version = "1.0", features = [] }', 'larder = { version = "1.2.3", features = [] }'],
    ['pip install larder==1.0.0', 'pip install larder==1.2.3'],
    ["gem 'larder', '~> 1.0.0'", "gem 'larder', '~> 1.2.3'"],
    ['uses: tea/larder@v1.0.0', 'uses: tea/larder@v1.2.3'],
    ['- repo: https://github.com/tea/larder\n  rev: v1.0.0', '- repo: https://github.com/tea/larder\n  rev: v1.2.3'],
    [
      'https://github.com/tea/larder/releases/download/v1.0.0/x.tgz',
      'https://github.com/tea/larder/releases/download/v1.2.3/x.tgz',
    ],
    ['larder@192.168.1.1', 'larder@192.168.1.1'],
    ['http://192.168.1.10:80 and 10.0.0.1', 'http://192.168.1.10:80 and 10.0.0.1'],
    [
      'npm i my-larder@1.0.0 @x/larder@1.0.0 larder-x@1.0.0 other@1.0.0',
      'npm i my-larder@1.0.0 @x/larder@1.0.0 larder-x@1.0.0 other@1.0.0',
    ],
  ])('in %j', async (text, wanted) => {
    const wrap = (inner: string) =>
      `<!-- badge-sync:start version -->\n\n\`\`\`\n${inner}\n\`\`\`\n\n<!-- badge-sync:end version -->\n`
    expect((await sync(wrap(text))).readme).toBe(wrap(wanted))
  })

  it('alone in a line', async () => {
    const wrap = (inner: string) =>
      `Now **v<!-- badge-sync:start version -->${inner}<!-- badge-sync:end version -->** is out\n`
    expect((await sync(wrap(''))).readme).toBe(wrap('1.2.3'))
    expect((await sync(wrap('1.0.0'))).readme).toBe(wrap('1.2.3'))
  })
})

describe('a notice', () => {
  const readme =
    'a\n\n<!-- badge-sync:start notice month=2026-11 text="Join us" -->\n<!-- badge-sync:end notice -->\n\nb\n'
  const on = (date: string) => ({ now: () => new Date(`${date}T12:00:00Z`) })

  it('waits for its month, stands through it, and goes with its markers', async () => {
    expect(await sync(readme, on('2026-10-31'))).toMatchObject({ code: 0, readme })
    const november = await sync(readme, on('2026-11-01'))
    expect(november.readme).toContain('> Join us: [see where](https://github.com/tea/larder/issues)')
    expect((await sync(november.readme, on('2026-12-01'))).readme).toBe('a\n\nb\n')
  })
})

describe('usage', () => {
  const readme = '<!-- badge-sync:start usage -->\n<!-- badge-sync:end usage -->\n'
  const manifest = { name: '@tea/larder', bin: { larder: './cli.js', other: '../outside.js' } }

  it('is what the own command prints, and only when it may run', async () => {
    const files = {
      'package.json': manifest,
      'cli.js': "console.log('\\u001B[1mUsage\\u001B[0m', process.argv[2], process.env.SECRET, '  ')",
    }
    expect((await sync(readme, { files })).readme).toBe(readme)
    expect((await sync(readme, { files })).out).toContain('The block usage is empty: a run with --run fills it')
    const { readme: written } = await sync(readme, { files, argv: ['--run'], env: { SECRET: 'x' } })
    expect(written).toContain('\n\n```text\n$ larder --help\nUsage --help undefined\n```\n\n')
    expect((await sync(written, { files, argv: ['--check'] })).code).toBe(0)
  })

  test.each<[string, string, FileTable, string]>([
    ['fails', readme, { 'package.json': manifest, 'cli.js': 'throw new Error("no")' }, 'the command ends with 1'],
    [
      'is not built',
      readme,
      { 'package.json': manifest },
      'the command larder is not built: there is no file ./cli.js',
    ],
    [
      'leads out of the repository',
      readme.replace('usage ', 'usage bin=other '),
      { 'package.json': manifest },
      'there is no file ../outside.js',
    ],
  ])('leaves the block where the command %s', async (_, text, files, message) => {
    const result = await sync(text, { files, argv: ['--run'] })
    expect([result.code, result.readme]).toStrictEqual([2, text])
    expect(result.out).toContain(message)
  })
})

it('contributors are the authors and co-authors of the history, without addresses and bots', async () => {
  const folder = await project(
    { 'README.md': '<!-- badge-sync:start contributors -->\n<!-- badge-sync:end contributors -->\n' },
    { git: {} },
  )
  await folder.git('add', '.')
  await folder.git(
    'commit',
    '-q',
    '-m',
    'a\n\nCo-authored-by: Bea @all <12+bea@users.noreply.github.com>\nCo-authored-by: dependabot[bot] <d@x.example>\nCo-authored-by: Opus <noreply@anthropic.com>',
  )
  const io = memoryIo({ cwd: folder.path, env: { PATH: process.env.PATH } })
  expect(await run(program, [], io)).toBe(0)
  expect(unsummed(await folder.read('README.md'))).toContain(`<p>
  Ada
  <a href="https://github.com/bea"><img src="https://github.com/bea.png?size=128" alt="Bea @all" width="64"></a>
</p>`)
})
