import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type FileTable, project, type TestProject } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import { hosts } from '../src/hosts.generated.ts'
import { faulty, lint } from './cli.ts'
import { servePreview } from './support/preview.ts'

const everyHost = hosts.map(({ name }) => name)

/** What a README may try. Each line holds one thing that no frame may have. */
const hostile = `# Tea <script>top.owned = 1</script>

<img src="x" onerror="top.owned = 1">
<a href="javascript:top.owned = 1" ping="https://evil.example/ping" target="_top">a</a> [b](javascript:top.owned) [c](vbscript:x) [d](data:text/html,x)
<iframe srcdoc="<script>top.owned = 1</script>"></iframe>
</iframe></article></body></html><script>top.owned = 1</script>
<style>* { background: url(https://evil.example/a.png) }</style>
<div style="background: url(https://evil.example/b.png)">e</div>
<div style="background: u\\72l(https://evil.example/b.png)">e</div>
<svg onload="top.owned = 1"><use href="https://evil.example/c.svg#x"/><image xlink:href="https://evil.example/d.png"/></svg>
<link rel="preload" as="image" href="https://evil.example/e.png"><link rel="dns-prefetch" href="//evil.example">
<meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">
<form action="https://evil.example/"><button formaction="https://evil.example/">f</button><input autofocus></form>
<object data="https://evil.example/f"></object><embed src="https://evil.example/g">
<table background="https://evil.example/h.png"><tr><td>g</td></tr></table>
<template shadowrootmode="open"><script>top.owned = 1</script></template>
<noscript><p title="</noscript><img src=x onerror=top.owned=1>"></noscript>

<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=top.owned=1&gt;">

![h](https://evil.example/i.png) <img src="//evil.example/j.png" srcset="https://evil.example/k.png 2x" alt="i">
<video poster="https://evil.example/l.png" src="https://evil.example/m.mp4" autoplay></video>
<div data-spot="finding-0" data-src="https://evil.example/n.png">j</div>
`

describe('what a host shows of a hostile README', () => {
  it.each(everyHost)('acts on nothing and loads nothing on %s', async (name) => {
    const { get } = await servePreview(await project({ 'README.md': hostile }), [name])
    const { html } = JSON.parse((await get(`/frames/${name}.json`)).body) as { html: string }
    // What stands outside of tags is text.
    const tags = [...html.matchAll(/<[a-z](?:"[^"]*"|[^">])*>/gi)].map(([tag]) => tag)
    expect(tags.length).toBeGreaterThan(3)
    for (const tag of tags) {
      expect(tag).not.toMatch(/^<(?:script|style|iframe|object|embed|link|meta|base|template|noscript)\b/i)
      // Values that only say something are not looked at.
      const rest = tag.replace(/ (?:alt|title|data-label)="[^"]*"/g, '')
      expect(rest).not.toMatch(/ (?:on\w+|srcdoc|ping|target|action|formaction|autofocus|background|xlink:href)=/i)
      expect(rest).not.toMatch(/="\s*(?:javascript|vbscript|data:text)/i)
      expect(rest).not.toMatch(/ (?:src|srcset|poster|style)="[^"]*evil/i)
      if (!/^<(?:a|area)\b/.test(tag)) expect(rest).not.toMatch(/ href=/i)
    }
    expect(tags.join('')).not.toContain('n.png"')
  })
})

