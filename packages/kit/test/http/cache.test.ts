import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import type { HttpSettings } from '../../src/http/client.ts'
import { fixedNow, project } from '../../src/testing.ts'
import { serve } from '../../src/testing-server.ts'
import { client, failure } from './client.ts'

/** Counts its answers; fails when told to. */
async function counting(headers: Record<string, string> = {}) {
  const state = { count: 0, status: 200 }
  const server = await serve((request, response) => {
    if (request.headers['if-none-match'] === '"tea"') return response.writeHead(304).end()
    return response.writeHead(state.status, headers).end(`cup ${++state.count}`)
  })
  return Object.assign(server, { state })
}

/** A client that is opened, asked once and closed, as in a run of its own, so many seconds after the first. */
async function askOnce(settings: Partial<HttpSettings>, url: string, seconds = 0, question = {}) {
  const http = client(settings, { now: () => new Date(fixedNow.getTime() + seconds * 1000) })
  try {
    const { body, stale } = await http.ask({ url, ttl: 100, ...question })
    return { body, stale }
  } finally {
    await http.close()
  }
}

describe('an answer that is kept', () => {
  it('serves the next run while it is good', async () => {
    const [server, { path: cache }] = [await counting(), await project()]
    expect(await askOnce({ cache }, server.url)).toEqual({ body: 'cup 1', stale: false })
    expect(await askOnce({ cache }, server.url, 50)).toEqual({ body: 'cup 1', stale: false })
    expect(await askOnce({ cache }, server.url, 101)).toEqual({ body: 'cup 2', stale: false })
  })

  it('serves once more near its end, while a new one is fetched', async () => {
    const [server, { path: cache }] = [await counting(), await project()]
    await askOnce({ cache }, server.url)
    expect(await askOnce({ cache }, server.url, 90)).toEqual({ body: 'cup 1', stale: false })
    expect(await askOnce({ cache }, server.url, 95)).toEqual({ body: 'cup 2', stale: false })
  })

  it('is asked for by its tag, and stays if it is the same', async () => {
    const [server, { path: cache }] = [await counting({ etag: '"tea"' }), await project()]
    await askOnce({ cache }, server.url)
    expect(await askOnce({ cache }, server.url, 200)).toEqual({ body: 'cup 1', stale: false })
    expect(await askOnce({ cache }, server.url, 250)).toEqual({ body: 'cup 1', stale: false })
    expect(server.asked).toHaveLength(2)
  })

  test.each([429, 500, 503])('is used when the host says %d, however old it is', async (status) => {
    const [server, { path: cache }] = [await counting(), await project()]
    await askOnce({ cache }, server.url)
    server.state.status = status
    expect(await askOnce({ cache }, server.url, 1e9)).toEqual({ body: 'cup 1', stale: true })
  })

  it('is used when the host is gone', async () => {
    const [server, { path: cache }] = [await counting(), await project()]
    await askOnce({ cache }, server.url)
    await server.stop()
    expect(await askOnce({ cache }, server.url, 1e9)).toEqual({ body: 'cup 1', stale: true })
  })

  it('from a clock that was wrong is not trusted', async () => {
    const [server, { path: cache }] = [await counting(), await project()]
    await askOnce({ cache }, server.url, 1e6)
    expect(await askOnce({ cache }, server.url)).toEqual({ body: 'cup 2', stale: false })
  })

  it('is what the caller makes of it', async () => {
    const [server, { path: cache }] = [await counting(), await project()]
    const digest = (body: string) => body.toUpperCase()
    expect(await askOnce({ cache }, server.url, 0, { digest })).toEqual({ body: 'CUP 1', stale: false })
  })

  it('of another method, header, body or person is another one', async () => {
    const server = await counting()
    const http = client()
    for (const question of [
      {},
      { headers: { accept: 'text/html' } },
      { method: 'POST' as const, body: 'a' },
      { method: 'POST' as const, body: 'b' },
      { authorization: 'Bearer one' },
      { authorization: 'Bearer two' },
    ])
      await http.ask({ url: server.url, ...question })
    expect(server.state.count).toBe(6)
  })
})

