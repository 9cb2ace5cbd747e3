import { symlinkSync } from 'node:fs'
import { project } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import { clean, found, lint } from './cli.ts'

const tree = {
  'README.md': clean,
  'b/readme.rst': 'B\n=\n',
  'b/c/README.markdown': clean,
  'b/c/NOTES.md': clean,
  'a/README.md': clean,
  '.github/README.md': clean,
  'node_modules/x/README.md': clean,
  'vendor/z/README.md': clean,
  'a/third_party/z/README.md': clean,
  'a/thirdparty/z/README.md': clean,
  'a/node_modules/y/README.md': clean,
}

const everything = ['README.md', '.github/README.md', 'a/README.md', 'b/c/README.markdown', 'b/readme.rst']

describe('a folder is every README below it', () => {
  it('but for those of others', async () => {
    const folder = await project(tree, { git: {} })
    expect((await found(folder, ['.'])).toSorted()).toEqual(everything.toSorted())
    expect(await found(folder, ['b'])).toEqual(['b/readme.rst', 'b/c/README.markdown'])
  })

  it('once, however often it is named, and in the order of the paths', async () => {
    expect(await found(await project(tree), ['b/c', 'a', 'b', 'a/README.md'])).toEqual([
      'b/c/README.markdown',
      'a/README.md',
      'b/readme.rst',
    ])
  })

  it('and not what a symbolic link to a folder leads to', async () => {
    const folder = await project(tree)
    symlinkSync('../a', folder.join('b/loop'))
    expect(await found(folder, ['b'])).toEqual(['b/readme.rst', 'b/c/README.markdown'])
  })

  test.each([
    ['b/\n', 'README.md', ['a']],
    ['/a\n', 'README.md', ['b']],
    ['*\n!a/\n!a/**\n', 'README.md', ['a']],
    ['README.md\n', 'README.md', ['b']],
  ])('nor what .gitignore says: %j', async (ignore, _, kept) => {
    const files = { 'a/README.md': clean, 'b/README.rst': 'B\n=\n', '.gitignore': ignore }
    const paths = await found(await project(files, { git: {} }), ['.'])
    expect(paths.map((path) => path.charAt(0))).toEqual(kept)
  })

  it('with the nearest .gitignore having the last word, from the root of the repository on', async () => {
    const files = {
      '.gitignore': 'gen\n',
      'a/.gitignore': '!gen\n',
      'a/gen/README.md': clean,
      'b/gen/README.md': clean,
    }
    const folder = await project({ ...files, 'b/README.md': clean }, { git: {} })
    expect(await found(folder, ['.'])).toEqual(['a/gen/README.md', 'b/README.md'])
    expect(await found(folder, ['b'])).toEqual(['b/README.md'])
  })

  it('and one that is ignored is looked into when it is named', async () => {
    const folder = await project(
      { '.gitignore': 'gen\n', 'gen/README.md': clean, 'gen/x/README.md': clean },
      { git: {} },
    )
    expect(await found(folder, ['gen'])).toEqual(['gen/README.md', 'gen/x/README.md'])
  })

  it("whatever a person's own git ignores", async () => {
    const folder = await project({ 'a/README.md': clean }, { git: {} })
    const home = await project({ '.gitconfig': '[core]\n  excludesFile = ~/ignore\n', ignore: '*\n' })
    const env = { PATH: process.env.PATH, HOME: home.path, XDG_CONFIG_HOME: home.path }
    expect(await found(folder, ['.'], { env })).toEqual(['a/README.md'])
  })
})

describe('a mistake in a path ends the run, with what may have been meant', () => {
  test.each([
    [['REDME.md'], 'REDME.md: no such file or folder; did you mean README.md?'],
    [['.gihub/README.md'], '.gihub/README.md: no such file or folder; did you mean .github?'],
    [['README.md/x'], 'README.md/x: no such file or folder'],
    [[''], 'an argument is empty: give a value, or leave it out'],
    [['hsots'], 'hsots: no such file or folder; did you mean the command hosts?'],
    [['hots'], 'hots: no such file or folder; did you mean the command hosts?'],
    [['teapot'], 'teapot: no such file or folder'],
    [['dangling.md'], 'dangling.md: a link that leads to nothing'],
    [['loop.md'], 'cannot read loop.md: too many symbolic links encountered (ELOOP)'],
    [
      ['*/README.md'],
      '*/README.md: no such file or folder; name a folder instead of a pattern, and every README below it is looked at',
    ],
    [['empty'], 'empty: no README in this folder or below it'],
    [['-', 'README.md'], '- is standard input: give it alone, without other paths'],
    [['--stdin-path', 'x.md'], '--stdin-path says where standard input belongs: add -'],
  ])('%j', async (argv, message) => {
    const folder = await project({ ...tree, 'empty/x.txt': '', 'docs/x.txt': '' })
    symlinkSync('nowhere.md', folder.join('dangling.md'))
    symlinkSync('loop.md', folder.join('loop.md'))
    expect(await lint(folder, argv)).toEqual({ code: 2, out: '', err: `readme-lint: ${message}\n` })
  })

  it('each of several mistakes on its line', async () => {
    const { err } = await lint(await project(tree), ['x1', 'README.md', 'x2'])
    expect(err.trimEnd().split('\n')).toHaveLength(2)
  })
})

describe('what the config ignores', () => {
  it('is left out, wherever the config lies', async () => {
    const config = 'readme-lint: {ignore: [b/, "**/README.md", "!a/README.md"]}\n'
    expect(await found(await project({ ...tree, 'frontdoor.yml': config }, { git: {} }), ['.'])).toEqual([
      'a/README.md',
    ])
  })

  it('starts at the folder of the config, not at the one of the README', async () => {
    const folder = await project({ ...tree, 'frontdoor.yml': 'readme-lint: {ignore: [/README.md]}\n' }, { git: {} })
    expect(await found(folder, ['README.md', 'a/README.md'].slice(1))).toEqual(['a/README.md'])
    expect(await found(folder, [])).toEqual(['.github/README.md'])
  })

  it('is told where the user has named it', async () => {
    const folder = await project({ 'README.md': clean, 'frontdoor.yml': 'readme-lint: {ignore: [README.md]}\n' })
    expect(await lint(folder, ['README.md'])).toEqual({
      code: 0,
      out: 'No problems in 0 files\n',
      err: 'readme-lint: README.md is left out by frontdoor.yml\n',
    })
  })
})
