import { loadProject } from '@frontdoor/kit/project/load'
import { project } from '@frontdoor/kit/testing'
import { describe, expect, test } from 'vitest'
import { type Host, isCertain, type State } from '../src/host.ts'
import { hosts } from '../src/hosts.generated.ts'
import { findHost, showingsOf } from '../src/hosts.ts'
import { reachedOn } from '../src/shown/anchors.ts'
import { attributeState, tagState } from '../src/shown/html-filter.ts'
import { addressState, relativeUses } from '../src/shown/relative.ts'
import { factsOf } from '../src/shown/stale.ts'
import { read } from './support/document.ts'

/** What a host makes of `<tag>` or `<tag attribute="value">`. */
const html: Readonly<Record<string, readonly [markup: string, state: State][]>> = {
  'artifact-hub': [
    ['<img>', 'dropped'],
    ['<img src="https://a.example/b.png">', 'dropped'],
  ],
  bitbucket: [
    ['<details>', 'unknown'],
    ['<img width="1">', 'unknown'],
  ],
  forgejo: [
    ['<center>', 'dropped'],
    ['<picture>', 'dropped'],
    ['<video controls="">', 'kept'],
    ['<video loop="">', 'dropped'],
    ['<td style="color: red">', 'kept'],
    ['<div style="color: red">', 'dropped'],
  ],
  gitea: [
    ['<center>', 'kept'],
    ['<picture>', 'kept'],
    ['<source srcset="https://a.example/b.png">', 'kept'],
    ['<iframe>', 'dropped'],
    ['<video loop="">', 'kept'],
    ['<div style="color: red">', 'kept'],
    ['<input type="text">', 'dropped'],
    ['<a onclick="x">', 'dropped'],
  ],
  crates: [
    ['<picture>', 'kept'],
    ['<video>', 'dropped'],
    ['<p align="center">', 'kept'],
    ['<details open="">', 'dropped'],
  ],
  'docker-hub': [
    ['<details>', 'unknown'],
    ['<img width="1">', 'unknown'],
  ],
  'docs-rs': [
    ['<details>', 'dropped'],
    ['<p align="center">', 'dropped'],
  ],
  github: [
    ['<kbd>', 'kept'],
    ['<u>', 'dropped'],
    ['<details open="">', 'kept'],
    ['<p style="color: red">', 'dropped'],
    ['<video>', 'unknown'],
  ],
  gitlab: [
    ['<dfn>', 'kept'],
    ['<center>', 'dropped'],
    ['<a name="x">', 'kept'],
    ['<a id="x">', 'dropped'],
    ['<div id="x">', 'dropped'],
    ['<p style="color: red">', 'dropped'],
    ['<td style="text-align: center">', 'kept'],
    ['<a href="ssh://a.example">', 'kept'],
    ['<a rel="me">', 'dropped'],
    ['<picture>', 'dropped'],
    ['<video>', 'dropped'],
    ['<input>', 'dropped'],
    ['<section>', 'kept'],
    ['<iframe>', 'dropped'],
  ],
  hackage: [
    ['<details>', 'unknown'],
    ['<img width="1">', 'unknown'],
  ],
  hex: [
    ['<details>', 'kept'],
    ['<picture>', 'dropped'],
    ['<td align="left">', 'kept'],
    ['<img align="right">', 'dropped'],
    ['<a id="x">', 'dropped'],
    ['<h2 id="x">', 'kept'],
  ],
  jsr: [
    ['<video>', 'kept'],
    ['<picture>', 'dropped'],
    ['<p id="x">', 'kept'],
    ['<details open="">', 'dropped'],
  ],
  npm: [
    ['<kbd>', 'kept'],
    ['<u>', 'dropped'],
    ['<p align="center">', 'kept'],
    ['<p style="color: red">', 'dropped'],
    ['<picture>', 'unknown'],
  ],
  npmx: [
    ['<button>', 'kept'],
    ['<video>', 'dropped'],
    ['<details open="">', 'kept'],
    ['<img align="right">', 'kept'],
    ['<a name="x">', 'dropped'],
    ['<a href="ftp://a.example">', 'dropped'],
  ],
  nuget: [
    ['<img>', 'literal'],
    ['<img src="https://a.example/b.png">', 'literal'],
  ],
  'open-vsx': [
    ['<p aria-label="x">', 'kept'],
    ['<p data-x="y">', 'kept'],
    ['<center>', 'kept'],
    ['<iframe>', 'dropped'],
    ['<p style="color: red">', 'kept'],
    ['<a onclick="x">', 'dropped'],
  ],
  packagist: [
    ['<details>', 'kept'],
    ['<div>', 'dropped'],
    ['<h1 align="center">', 'kept'],
    ['<img align="right">', 'dropped'],
  ],
  'pkg-go-dev': [
    ['<source>', 'kept'],
    ['<kbd>', 'dropped'],
    ['<details open="">', 'kept'],
    ['<img alt="License: MIT">', 'dropped'],
    ['<img alt="License MIT">', 'kept'],
    ['<source srcset="a.png 1x, b.png 2x">', 'dropped'],
  ],
  pub: [
    ['<kbd>', 'kept'],
    ['<center>', 'dropped'],
    ['<details open="">', 'kept'],
    ['<p style="color: red">', 'dropped'],
    ['<img src="https://a.example/b.png">', 'kept'],
    ['<a href="ftp://a.example">', 'dropped'],
  ],
  pypi: [
    ['<picture>', 'kept'],
    ['<source>', 'dropped'],
    ['<style>', 'literal'],
    ['<center>', 'dropped'],
    ['<img width="100">', 'kept'],
    ['<td width="10">', 'dropped'],
    ['<details open="">', 'dropped'],
    ['<a href="https://a.example">', 'kept'],
    ['<a href="ftp://a.example">', 'dropped'],
  ],
  'read-the-docs': [
    ['<iframe>', 'kept'],
    ['<p style="color: red">', 'kept'],
  ],
  'vscode-marketplace': [
    ['<video>', 'kept'],
    ['<picture>', 'dropped'],
    ['<img align="left">', 'kept'],
    ['<details open="">', 'dropped'],
  ],
}

