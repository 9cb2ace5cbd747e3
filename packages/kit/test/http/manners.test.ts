import { setTimeout as passing } from 'node:timers/promises'
import { describe, expect, it, test } from 'vitest'
import { retryAfter } from '../../src/http/retry-after.ts'
import { serve } from '../../src/testing-server.ts'
import { client, failure } from './client.ts'

const now = new Date('2026-01-02T03:04:05Z')

describe('how long a host asks to wait', () => {
  test.each<[string, Record<string, string>, number | undefined]>([
    ['seconds', { 'retry-after': '120' }, 120_000],
    ['parts of a second', { 'retry-after': '0.5' }, 500],
    ['less than nothing', { 'retry-after': '-5' }, 0],
    ['thirty years', { 'retry-after': '1000000000' }, 1e12],
    ['a date', { 'retry-after': 'Fri, 02 Jan 2026 03:05:05 GMT' }, 60_000],
    ['a date in the past', { 'retry-after': 'Fri, 02 Jan 2025 03:05:05 GMT' }, 0],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['nothing', {}, undefined],
    ['a reset of GitHub', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767323105' }, 60_000],
    [
      'a reset that does not matter yet',
      { 'x-ratelimit-remaining': '5', 'x-ratelimit-reset': '1767323105' },
      undefined,
    ],
  ])('%s', (_, headers, delay) => {
    expect(retryAfter({ headers }, now)).toBe(delay)
  })
})

/** Answers with each of the statuses in turn, and then with 200. */
async function serveStatuses(statuses: readonly number[], headers: Record<string, string> = {}) {
  const left = [...statuses]
  return serve((_, response) => {
    const status = left.shift() ?? 200
    response.writeHead(status, status === 200 ? {} : headers).end(status === 200 ? 'tea' : '<h1>sorry</h1>')
  })
}

describe('a host that fails', () => {
  test.each([500, 502, 503, 504])('with %d is asked three times', async (status) => {
    const server = await serveStatuses([status, status])
    expect(await client().ask({ url: server.url })).toMatchObject({ status: 200, body: 'tea' })
    const down = await serveStatuses([status, status, status])
    expect(await failure(client().ask({ url: down.url }))).toEqual({
      kind: 'server',
      message: `127.0.0.1:${down.port} fails with status ${status}`,
    })
  })

  it('with 404 says something, and is asked once', async () => {
    const server = await serveStatuses([404])
    expect(await client().ask({ url: server.url })).toMatchObject({ status: 404 })
    expect(server.asked).toEqual(['GET /'])
  })

  it('many times is left alone, and says the same to whoever asks meanwhile', async () => {
    const server = await serve((_, response) => response.destroy())
    const http = client()
    const failures = []
    for (const path of ['/a', '/b', '/c', '/d', '/e'])
      failures.push(await failure(http.ask({ url: server.url + path })))
    expect(failures.map(({ kind }) => kind)).toEqual(Array(5).fill('connection'))
    expect(server.asked).toHaveLength(5)
  })

  it('is asked again after its pause', async () => {
    let down = true
    const server = await serve((_, response) => (down ? response.destroy() : response.end('tea')))
    const http = client({ limits: { pause: 1 } })
    for (const path of ['/a', '/b', '/c']) await failure(http.ask({ url: server.url + path }))
    down = false
    await passing(20)
    expect(await http.ask({ url: server.url })).toMatchObject({ body: 'tea' })
  })
})

describe('a host that is asked too often', () => {
  test.each([
    ['429', 429, { 'retry-after': '0.05' }],
    ['503', 503, { 'retry-after': '0.05' }],
    ['403 of GitHub', 403, { 'retry-after': '0.05' }],
  ])('and says so with %s is asked again when it likes', async (_, status, headers) => {
    const server = await serveStatuses([status], headers)
    expect(await client().ask({ url: server.url })).toMatchObject({ status: 200, body: 'tea' })
  })

  test.each([
    ['a long time', { 'retry-after': '3600' }],
    ['no time at all', {}],
    ['a reset far away', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' }],
  ])('and names %s is given up, for all questions', async (_, headers) => {
    const server = await serveStatuses([429], headers)
    const http = client({ limits: { wait: 1000 } })
    expect(await failure(http.ask({ url: server.url }))).toEqual({
      kind: 'rate-limited',
      message: `127.0.0.1:${server.port} asks to be asked less often`,
    })
    expect(await failure(http.ask({ url: `${server.url}/other` }))).toMatchObject({ kind: 'rate-limited' })
    expect(server.asked).toEqual(['GET /'])
  })

  it('and forbids for another reason says something', async () => {
    const server = await serveStatuses([403])
    expect(await client().ask({ url: server.url })).toMatchObject({ status: 403 })
  })
})

describe('a busy client', () => {
  it('asks a host few things at a time', async () => {
    let [open, most] = [0, 0]
    const server = await serve((_, response) => {
      most = Math.max(most, ++open)
      setTimeout(() => {
        open--
        response.end()
      }, 20)
    })
    const http = client({ limits: { perHost: 2 } })
    await Promise.all(Array.from({ length: 9 }, (_, index) => http.ask({ url: `${server.url}/${index}` })))
    expect([most, server.asked.length]).toEqual([2, 9])
  })

  it('asks all hosts together few things at a time', async () => {
    let [open, most] = [0, 0]
    const listener: Parameters<typeof serve>[0] = (_, response) => {
      most = Math.max(most, ++open)
      setTimeout(() => {
        open--
        response.end()
      }, 20)
    }
    const servers = await Promise.all([serve(listener), serve(listener), serve(listener)])
    const http = client({ limits: { together: 2 } })
    await Promise.all(servers.flatMap(({ url }) => [http.ask({ url }), http.ask({ url: `${url}/b` })]))
    expect(most).toBe(2)
  })

  it('says who it is', async () => {
    const server = await serve((_, response) => response.end())
    await client({ agent: 'frontdoor/1.0' }).ask({ url: server.url })
    expect(server.headers[0]).toMatchObject({ 'user-agent': 'frontdoor/1.0', 'accept-encoding': 'gzip, br' })
  })
})