describe('a README that is longer than anybody reads', () => {
  const long = `# Tea\n\n${'Brews tea on time, see the leaves in the cup.\n\n'.repeat(130_000)}<dfn>End</dfn>\n`

  it('is shown as far as hosts show it, or the preview looks', async () => {
    const { get } = await servePreview(await project({ 'README.md': long }), ['npm', 'pypi'])
    const { hosts, findings, rows, problem } = JSON.parse((await get('/view.json')).body)
    expect([problem, rows]).toEqual([undefined, [expect.objectContaining({ feature: 'size' })]])
    expect(hosts.map(({ notes }: { notes: string[] }) => notes)).toEqual([
      ['this README has 6,110,022 characters, and npm takes 65,536: it ends in line 2791'],
      ['this preview ends in line 21789: it looks at no more of a README'],
    ])
    expect(findings.map(({ message }: { message: string }) => message)).toContainEqual(
      expect.stringMatching(/^This README has 6,110,022 characters, and npm shows nothing behind line 2791/),
    )
    const lengths = ['npm', 'pypi'].map(
      async (host) => JSON.parse((await get(`/frames/${host}.json`)).body).html.length,
    )
    const [npm = 0, pypi = 0] = await Promise.all(lengths)
    expect([npm < 100_000, pypi > 500_000]).toEqual([true, true])
  })

  it('is marked as lost from where a host cuts it off', async () => {
    const { get } = await servePreview(await project({ 'README.md': long.slice(0, 100_000) }), ['npm'])
    const { html } = JSON.parse((await get('/frames/npm.json')).body) as { html: string }
    const [mark, ...more] = html.match(/<[^>]* data-state="[^>]*>/g) ?? []
    expect([mark, more]).toEqual([expect.stringContaining('and npm shows nothing behind line 2791: its limit is'), []])
    expect(html.length - html.indexOf(mark as string)).toBeLessThan(1000)
  })

  it('keeps its end when something in it is mended', async () => {
    const folder = await project({ 'README.md': `# Tea\n\nSee [green](green).\n\n## Green\n\n${long}` })
    const preview = await servePreview(folder, ['github'])
    const { version, findings } = JSON.parse((await preview.get('/view.json')).body)
    const index = findings.findIndex(({ rule }: { rule: string }) => rule === 'link/dead-file')
    expect((await preview.apply({ version, findings: [index] })).status).toBe(200)
    expect(await folder.read('README.md')).toBe(`# Tea\n\nSee [green](#green).\n\n## Green\n\n${long}`)
  })
})

test('a README that cannot be rendered says so in its frame', async () => {
  const { get } = await servePreview(await project({ 'README.md': '<div>'.repeat(20_000) }), ['github'])
  const { status, body } = await get('/frames/github.json')
  expect([status, JSON.parse(body).message]).toEqual([422, 'README.md: nested too deeply to be rendered'])
})

test('what is for one host only is not held against another', async () => {
  const source = '# Tea\n\n<!-- only: github -->\n\n> [!NOTE]\n> Hot.\n\n<!-- /only -->\n'
  const { get } = await servePreview(await project({ 'README.md': source }), ['github', 'npm'])
  const { findings } = JSON.parse((await get('/view.json')).body)
  expect(findings.filter(({ rule }: { rule: string }) => rule === 'host/alert')).toEqual([])
})

test('of a great many findings the first are shown, and what they are about is found', async () => {
  const links = Array.from({ length: 400 }, (_, index) => `[x](gone-${index})`).join(' ')
  const { get } = await servePreview(await project({ 'README.md': `# Tea\n\n${links}\n` }), ['npm'])
  const { findings, unseen } = JSON.parse((await get('/view.json')).body)
  expect([findings.length, findings.length + unseen >= 400]).toEqual([300, true])
  expect(JSON.parse((await get('/frames/npm.json')).body).html).toContain('finding-299')
})

describe('a place in what a host shows', () => {
  async function frameOf(name: string, files: FileTable): Promise<string> {
    const { get } = await servePreview(await project(files), [name])
    return JSON.parse((await get(`/frames/${name}.json`)).body).html
  }

  it('says what is lost there, in the words of the finding', async () => {
    const html = await frameOf('npm', { 'README.md': '# Tea\n\n> [!NOTE]\n> Hot.\n' })
    expect(html).toMatch(
      /<p data-spot="[^"]*row-0[^"]*finding-\d[^"]*" data-state="literal" data-label="alert" title="On npm this alert is a quote/,
    )
  })

  it('says it in its own words where no rule does', async () => {
    const html = await frameOf('pypi', {
      'README.md': '# Tea\n\nA <dfn>leaf</dfn>.\n',
      'frontdoor.yml': 'readme-lint: {rules: {html/dropped-tag: off}}\n',
    })
    expect(html).toContain('data-state="dropped" data-label="<dfn>" title="PyPI drops <dfn>"></span>leaf.')
  })

  it('has the files of the project for its images, where the host has', async () => {
    const files = {
      'a b.png': '',
      'README.md': '![x](<a b.png>) ![y](https://raw.githubusercontent.com/o/tea/HEAD/a%20b.png)\n',
    }
    const folder = await project(files, { git: { remote: 'https://github.com/o/tea.git' } })
    const { get } = await servePreview(folder, ['github', 'crates', 'pypi'])
    const sources = async (name: string) => {
      const { html } = JSON.parse((await get(`/frames/${name}.json`)).body) as { html: string }
      const attribute = (tag: string, wanted: string) => new RegExp(` ${wanted}="([^"]*)"`).exec(tag)?.[1] ?? ''
      return [...html.matchAll(/<img [^>]*>/g)].map(([tag]) => `${attribute(tag, 'alt')} ${attribute(tag, 'src')}`)
    }
    expect(await sources('github')).toEqual(['x files/a%20b.png', 'y files/a%20b.png'])
    expect(await sources('crates')).toEqual(['x files/a%20b.png', 'y files/a%20b.png'])
    expect(await sources('pypi')).toEqual(['x ', 'y files/a%20b.png'])
  })
})

test('a README in reStructuredText is shown, without a table', async () => {
  const folder = await project({ 'README.rst': 'Larder\n======\n\nKeeps things `fresh <https://example.com>`_.\n' })
  const readme = { file: folder.join('README.rst'), folder: folder.path }
  const { get } = await servePreview(folder, ['pypi'], { readme })
  expect(JSON.parse((await get('/view.json')).body)).toMatchObject({
    path: 'README.rst',
    rows: [],
    hosts: [{ losses: 0 }],
  })
  expect(JSON.parse((await get('/frames/pypi.json')).body).html).toContain('<a href="https://example.com">fresh</a>')
})

