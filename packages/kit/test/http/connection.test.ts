import { readFileSync } from 'node:fs'
import { createServer, type ServerOptions } from 'node:https'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { describe, expect, it, test } from 'vitest'
import type { Connection } from '../../src/http/exchange.ts'
import { listen, serve } from '../../src/testing-server.ts'
import { client, failure } from './client.ts'

const pem = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')
const cert = pem('certificate.pem')
const key = pem('key.pem')

/** A server that nobody but its owner trusts; it says whether it trusts who asks. */
async function secret(options: ServerOptions = {}): Promise<string> {
  const server = await listen(
    createServer({ key, cert, ...options }, ({ socket }, response) =>
      response.end((socket as TLSSocket).authorized ? 'well known' : 'somebody'),
    ),
  )
  return server.url.replace('http:', 'https:')
}

describe('a host with a certificate of its own', () => {
  test.each<[string, Connection | undefined, string]>([
    ['is not trusted', undefined, 'certificate'],
    ['is trusted where its authority is named', { ca: cert }, 'somebody'],
    ['is trusted where certificates do not count', { trustsAll: true }, 'somebody'],
  ])('%s', async (_, connection, expected) => {
    const asking = client({ connection }).ask({ url: await secret() })
    if (expected === 'certificate') expect(await failure(asking)).toMatchObject({ kind: expected })
    else expect(await asking).toMatchObject({ body: expected })
  })

  it('knows who shows one, too', async () => {
    const url = await secret({ requestCert: true, ca: cert })
    expect(await client({ connection: { ca: cert, client: { cert, key } } }).ask({ url })).toMatchObject({
      body: 'well known',
    })
    // With TLS 1.3 it hangs up after the handshake.
    const { kind } = await failure(client({ connection: { ca: cert } }).ask({ url }))
    expect(['certificate', 'connection']).toContain(kind)
  })
})

describe('a proxy that is named', () => {
  it('is asked in place of that of the environment', async () => {
    const [named, other] = await Promise.all(
      ['named', 'other'].map((name) => serve((_, response) => response.end(name))),
    )
    const env = { HTTP_PROXY: other?.url ?? '' }
    const ask = async (connection: Connection): Promise<string> =>
      (await client({ connection }, { env }).ask({ url: 'http://tea.example/' })).body
    expect(await ask({ proxy: named?.url ?? '' })).toBe('named')
    expect(await ask({ noProxy: 'larder.example' })).toBe('other')
  })

  it.each<[string, Connection]>([
    ['with an empty name is none', { proxy: '' }],
    ['is passed by for hosts that are asked without one', { noProxy: '127.0.0.1' }],
  ])('%s', async (_, connection) => {
    const [proxy, target] = [await serve((__, r) => r.end('proxy')), await serve((__, r) => r.end('direct'))]
    const http = client({ connection }, { env: { HTTP_PROXY: proxy.url } })
    expect(await http.ask({ url: target.url })).toMatchObject({ body: 'direct' })
  })
})
