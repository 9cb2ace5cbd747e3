import { chmod, stat, symlink } from 'node:fs/promises'
import { project, type TestProject } from '@frontdoor/kit/testing'
import { expect, test } from 'vitest'
import { lint } from '../cli.ts'

const readme = '# Tea\n\nPress <kbd>Enter</kbd>, see [the guide](docs/guide.md).\n'
const onGo =
  '<h3 class="h1" id="readme-tea">Tea</h3>\n<p>Press Enter, see <a href="https://github.com/o/tea/blob/HEAD/docs/guide.md">the guide</a>.</p>\n'

function tea(files = {}): Promise<TestProject> {
  return project(
    { 'README.md': readme, 'docs/guide.md': '', ...files },
    { git: { remote: 'https://github.com/o/tea' } },
  )
}

const render = (folder: TestProject, ...argv: string[]) =>
  lint(folder, ['render', '--host', 'pkg.go.dev', '--as', 'html', ...argv])

test('prints the README as a place shows it', async () => {
  expect(await render(await tea())).toEqual({ code: 0, out: onGo, err: '' })
})

test('writes a file, and leaves one that is right alone', async () => {
  const folder = await tea()
  expect(await render(folder, '-o', 'out.html')).toEqual({ code: 0, out: '', err: '' })
  expect(await folder.read('out.html')).toBe(onGo)
  const { mtimeMs } = await stat(folder.join('out.html'))
  await render(folder, '--output', 'out.html')
  expect((await stat(folder.join('out.html'))).mtimeMs).toBe(mtimeMs)
})

test('--check compares a file and writes none', async () => {
  const folder = await tea({ 'old.html': '<p>Cold</p>\n' })
  await render(folder, '-o', 'out.html')
  expect(await render(folder, '-o', 'out.html', '--check')).toEqual({ code: 0, out: '', err: '' })
  const { code, out, err } = await render(folder, '-o', 'old.html', '--check')
  expect({ code, err }).toEqual({
    code: 1,
    err: 'readme-lint: old.html is not what would be written; run without --check to write it\n',
  })
  expect(out).toContain('-<p>Cold</p>\n+<h3 class="h1" id="readme-tea">Tea</h3>\n')
  expect(await folder.read('old.html')).toBe('<p>Cold</p>\n')
  expect(await render(folder, '-o', 'new.html', '--check')).toMatchObject({
    code: 1,
    err: 'readme-lint: new.html is not there; run without --check to write it\n',
  })
  await expect(stat(folder.join('new.html'))).rejects.toThrow('ENOENT')
})

test('reads standard input as the file that it stands for', async () => {
  const folder = await tea()
  const ran = await lint(folder, ['render', '-', '--stdin-path', 'docs/README.md', '--host', 'npm', '--as', 'html'], {
    stdin: '[x](guide.md)',
  })
  expect(ran).toEqual({
    code: 0,
    out: '<p><a href="https://github.com/o/tea/blob/HEAD/docs/guide.md">x</a></p>\n',
    err: '',
  })
})

test('reads reStructuredText', async () => {
  const folder = await project({ 'README.rst': 'Tea\n===\n\nSee `the guide <https://a.example>`_.\n' })
  const { out } = await lint(folder, ['render', '--host', 'pypi', '--as', 'html'])
  expect(out).toContain('<p>See <a href="https://a.example">the guide</a>.</p>')
})

test.each([
  ['no place', [], 'name the place to render for: --host npm'],
  ['two places', ['--host', 'npm', '--host', 'pypi'], 'one place at a time: --host was given 2 times (npm, pypi)'],
  ['a place that nobody knows', ['--host', 'pipy'], 'no host "pipy"; did you mean "pypi"?'],
  [
    'a file of reStructuredText',
    ['--host', 'npm', '--output', 'out.rst'],
    '--output out.rst: what is written is Markdown, not reStructuredText; name another file',
  ],
  ['nothing to compare with', ['--host', 'npm', '--check'], '--check compares with a file: name it with --output'],
  ['a README that is not there', ['TEA.md', '--host', 'npm'], 'TEA.md: no such file or folder'],
  [
    'another format',
    ['README.adoc', '--host', 'npm'],
    'README.adoc: this README is AsciiDoc; Markdown and reStructuredText can be read',
  ],
  [
    'the README itself',
    ['--host', 'npm', '-o', 'README.md'],
    'README.md is the README itself: name another file with --output',
  ],
  [
    'the README by another name',
    ['--host', 'npm', '-o', 'link.md'],
    'README.md is the README itself: name another file with --output',
  ],
  ['a folder', ['--host', 'npm', '-o', 'docs'], 'docs is not a regular file'],
  [
    'a path without standard input',
    ['--host', 'npm', '--stdin-path', 'a.md'],
    '--stdin-path says where standard input belongs: add -',
  ],
  [
    'a tag for what has none',
    ['--host', 'npm', '--as', 'html', '--ref', 'v1'],
    '--ref is about addresses in Markdown: leave out --as html',
  ],
  [
    'another form',
    ['--host', 'npm', '--as', 'pdf'],
    "option '--as <form>' argument 'pdf' is invalid. Allowed choices are markdown, html; see readme-lint render --help",
  ],
])('refuses %s', async (_, argv, message) => {
  const folder = await tea({ 'README.adoc': '= Tea\n' })
  await symlink('README.md', folder.join('link.md'))
  const ran = await lint(folder, ['render', ...argv])
  expect(ran).toEqual({ code: 2, out: '', err: `readme-lint: ${message}\n` })
  expect(await folder.read('README.md')).toBe(readme)
})

