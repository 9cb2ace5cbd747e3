import { describe, expect, it, test } from 'vitest'
import { serve } from '../../src/testing-server.ts'
import { client, failure } from './client.ts'

/** Redirects as the path says: `/301/next` leads to `/next`; everything else is tea. */
async function redirecting(hosts: readonly string[] = []) {
  return serve(({ url = '' }, response) => {
    const [, status, host, rest] = /^\/(30\d)(?:@(\d))?(\/.*)$/.exec(url) ?? []
    if (status === undefined) return response.end('tea')
    return response.writeHead(Number(status), { location: (hosts[Number(host)] ?? '') + rest }).end('elsewhere')
  })
}

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])('with %d are followed, and told', async (status) => {
    const { url } = await redirecting()
    expect(await client().ask({ url: `${url}/${status}/tea#leaf` })).toMatchObject({
      status: 200,
      body: 'tea',
      url: `${url}/tea#leaf`,
      hops: [{ status, from: `${url}/${status}/tea#leaf`, to: `${url}/tea#leaf` }],
    })
  })

  it('without a place to go are answers', async () => {
    const server = await serve((_, response) => response.writeHead(301).end())
    expect(await client().ask({ url: server.url })).toMatchObject({ status: 301, hops: [] })
  })

  test.each([
    ['in a circle', (_: number) => '/'],
    ['without end', (count: number) => `/${count}`],
  ])('%s are followed five times', async (_, next) => {
    let count = 0
    const server = await serve((_request, response) => response.writeHead(302, { location: next(++count) }).end())
    expect(await failure(client().ask({ url: server.url }))).toMatchObject({ kind: 'redirects' })
    expect(server.asked).toHaveLength(6)
  })

  test.each([
    ['file:///etc/passwd', 'refused'],
    ['data:text/plain,tea', 'refused'],
    ['ftp://example.com/', 'refused'],
    ['http://user:secret@example.com/', 'refused'],
    ['http://[', 'redirects'],
  ])('to %s are refused', async (location, kind) => {
    const server = await serve((_, response) => response.writeHead(302, { location }).end())
    const found = await failure(client().ask({ url: server.url }))
    expect(found.kind).toBe(kind)
    expect(found.message).not.toContain('secret')
  })

  it('of a query are refused, for nobody knows what is sent again', async () => {
    const { url } = await redirecting()
    const asking = client().ask({ url: `${url}/307/tea`, method: 'POST', body: '{}' })
    expect(await failure(asking)).toMatchObject({ kind: 'redirects' })
  })
})

test.each(['', '/tea', 'http://[', 'mailto:ada@example.com', 'javascript:alert(1)'])('%j is not asked', async (url) => {
  expect(await failure(client().ask({ url }))).toMatchObject({ kind: 'refused' })
})

describe('what proves who asks', () => {
  const headers = { cookie: 'secret', 'private-token': 'secret', 'x-api-key': 'secret' }
  const authorization = 'Bearer secret'

  test.each([301, 302, 303, 307, 308])('goes along with %d on the same origin only', async (status) => {
    const other = await redirecting()
    const first = await redirecting([other.url])
    const http = client()
    await http.ask({ url: `${first.url}/${status}/tea`, headers, authorization })
    expect(first.headers[1]).toMatchObject({ ...headers, authorization })
    await http.ask({ url: `${first.url}/${status}@0/tea`, headers, authorization })
    expect(other.headers).toHaveLength(1)
    expect(JSON.stringify(other.headers)).not.toContain('secret')
  })

  it('does not come back', async () => {
    const hosts: string[] = []
    const [first, other] = [await redirecting(hosts), await redirecting(hosts)]
    hosts.push(first.url, other.url)
    await client().ask({ url: `${first.url}/302@1/302@0/tea`, headers, authorization })
    expect(first.asked).toEqual(['GET /302@1/302@0/tea', 'GET /tea'])
    expect(JSON.stringify(first.headers[1])).not.toContain('secret')
  })

  it('in an address is refused', async () => {
    const found = await failure(client().ask({ url: 'http://user:secret@example.com/' }))
    expect(found).toEqual({
      kind: 'refused',
      message: 'the address on example.com holds credentials, which are not sent',
    })
  })
})
