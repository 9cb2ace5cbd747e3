import { rename, symlink } from 'node:fs/promises'
import { request } from 'node:http'
import { type FileTable, project } from '@frontdoor/kit/testing'
import { describe, expect, it, onTestFinished, test } from 'vitest'
import { watchReadme } from '../src/preview/watch.ts'
import { faulty } from './cli.ts'
import { type Answer, type Asking, servePreview, type TestPreview, targetIn } from './support/preview.ts'

const readme: FileTable = { 'README.md': faulty }

function messageOf({ status, body }: Answer): string {
  return `${status} ${JSON.parse(body).message}`
}

async function viewOf(preview: TestPreview): Promise<{ version: string; findings: { rule: string; fix?: object }[] }> {
  return JSON.parse((await preview.get('/view.json')).body)
}

describe('what is asked for', () => {
  it('is the page, with a policy that lets nothing in', async () => {
    const { get } = await servePreview(await project(readme))
    const { status, headers, body } = await get('/')
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src-elem .*connect-src 'self'.*frame-ancestors 'none'$/,
    )
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    expect(body).toContain('<title>readme-lint preview</title>')
  })

  it('is the view, and what each host shows', async () => {
    const { get } = await servePreview(await project(readme))
    const view = JSON.parse((await get('/view.json')).body)
    expect(view).toMatchObject({ path: 'README.md', writable: true, hosts: [{ title: 'GitHub' }, { title: 'npm' }] })
    const frame = JSON.parse((await get('/frames/npm.json')).body)
    expect(frame.version).toBe(view.version)
    expect(frame.html).toContain('Brews tea on time.')
    expect((await get('/frames/pypi.json')).status).toBe(404)
  })

  it('shows the lines of a finding, and what its fix changes', async () => {
    const { findings } = await viewOf(await servePreview(await project(readme)))
    expect(findings.find(({ rule }) => rule === 'link/dead-file')).toMatchObject({
      line: 3,
      column: 32,
      excerpt: [
        { number: 1, text: '# Tea' },
        { number: 2, text: '' },
        { number: 3, text: 'Brews tea on time. See [black](black) and [green](#green).', mark: [31, 36] },
        { number: 4, text: '' },
        { number: 5, text: '## Black' },
      ],
      fix: {
        safe: true,
        diff: [
          { kind: 'same', text: '# Tea' },
          { kind: 'same', text: '' },
          { kind: 'old', text: 'Brews tea on time. See [black](black) and [green](#green).' },
          { kind: 'new', text: 'Brews tea on time. See [black](#black) and [green](#green).' },
          { kind: 'same', text: '' },
          { kind: 'same', text: '## Black' },
        ],
      },
    })
  })

  it('says what cannot be pointed at', async () => {
    const long = `${faulty}\n<dfn>x</dfn>${'word '.repeat(6000)}\n`
    const preview = await servePreview(await project({ 'README.md': long }), ['docker-hub', 'npm'])
    const { hosts } = JSON.parse((await preview.get('/view.json')).body)
    expect(hosts.map(({ notes }: { notes: string[] }) => notes)).toEqual([
      [
        expect.stringMatching(/^this README has 30,\d+ bytes, and Docker Hub takes 25,000: it is refused as a whole$/),
        'what Docker Hub makes of HTML is not known: shown as if it were kept',
      ],
      [],
    ])
  })

  it.each(['/nothing', '/view', '/frames/', '/frames/../view.json', '/apply', '//127.0.0.1/view.json'])(
    'is nothing at %s',
    async (path) => {
      expect((await (await servePreview(await project(readme))).get(path)).status).toBe(404)
    },
  )
})