const forPypi = '# Tea\n\nPress <kbd>Enter</kbd>, see [the guide](https://github.com/o/tea/blob/v2/docs/guide.md).\n'

test('a link that was made for the anchors of a host is found alive there', async () => {
  const folder = await project({ 'README.md': '# Tea\n\n[Cooks](#%E2%80%8D-cooks)\n\n## 👩‍🍳 Cooks\n' })
  const { out } = await lint(folder, ['render', '--host', 'crates.io'])
  expect(out).toContain('(#user-content--cooks)')
  await folder.write({ 'README.crates.md': out })
  const rendered = ['README.crates.md', '--rule', 'link/dead-anchor']
  expect(await lint(folder, [...rendered, '--host', 'crates.io'])).toMatchObject({ code: 0 })
  expect(await lint(folder, [...rendered, '--host', 'npm'])).toMatchObject({ code: 1 })
})

test('by itself it makes a README, with addresses at a tag, which it finds to be right', async () => {
  const folder = await tea()
  const pypi = ['render', '--host', 'pypi', '--ref', 'v2', '-o', 'README.pypi.md']
  expect(await lint(folder, pypi)).toEqual({ code: 0, out: '', err: '' })
  expect(await folder.read('README.pypi.md')).toBe(forPypi)
  expect(await lint(folder, [...pypi, '--check'])).toEqual({ code: 0, out: '', err: '' })
  const { code } = await lint(folder, ['README.pypi.md', '--host', 'pypi', '--max-warnings', '9'])
  expect(code).toBe(0)
})

test('tells with line and column what could not be carried over', async () => {
  const folder = await tea({ 'README.md': '# Tea\n\n![Cup](https://example.com/cup.png)\n' })
  expect(await lint(folder, ['render', '--host', 'nuget'])).toEqual({
    code: 0,
    out: '# Tea\n\nCup\n',
    err: 'readme-lint: README.md:3:1: The image https://example.com/cup.png is left out, since NuGet refuses it: "Cup" stands in its place\n',
  })
})

test('refuses markers that are not in order, and writes nothing', async () => {
  const folder = await tea({ 'README.md': '# Tea\n\n<!-- only: pypi -->\n' })
  const ran = await lint(folder, ['render', '--host', 'pypi', '-o', 'out.md'])
  expect(ran).toEqual({
    code: 2,
    out: '',
    err: 'readme-lint: README.md:3:1: This region is never closed: add <!-- /only --> where it ends\n',
  })
  await expect(stat(folder.join('out.md'))).rejects.toThrow('ENOENT')
})

test('a README.rst is not made into another one', async () => {
  const folder = await project({ 'README.rst': 'Tea\n===\n' })
  expect(await lint(folder, ['render', '--host', 'pypi'])).toEqual({
    code: 2,
    out: '',
    err: 'readme-lint: README.rst: a README.rst can be rendered with --as html only\n',
  })
})

test('a file that may not be written keeps its text', async () => {
  const folder = await tea({ 'out.html': 'old' })
  await chmod(folder.join('out.html'), 0o444)
  if (process.getuid?.() === 0) return
  expect(await render(folder, '-o', 'out.html')).toMatchObject({ code: 2 })
  expect(await folder.read('out.html')).toBe('old')
})

test.each([
  [
    'npm',
    'Tea. '.repeat(14_000),
    'README.md: this README has 70,000 characters, and npm takes 65,536: it ends in line 1',
  ],
  [
    'docker-hub',
    'Tea. '.repeat(6_000),
    'README.md: this README has 30,000 bytes, and Docker Hub takes 25,000: it is refused as a whole',
  ],
  ['nuget', '![x](https://a.example/b.png)', 'README.md: NuGet refuses an image: https://a.example/b.png'],
  [
    'npm',
    'a $x^2$ <picture></picture>',
    'README.md: what npm makes of math and <picture> is not known: shown as if it were kept',
  ],
])('tells on standard error what %s makes of it', async (host, text, told) => {
  const folder = await tea({ 'README.md': text })
  const { code, err } = await lint(folder, ['render', '--host', host, '--as', 'html'])
  expect({ code, err }).toEqual({ code: 0, err: `readme-lint: ${told}\n` })
})