/** What becomes of a link and an image that are relative, where the manifest names the repository. */
const relative: Readonly<Record<string, readonly [link: State, image: State]>> = {
  'artifact-hub': ['broken', 'broken'],
  bitbucket: ['kept', 'kept'],
  forgejo: ['kept', 'kept'],
  gitea: ['kept', 'kept'],
  crates: ['rewritten', 'rewritten'],
  'docker-hub': ['broken', 'broken'],
  'docs-rs': ['broken', 'broken'],
  github: ['kept', 'kept'],
  gitlab: ['kept', 'kept'],
  hackage: ['broken', 'broken'],
  hex: ['rewritten', 'rewritten'],
  jsr: ['rewritten', 'rewritten'],
  npm: ['rewritten', 'rewritten'],
  npmx: ['rewritten', 'rewritten'],
  nuget: ['broken', 'broken'],
  'open-vsx': ['rewritten', 'rewritten'],
  packagist: ['rewritten', 'rewritten'],
  'pkg-go-dev': ['rewritten', 'rewritten'],
  pub: ['rewritten', 'rewritten'],
  pypi: ['broken', 'broken'],
  'read-the-docs': ['broken', 'broken'],
  'vscode-marketplace': ['rewritten', 'rewritten'],
}

/** Which of the links to `# What's new`, its slug elsewhere, and `<a id="x">` lead somewhere. */
const anchors: Readonly<Record<string, readonly string[] | undefined>> = {
  'artifact-hub': ['what-s-new'],
  bitbucket: undefined,
  forgejo: ['whats-new', 'x'],
  gitea: ['whats-new', 'x'],
  crates: [],
  'docker-hub': undefined,
  'docs-rs': [],
  github: ['whats-new', 'x'],
  gitlab: ['whats-new'],
  hackage: undefined,
  hex: ['whats-new'],
  jsr: ['whats-new', 'x'],
  npm: ['whats-new', 'x'],
  npmx: ['whats-new'],
  nuget: ['whats-new'],
  'open-vsx': ['x'],
  packagist: ['whats-new', 'x'],
  'pkg-go-dev': ['what-s-new'],
  pub: ['whats-new', 'x'],
  pypi: ['whats-new'],
  'read-the-docs': ['what-s-new', 'x'],
  'vscode-marketplace': ['whats-new', 'x'],
}