describe('a request is refused', () => {
  const foreign: [string, Asking][] = [
    ['with the name of another server', { headers: { host: 'evil.example' } }],
    ['with that name and our port', { headers: { host: 'evil.example:PORT' } }],
    ['with the name of this machine and another port', { headers: { host: 'localhost:1' } }],
    ['that starts with a good name', { headers: { host: '127.0.0.1:PORT.evil.example' } }],
    ['of another page', { headers: { origin: 'https://evil.example' } }],
    ['of a page without an origin', { headers: { origin: 'null' } }],
    ['of a page on another port of this machine', { headers: { origin: 'http://127.0.0.1:1' } }],
    ['of a page over TLS', { headers: { origin: 'https://127.0.0.1:PORT' } }],
    ['that a browser says is of another site', { headers: { 'sec-fetch-site': 'cross-site' } }],
    [
      'that a browser says is of another port',
      { headers: { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' } },
    ],
    [
      'for a frame in another page',
      { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' } },
    ],
  ]

  it.each(foreign)('%s', async (_, { headers = {} }) => {
    const { get, port } = await servePreview(await project(readme))
    const filled = Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(port))])
    for (const path of ['/', '/view.json', '/frames/npm.json', '/events', '/files/a.png']) {
      expect((await get(path, { headers: Object.fromEntries(filled) })).status).toBe(403)
    }
  })

  it.each<[string, Asking]>([
    ['by another name of this machine', { headers: { host: 'LOCALHOST:PORT' } }],
    ['by its own page', { headers: { origin: 'http://127.0.0.1:PORT', 'sec-fetch-site': 'same-origin' } }],
    ['by a hand that types the address', { headers: { 'sec-fetch-site': 'none' } }],
    [
      'by a link in another page',
      { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' } },
    ],
  ])('but not one %s', async (_, { headers = {} }) => {
    const { get, port } = await servePreview(await project(readme))
    const filled = Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(port))])
    expect((await get('/', { headers: Object.fromEntries(filled) })).status).toBe(200)
  })

  it.each(['PUT', 'DELETE', 'OPTIONS', 'POST'])('that is a %s of what can only be read', async (method) => {
    const answer = await (await servePreview(await project(readme))).get('/view.json', { method })
    expect(messageOf(answer)).toBe('405 Only GET is answered here')
    expect(answer.headers.allow).toBe('GET, HEAD')
  })
})

describe('another user of this machine', () => {
  it.each(['/', '/view.json', '/frames/npm.json', '/events', '/files/img/a.png', `/${'A'.repeat(22)}/`, '/é'])(
    'sees nothing at %s',
    async (path) => {
      const answer = await (await servePreview(await project(readme))).ask(encodeURI(path))
      expect(messageOf(answer)).toMatch(/^403 Open the whole address that readme-lint printed/)
    },
  )

  it('writes nothing', async () => {
    const folder = await project(readme)
    const preview = await servePreview(folder)
    const { version, findings } = await viewOf(preview)
    const body = JSON.stringify({ version, findings: findings.map((_, index) => index) })
    const headers = { 'content-type': 'application/json' }
    expect((await preview.ask('/apply', { method: 'POST', headers, body })).status).toBe(403)
    expect(await folder.read('README.md')).toBe(faulty)
  })

  it('can enter by nothing that a command line has shown', async () => {
    const preview = await servePreview(await project(readme))
    const { pathname } = new URL(preview.urlToOpen())
    expect((await preview.ask(pathname, { method: 'HEAD' })).status).toBe(403)
    const first = await preview.ask(pathname)
    expect([first.status, first.headers.location]).toEqual([303, new URL(preview.url).pathname])
    expect((await preview.ask(pathname)).status).toBe(403)
    expect((await preview.ask(first.headers.location as string)).body).toContain('<title>readme-lint preview</title>')
  })

  it('finds another word at each start', async () => {
    const [one, two] = [await servePreview(await project(readme)), await servePreview(await project(readme))]
    expect(new URL(one.url).pathname).not.toBe(new URL(two.url).pathname)
  })
})