describe('the page as files', () => {
  const files = {
    'README.md': '# Tea\n\n![Pot](img/pot.png)\n\n</script><script>alert(1)</script> <!--\n',
    'img/pot.png': 'PNG',
    'package.json': { name: 'tea', version: '1.0.0' },
  }

  async function written(folder: TestProject, ...argv: readonly string[]): Promise<string> {
    const { code, out, err } = await lint(folder, ['preview', '--out', 'site', ...argv])
    expect([code, err]).toEqual([0, ''])
    return out
  }

  it('holds all that the page shows, and the images beside it', async () => {
    const folder = await project(files, { git: { remote: 'https://github.com/o/tea.git' } })
    expect(await written(folder)).toBe('Wrote site/index.html and 1 image\n')
    expect(await folder.read('site/files/img/pot.png')).toBe('PNG')
    const page = await folder.read('site/index.html')
    const blocks = new Map(
      [...page.matchAll(/<script type="application\/json" id="([^"]+)">(.*?)<\/script>/gs)].map(([, id, json]) => [
        id,
        JSON.parse(json ?? ''),
      ]),
    )
    expect([...blocks.keys()]).toEqual(['data-view', 'data-frame-github', 'data-frame-npm'])
    expect(blocks.get('data-view')).toMatchObject({ path: 'README.md', writable: false })
    expect(blocks.get('data-frame-github')).toContain('src="files/img/pot.png"')
    expect(page).not.toContain('name="readme-lint-server" content')
    expect(page).not.toContain('<script>alert')
    expect(page).toMatch(/default-src 'none'.*connect-src 'none'/)
  })

  it('is written again over itself, and over nothing else', async () => {
    const folder = await project(files)
    await written(folder)
    await written(folder)
    await folder.write({ 'site/index.html': '<p>mine' })
    const { code, err } = await lint(folder, ['preview', '--out', 'site'])
    expect([code, err]).toEqual([
      2,
      'readme-lint: site/index.html was not written by readme-lint; name another folder\n',
    ])
    expect(await folder.read('site/index.html')).toBe('<p>mine')
  })

  it('is made of standard input, too', async () => {
    const folder = await project({})
    const { out } = await lint(folder, ['preview', '-', '--stdin-path', 'docs/README.md', '--out', 'site'], {
      stdin: faulty,
    })
    expect(out).toBe('Wrote site/index.html\n')
    expect(await folder.read('site/index.html')).toContain('Brews tea on time.')
  })

  it('is not written where the README cannot be read', async () => {
    const folder = await project({ 'README.md': new Uint8Array([0xff]) })
    const { code, err } = await lint(folder, ['preview', '--out', 'site'])
    expect([code, err]).toEqual([
      2,
      'readme-lint: README.md:1: byte 0xff at offset 0 is not UTF-8; convert the file to UTF-8\n',
    ])
    expect(existsSync(folder.join('site'))).toBe(false)
  })
})

it.each<[string, string[], string]>([
  ['a port that is none', ['--port', 'x'], '--port x is not a port: give a number up to 65535'],
  ['a port beyond all', ['--port', '65536'], '--port 65536 is not a port: give a number up to 65535'],
  [
    'a port for files',
    ['--out', 'a', '--port', '80'],
    '--out writes files and serves nothing: leave --port and --open out',
  ],
  [
    'a browser for files',
    ['--out', 'a', '--open'],
    '--out writes files and serves nothing: leave --port and --open out',
  ],
  ['a place for what is a file', ['--stdin-path', 'a.md'], '--stdin-path says where standard input belongs: add -'],
  ['a host that is none', ['--host', 'pipy'], 'no host "pipy"; did you mean "pypi"?'],
  ['a README that is not there', ['a.md'], 'a.md: no such file or folder'],
  [
    'a README in another format',
    ['README.adoc', '--out', 'a'],
    'README.adoc: this README is AsciiDoc; Markdown and reStructuredText can be read',
  ],
])('%s is refused', async (_, argv, message) => {
  const { code, err } = await lint(await project({ 'README.md': faulty, 'README.adoc': '= Tea\n' }), [
    'preview',
    ...argv,
  ])
  expect([code, err]).toEqual([2, `readme-lint: ${message}\n`])
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it, with pages still open and much to do', async (signal) => {
  const { path } = await project({ 'README.md': '|a|b|\n|-|-|\n|`x`|y|\n\n'.repeat(4000) })
  const cli = join(import.meta.dirname, '..', 'src', 'cli.ts')
  const child = spawn(process.execPath, [cli, 'preview'], { cwd: path, env: { PATH: process.env.PATH } })
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)))
  let [out, err] = ['', '']
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const url = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => {
      out += chunk
      const found = /http:\/\/127\.0\.0\.1:\d+\/[\w-]+\//.exec(out)?.[0]
      if (found) resolve(found)
    })
  })
  const page = await fetch(`${url}events`)
  const frame = fetch(`${url}frames/github.json`).catch(() => undefined)
  await fetch(url)
  child.kill(signal)
  expect([await ended, err]).toEqual([0, ''])
  expect(out).toBe(`README.md as GitHub shows it:\n${url}\nCtrl-C ends it.\n`)
  await page.body?.cancel().catch(() => {})
  expect(await frame).toBe(undefined)
})