describe.each([...hosts])('$title', (host) => {
  test('keeps, drops or shows tags and attributes', () => {
    const cases = html[host.name] ?? []
    expect(cases.map(([markup]) => [markup, stateOf(host, markup)])).toEqual(cases)
    expect(cases.some(([markup]) => markup.includes(' ')) && cases.some(([markup]) => !markup.includes(' '))).toBe(true)
  })

  test('has anchors of its own', () => {
    const document = read(`Tea.\n\n# What's new\n\n<a id="x"></a>\n`)
    const reached = reachedOn(host, document)
    const tried = ['whats-new', 'what-s-new', 'x']
    expect(reached && tried.filter((anchor) => reached({ anchor, html: false }))).toEqual(anchors[host.name])
  })

  test('says where and when each fact was read', () => {
    for (const [name, { source, date }] of factsOf(host)) {
      expect({ name, source, date }).toEqual({
        name,
        source: expect.stringMatching(/\S{4}/),
        date: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      })
    }
  })
})

test('hosts take relative addresses where they can', async () => {
  const { path: folder } = await project(
    { 'README.md': '', 'a.md': '', 'b.png': '' },
    { git: { remote: 'https://github.com/ada/tea.git' } },
  )
  const facts = await loadProject({ env: {} }, folder)
  const readme = { document: read('[a](a.md) ![b](b.png)'), project: facts, path: 'README.md' }
  const uses = (['link', 'image'] as const).flatMap((kind) => relativeUses(readme, kind))
  const states = hosts.map((host) => [host.name, uses.map(({ link }) => addressState({ host }, link, facts))])
  expect(Object.fromEntries(states)).toEqual(relative)
})

test.each([
  ['https://codeberg.org/ada/tea.git', 'forgejo'],
  ['https://forgejo.example.org/ada/tea.git', 'forgejo'],
  ['https://gitea.com/ada/tea.git', 'gitea'],
  ['https://gitea.example.org/ada/tea.git', 'gitea'],
])('a repository at %s is shown by %s', async (remote, name) => {
  const { path } = await project({ 'README.md': '' }, { git: { remote } })
  const showings = showingsOf(await loadProject({ env: {} }, path), 'README.md')
  expect(showings.map(({ host }) => host.name)).toEqual([name])
})

test('every host has its row in the tables', () => {
  const names = hosts.map(({ name }) => name)
  for (const table of [html, relative, anchors]) expect(Object.keys(table).sort()).toEqual(names.toSorted())
})

test('what vsce and NuGet refuse, which makes errors and warnings, was read in their code', () => {
  for (const { images } of hosts) {
    for (const fact of [images?.http, images?.svg, images?.trusted])
      expect(fact === undefined || isCertain(fact)).toBe(true)
  }
})

test.each([
  ['pypi', 'pypi'],
  ['PyPI', 'pypi'],
  ['crates.io', 'crates'],
  ['pkg.go.dev', 'pkg-go-dev'],
  ['vsce', 'vscode-marketplace'],
  ['Docker Hub', 'docker-hub'],
  ['Codeberg', 'forgejo'],
  ['MyST', 'read-the-docs'],
  ['npmx.dev', 'npmx'],
  ['vscode-editor', 'vscode-marketplace'],
])('--host %s means %s', (text, name) => {
  expect(findHost(text).name).toBe(name)
})

test('a host that is not there is told with the nearest one', () => {
  expect(() => findHost('pipy')).toThrow('no host "pipy"; did you mean "pypi"?')
  expect(() => findHost('somewhere else')).toThrow(/^no host "somewhere else"; there are artifact-hub, /)
})

function stateOf(host: Host, markup: string): State {
  const [tag] = read(`text ${markup}`).tags
  const [attribute] = tag?.attributes ?? []
  if (!tag) throw new Error(`${markup} is no tag`)
  return attribute ? attributeState(host, tag, attribute) : tagState(host, tag.name)
}