describe('a file of the project', () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'
  const files = { ...readme, 'img/a b.svg': drawing, 'secret.txt': 'secret', '.env': 'secret', 'img/page.html': '<p>' }

  it('is shown where it is an image, as one that runs nothing', async () => {
    const { status, headers, body } = await (await servePreview(await project(files))).get('/files/img/a%20b.svg')
    expect([status, body, headers['content-type']]).toEqual([200, drawing, 'image/svg+xml'])
    expect(headers['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
  })

  it.each([
    'secret.txt',
    '.env',
    'README.md',
    'img/page.html',
    'img',
    'img/',
    'img/none.svg',
    '../outside.svg',
    'img/../../outside.svg',
    '%2e%2e/outside.svg',
    '..%2foutside.svg',
    '%2e%2e%2foutside.svg',
    'img/..%2f..%2foutside.svg',
    '..\\outside.svg',
    '..%5coutside.svg',
    '/etc/passwd.svg',
    '%2fetc%2fpasswd.svg',
    'img/a%20b.svg%00.svg',
    '%',
    'img%',
    'link-out.svg',
    'folder-out/outside.svg',
    'link-secret.svg/../secret.txt',
  ])('is not shown by %s', async (path) => {
    const around = await project({ 'outside.svg': '<svg/>', 'inner/README.md': faulty })
    const { get } = await servePreview({
      ...around,
      path: around.join('inner'),
      join: (name) => around.join(`inner/${name}`),
    })
    await around.write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`inner/${name}`, text])))
    await symlink(around.join('outside.svg'), around.join('inner/link-out.svg'))
    await symlink(around.path, around.join('inner/folder-out'))
    const { status, body } = await get(`/files/${path}`)
    expect([status, body]).toEqual([404, '{"message":"There is nothing here"}'])
  })

  it('is shown through a link that stays inside', async () => {
    const folder = await project(files)
    await symlink('img/a b.svg', folder.join('b.svg'))
    expect((await (await servePreview(folder)).get('/files/b.svg')).body).toBe(drawing)
  })
})

