import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '@frontdoor/kit/cli'
import { type FileTable, memoryIo, project } from '@frontdoor/kit/testing'
import { expect, test } from 'vitest'
import { program } from '../src/program.ts'

const pyproject = `[project]
name = "larder"
version = "1.0.0"
readme = "README.rst"
urls = { Source = "https://github.com/octo-org/larder", Documentation = "https://larder.dev/docs" }
`

const readme = `Larder
======

.. image:: logo.png
   :alt: Larder

Keeps tea and jam in order. See the docs_.

.. _docs: docs/Guide.md

Install
-------

\`\`pip install larder\`\`, then ask in the \`issues <https://github.com/octo-org/larder/issues>\`_.
`

const files = { 'pyproject.toml': pyproject, 'docs/guide.md': '# Guide\n', 'logo.png': 'x' }

async function lint(table: FileTable, ...argv: string[]) {
  const { path } = await project(table)
  const io = memoryIo({ cwd: path })
  const code = await run(program, argv, io)
  const out = io.stdout.text
  return { code, out, err: io.stderr.text, text: await readFile(join(path, 'README.rst'), 'utf8') }
}

async function rulesIn(source: string, more: FileTable = files) {
  const { out } = await lint({ ...more, 'README.rst': source }, '--format', 'json')
  const { files: reports } = JSON.parse(out) as { files: { findings: { rule: string }[] }[] }
  return reports.flatMap(({ findings }) => findings.map(({ rule }) => rule))
}

test('a README.rst is found and read', async () => {
  expect(await rulesIn(readme)).toEqual(
    expect.arrayContaining(['top/source-link', 'link/dead-file', 'host/relative-image']),
  )
})

test('what its links, sections and images say is seen', async () => {
  const complete = readme
    .replace('docs/Guide.md', 'https://larder.dev/docs/')
    .replace('logo.png', 'https://larder.dev/logo.png')
    .replace('docs_.', 'docs_ and the `source <https://github.com/octo-org/larder>`_.')
  expect(await rulesIn(complete)).toEqual([])
})

test('--fix changes addresses and nothing else', async () => {
  const { text } = await lint({ ...files, 'README.rst': readme }, '--fix')
  expect(text).toBe(
    readme
      .replace('docs/Guide.md', 'https://github.com/octo-org/larder/blob/HEAD/docs/guide.md')
      .replace('logo.png', 'https://raw.githubusercontent.com/octo-org/larder/HEAD/logo.png'),
  )
})

test('--fix --unsafe writes no Markdown', async () => {
  const source = 'Larder\n======\n\nKeeps tea and jam in order.\n'
  const funded = {
    ...files,
    '.github/FUNDING.yml': 'github: octo-org\n',
    LICENSE: 'MIT License\n',
    'README.rst': source,
  }
  const { text, out } = await lint(funded, '--fix', '--unsafe')
  expect(out).toContain('sponsor/missing')
  expect(text).toBe(source)
})

test('rules that do not speak of reStructuredText do not apply, and say so when asked', async () => {
  const source = `${readme}\n<details>\n\nTea\n`
  expect(await rulesIn(source)).not.toContain('details/unbalanced')
  const { out, code } = await lint({ 'README.rst': source }, '--rule', 'details/unbalanced')
  expect({ out, code }).toEqual({ out: 'No problems in 1 file\n', code: 0 })
  expect((await lint({ 'README.rst': source }, 'explain', 'details/unbalanced')).out).toContain(
    'Does not apply to reStructuredText.',
  )
})

test('a comment switches rules off', async () => {
  const marked = readme.replace(
    '.. _docs',
    '.. readme-lint-disable-next-line link/dead-file, host/relative-link\n.. _docs',
  )
  expect(await rulesIn(marked)).not.toContain('link/dead-file')
})

test('a comment that switches nothing off is told', async () => {
  expect(await rulesIn(`${readme}\n.. readme-lint-disable image/alt\n`)).toContain('suppress/unused')
})

test('a text that is too long is refused with exit code 2', async () => {
  const { code, err } = await lint({ 'README.rst': 'Tea '.repeat(600_000) })
  expect(code).toBe(2)
  expect(err).toBe('readme-lint: README.rst: 2400000 characters, more than the 2097152 that are read; split it\n')
})

test('a table of contents and names of sections lead to the sections, with the anchors that docutils makes', async () => {
  const source = [
    'Larder\n======\n\n.. contents::\n   :depth: 2\n\nSee Tea_, 食器 and `Jam & lids`_.\n',
    'Tea\n---\n\n.. contents:: Kinds of *tea*\n   :local:\n\nGreen `tea <https://tea.dev>`_\n~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n',
    'Jam & lids\n----------\n\nJam.\n\n.. contents::\n   :local:\n',
  ].join('\n')
  const { out } = await lint({ ...files, 'README.rst': source }, 'render', '--host', 'pypi', '--as', 'html')
  expect(out).toMatchInlineSnapshot(`
    "<h1 id="user-content-larder">Larder</h1>
    <nav class="contents"><p class="topic-title">Contents</p><ul class="simple"><li><p><a href="#user-content-larder">Larder</a></p><ul class="simple"><li><p><a href="#user-content-tea">Tea</a></p></li><li><p><a href="#user-content-jam-lids">Jam &amp; lids</a></p></li></ul></li></ul></nav>
    <p>See <a href="#user-content-tea">Tea</a>, 食器 and <a href="#user-content-jam-lids">Jam &amp; lids</a>.</p>
    <h2 id="user-content-tea">Tea</h2>
    <nav class="contents"><p>Kinds of <em>tea</em></p><ul class="simple"><li><p><a href="#user-content-green-tea">Green tea</a></p></li></ul></nav>
    <h3 id="user-content-green-tea">Green <a href="https://tea.dev">tea</a></h3>
    <h2 id="user-content-jam-lids">Jam &amp; lids</h2>
    <p>Jam.</p>

    "
  `)
})

test('headings are as deep as their sections on PyPI; on GitHub, what stands there alone is the title', async () => {
  const source = 'Tea\n===\n\nJam\n===\n\nLids\n----\n'
  const headings = async (host: string) => {
    const { out } = await lint({ ...files, 'README.rst': source }, 'render', '--host', host, '--as', 'html')
    return out.match(/<h\d/g)
  }
  expect(await headings('pypi')).toEqual(['<h1', '<h1', '<h2'])
  expect(await headings('github')).toEqual(['<h2', '<h2', '<h3'])
})