describe('the mode', () => {
  test.each<[HttpSettings['mode'], number, string]>([
    ['online', 50, 'cup 1'],
    ['online', 101, 'cup 2'],
    ['offline', 1e9, 'cup 1'],
  ])('%s after %d seconds gives %s', async (mode, seconds, body) => {
    const [server, { path: cache }] = [await counting(), await project()]
    await askOnce({ cache }, server.url)
    expect(await askOnce({ cache, mode }, server.url, seconds)).toMatchObject({ body })
  })

  it('offline makes no connection', async () => {
    const server = await counting()
    expect(await failure(client({ mode: 'offline' }).ask({ url: server.url }))).toMatchObject({ kind: 'offline' })
    expect(server.connections()).toBe(0)
  })
})

describe('equal questions at the same time', () => {
  it('are one, even if they differ in the fragment', async () => {
    const server = await counting()
    const http = client()
    const answers = await Promise.all(['', '#a', '#b'].map((hash) => http.ask({ url: `${server.url}/${hash}` })))
    expect(answers.map(({ body }) => body)).toEqual(['cup 1', 'cup 1', 'cup 1'])
  })

  it('fail together, and are asked again afterwards', async () => {
    const server = await counting()
    server.state.status = 500
    const http = client()
    const failures = await Promise.all([1, 2].map(() => failure(http.ask({ url: server.url }))))
    expect(failures.map(({ kind }) => kind)).toEqual(['server', 'server'])
    server.state.status = 200
    expect(await http.ask({ url: server.url })).toMatchObject({ body: 'cup 4' })
  })
})

describe('the folder', () => {
  test.each([
    ['is cut short', (text: string) => text.slice(0, -20)],
    ['is empty', () => ''],
    ['is null', () => 'null'],
    ['has no body', (text: string) => text.replace('"body"', '"bdoy"')],
    ['is of another form', (text: string) => text.replace('"form":1', '"form":99')],
  ])('may hold a file that %s: it is as if it were not there', async (_, spoil) => {
    const [server, { path: cache }] = [await counting(), await project()]
    await askOnce({ cache }, server.url)
    const [name = ''] = await readdir(cache)
    await writeFile(join(cache, name), spoil(await readFile(join(cache, name), 'utf8')))
    expect(await askOnce({ cache }, server.url)).toEqual({ body: 'cup 2', stale: false })
    expect(await askOnce({ cache }, server.url)).toEqual({ body: 'cup 2', stale: false })
  })

  it('may be no folder at all', async () => {
    const [server, folder] = [await counting(), await project({ file: '' })]
    expect(await askOnce({ cache: folder.join('file') }, server.url)).toEqual({ body: 'cup 1', stale: false })
  })

  it('holds what only this person may read, and nothing half written', async () => {
    const [server, folder] = [await counting(), await project()]
    const cache = folder.join('a/b')
    await askOnce({ cache }, server.url)
    const names = await readdir(cache)
    expect(names).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)])
    expect((await stat(join(cache, names[0] ?? ''))).mode & 0o777).toBe(0o600)
  })

  it('never holds what proves who asks', async () => {
    const [server, { path: cache }] = [await counting({ 'set-cookie': 'secret=1' }), await project()]
    await askOnce({ cache }, server.url, 0, { authorization: 'Bearer secret', headers: { 'x-api-key': 'secret' } })
    const [name = ''] = await readdir(cache)
    expect(name + (await readFile(join(cache, name), 'utf8'))).not.toMatch(/secret/)
  })

  it('does not grow without end', async () => {
    const [server, { path: cache }] = [await counting(), await project()]
    const old = Array.from({ length: 4050 }, (_, index) => writeFile(join(cache, `${index}.json`), '{}'))
    await Promise.all(old)
    await askOnce({ cache }, server.url)
    expect(await readdir(cache)).toHaveLength(4000)
  })

  test.each([404, 410])('keeps a %d, which is an answer', async (status) => {
    const [server, { path: cache }] = [await counting(), await project()]
    server.state.status = status
    await askOnce({ cache }, server.url)
    await askOnce({ cache }, server.url)
    expect(server.state.count).toBe(1)
  })

  test.each([400, 401, 403])('does not keep a %d', async (status) => {
    const [server, { path: cache }] = [await counting(), await project()]
    server.state.status = status
    await askOnce({ cache }, server.url)
    await askOnce({ cache }, server.url)
    expect(server.state.count).toBe(2)
  })
})