describe('a fix', () => {
  it('is written to the file', async () => {
    const folder = await project(readme)
    const preview = await servePreview(folder)
    const { version, findings } = await viewOf(preview)
    const index = findings.findIndex(({ rule }) => rule === 'link/dead-file')
    expect(messageOf(await preview.apply({ version, findings: [index] }))).toBe('200 Written')
    expect(await folder.read('README.md')).toBe(faulty.replace('(black)', '(#black)'))
    expect((await viewOf(preview)).findings.map(({ rule }) => rule)).not.toContain('link/dead-file')
  })

  it('is written with others where they leave each other room', async () => {
    const folder = await project({ 'README.md': `${faulty}\nAnd [it](black).\n` })
    const preview = await servePreview(folder)
    const { version, findings } = await viewOf(preview)
    const all = findings.flatMap(({ fix }, index) => (fix ? [index] : []))
    await preview.apply({ version, findings: all })
    expect(await folder.read('README.md')).toBe(`${faulty}\nAnd [it](black).\n`.replaceAll('(black)', '(#black)'))
  })

  it.each<[string, Asking, string]>([
    ['as a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, '415 Send application/json'],
    ['as text', { headers: { 'content-type': 'text/plain' } }, '415 Send application/json'],
    ['by another page', { headers: { origin: 'https://evil.example' } }, '403 This preview answers to its own page'],
    ['that is no JSON', { body: '{' }, '400 This is not JSON'],
    ['that says nothing', { body: '{}' }, '400 Say which findings'],
    ['that is null', { body: 'null' }, '400 Say which findings'],
    ['that names no numbers', { body: '{"version":"","findings":["0"]}' }, '400 Say which findings'],
    ['of another version', { body: '{"version":"0","findings":[0]}' }, '409 README.md was changed meanwhile'],
    ['that is too long', { body: ' '.repeat(70_000) }, '413 More than 65536 bytes'],
  ])('is refused %s', async (_, asking, message) => {
    const folder = await project(readme)
    const preview = await servePreview(folder)
    expect(messageOf(await preview.apply({}, asking))).toContain(message)
    expect(await folder.read('README.md')).toBe(faulty)
  })

  it.each([[[]], [[-1]], [[99]]])('that is none (%j) changes nothing', async (findings) => {
    const folder = await project(readme)
    const preview = await servePreview(folder)
    const { version } = await viewOf(preview)
    expect(messageOf(await preview.apply({ version, findings }))).toBe('422 There is nothing to mend in this')
  })

  it('is refused where the file was changed, and what was written there stays', async () => {
    const folder = await project(readme)
    const preview = await servePreview(folder)
    const { version, findings } = await viewOf(preview)
    await folder.write({ 'README.md': `${faulty}More.\n` })
    const index = findings.findIndex(({ fix }) => fix)
    expect(messageOf(await preview.apply({ version, findings: [index] }))).toBe(
      '409 README.md was changed by something else meanwhile; run again. Nothing was written',
    )
    expect(await folder.read('README.md')).toBe(`${faulty}More.\n`)
    const now = await viewOf(preview)
    expect(messageOf(await preview.apply({ version: now.version, findings: [index] }))).toBe('200 Written')
  })

  it('of standard input has no file to go to', async () => {
    const folder = await project(readme)
    const preview = await servePreview(folder, ['npm'], { text: faulty })
    const { version, findings } = await viewOf(preview)
    const index = findings.findIndex(({ fix }) => fix)
    expect(messageOf(await preview.apply({ version, findings: [index] }))).toContain(
      '422 This text came from standard input',
    )
    expect(await folder.read('README.md')).toBe(faulty)
  })
})

test('a page hears of changes to the README, of what replaces it, and of a manifest', async () => {
  const folder = await project(readme)
  const { url, changed, get } = await servePreview(folder)
  onTestFinished(watchReadme(targetIn(folder, []).readme.file, [folder.path], changed))
  const heard = await listen(url)
  const shown = async (path: string, text: string) => {
    while (!(await get(path)).body.includes(text)) await heard('change')
  }
  await folder.write({ 'README.md': '# Other\n' })
  await shown('/frames/npm.json', 'Other')
  await folder.write({ 'README.md.new': '# Third\n' })
  await rename(folder.join('README.md.new'), folder.join('README.md'))
  await shown('/frames/npm.json', 'Third')
  await folder.write({ 'package.json': { name: 'tea', version: '1.0.0' } })
  await shown('/view.json', 'top/title-matches-package')
})

test('a README that cannot be read is told, and comes back', async () => {
  const folder = await project(readme)
  const { get, desk, apply } = await servePreview(folder)
  await folder.write({ 'README.md': new Uint8Array([0xff, 0x41]) })
  desk.changed()
  const { problem, hosts } = JSON.parse((await get('/view.json')).body)
  expect([problem, hosts]).toEqual(['README.md:1: byte 0xff at offset 0 is not UTF-8; convert the file to UTF-8', []])
  expect((await get('/frames/npm.json')).status).toBe(404)
  expect(messageOf(await apply({ version: '', findings: [] }))).toContain('409 README.md:1: byte 0xff')
  await folder.write(readme)
  desk.changed()
  expect(JSON.parse((await get('/view.json')).body).problem).toBe(undefined)
})

test('the server ends, with pages still open', async () => {
  const { url, stop, get } = await servePreview(await project(readme))
  const heard = await listen(url)
  await stop()
  await heard('end')
  await expect(get('/')).rejects.toThrow('ECONNREFUSED')
})

/** Opens the stream of events. What is returned waits for the next one of a name that nobody has waited for yet. */
async function listen(url: string): Promise<(name: 'change' | 'end') => Promise<void>> {
  const unheard = { change: 0, end: 0 }
  let wake = () => {}
  const tell = (name: keyof typeof unheard) => {
    unheard[name]++
    wake()
  }
  await new Promise<void>((resolve, reject) => {
    const stream = request(`${url}events`, { agent: false }, (response) => {
      onTestFinished(() => void stream.destroy())
      response.on('data', (chunk: Buffer) => (chunk.includes('event: change') ? tell('change') : resolve()))
      response.on('close', () => tell('end'))
      response.on('error', () => {})
    })
    stream.on('error', reject)
    stream.end()
  })
  return async (name) => {
    while (unheard[name] === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    unheard[name] = 0
  }
}
