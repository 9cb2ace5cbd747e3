import { readFileSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { listen, serve, serveRaw } from '../../src/testing-server.ts'
import { client, failure, impatient } from './client.ts'

/** Answers each request on a raw connection with these bytes; how the connection ends is up to the test. */
function bytes(text: string, end: (socket: Socket) => void = (socket) => socket.end()): (socket: Socket) => void {
  return (socket) =>
    socket.once('data', () => {
      socket.write(text)
      end(socket)
    })
}

const head = 'HTTP/1.1 200 OK\r\n'

describe('a server that', () => {
  const garbage: readonly (readonly [string, string, (socket: Socket) => void])[] = [
    ['ends before its content-length', `${head}content-length: 100\r\n\r\nshort`, (socket) => socket.end()],
    ['resets in the middle', `${head}content-length: 100\r\n\r\nshort`, (socket) => socket.resetAndDestroy()],
    ['resets at once', '', (socket) => socket.resetAndDestroy()],
    ['closes without a word', '', (socket) => socket.end()],
    ['sends chunks that are none', `${head}transfer-encoding: chunked\r\n\r\nzz\r\nno\r\n`, (socket) => socket.end()],
    ['does not speak HTTP', '220 mail.example.com ESMTP\r\n', (socket) => socket.end()],
    ['has a control character in a header', `${head}x: a\u0001b\u001b[31m\r\ncontent-length: 0\r\n\r\n`, () => {}],
    ['has 100 KB of headers', `${head}x: ${'y'.repeat(100_000)}\r\ncontent-length: 0\r\n\r\n`, () => {}],
    ['says content-length twice', `${head}content-length: 1\r\ncontent-length: 5\r\n\r\nshort`, () => {}],
    ['lies about gzip', `${head}content-encoding: gzip\r\ncontent-length: 5\r\n\r\nplain`, (socket) => socket.end()],
    ['cuts gzip short', `${head}content-encoding: gzip\r\nconnection: close\r\n\r\n\u001f`, (socket) => socket.end()],
  ]

  test.each(garbage)('%s is asked once more, then a failed connection', async (_, text, end) => {
    const server = await serveRaw(bytes(text, end))
    const { kind, message } = await failure(client().ask({ url: server.url }))
    expect(kind).toBe('connection')
    expect(message).not.toMatch(/\p{Cc}/u)
    expect(server.connections()).toBe(2)
  })

  it('never answers is given up', async () => {
    const server = await serveRaw(() => {})
    expect(await failure(client({ limits: impatient }).ask({ url: server.url }))).toMatchObject({ kind: 'timeout' })
    expect(server.connections()).toBe(1)
  })

  it('drips a byte at a time is given up, though it never pauses', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(timer))
    })
    expect(await failure(client({ limits: impatient }).ask({ url: server.url }))).toMatchObject({ kind: 'timeout' })
  })

  it('drips its headers is given up', async () => {
    const server = await serveRaw((socket) => {
      const timer = setInterval(() => socket.write('x'), 20)
      socket.on('close', () => clearInterval(timer))
      socket.write('HTTP/1.1 200 OK\r\nx: ')
    })
    expect(await failure(client({ limits: impatient }).ask({ url: server.url }))).toMatchObject({ kind: 'timeout' })
  })

  it('sends without end is cut off', async () => {
    const server = await serve((_, response) => {
      const send = (): boolean => response.write('x'.repeat(2 ** 16)) && send()
      response.on('drain', send)
      send()
    })
    const asking = client().ask({ url: server.url })
    expect(await failure(asking)).toMatchObject({ kind: 'too-large' })
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('sends a bomb of %s is cut off', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(20 * 2 ** 20))
    const server = await serve((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb))
    const asking = client().ask({ url: server.url })
    expect(await failure(asking)).toMatchObject({ kind: 'too-large' })
  })

  it('compresses three times is refused', async () => {
    const body = gzipSync(gzipSync(gzipSync('tea')))
    const headers = { 'content-encoding': 'gzip, gzip, gzip' }
    const server = await serve((_, response) => response.writeHead(200, headers).end(body))
    expect(await failure(client().ask({ url: server.url }))).toMatchObject({ kind: 'connection' })
  })

  it('refuses the connection is one failure', async () => {
    const server = await serve((_, response) => response.end())
    await server.stop()
    expect(await failure(client().ask({ url: server.url }))).toEqual({
      kind: 'connection',
      message: `127.0.0.1:${server.port} gives no proper answer: ECONNREFUSED`,
    })
  })

  it('has a certificate that nobody signed is not trusted', async () => {
    const pem = (name: string) => readFileSync(join(import.meta.dirname, name))
    const server = await listen(
      createTlsServer({ key: pem('key.pem'), cert: pem('certificate.pem') }, (_, response) => response.end('tea')),
    )
    expect(await failure(client().ask({ url: server.url.replace('http:', 'https:') }))).toEqual({
      kind: 'certificate',
      message: `127.0.0.1:${server.port} cannot be trusted: DEPTH_ZERO_SELF_SIGNED_CERT`,
    })
  })

  it('speaks plain HTTP where HTTPS is asked is not trusted', async () => {
    const server = await serve((_, response) => response.end())
    const { kind } = await failure(client().ask({ url: server.url.replace('http:', 'https:') }))
    expect(['certificate', 'connection']).toContain(kind)
  })
})

describe('a name that', () => {
  function failing(code: string): LookupFunction {
    return (_, __, callback) => callback(Object.assign(new Error('getaddrinfo'), { code }), [])
  }

  test.each([
    ['does not exist', 'ENOTFOUND', 'no-host'],
    ['cannot be resolved now', 'EAI_AGAIN', 'connection'],
  ])('%s is told apart', async (_, code, kind) => {
    const asking = client({ lookup: failing(code) }).ask({ url: 'http://tea.example/' })
    expect(await failure(asking)).toMatchObject({ kind })
  })
})

describe('all questions of a client', () => {
  it('end when its time is over', async () => {
    const server = await serveRaw(() => {})
    const http = client({ limits: { run: 100, exchange: 60_000 } })
    const kinds = await Promise.all(['/a', '/b'].map((path) => failure(http.ask({ url: server.url + path }))))
    expect(kinds.map(({ kind }) => kind)).toEqual(['timeout', 'timeout'])
  })

  it('end when it is closed', async () => {
    const server = await serveRaw(() => {})
    const http = client({ limits: { exchange: 60_000 } })
    const asking = failure(http.ask({ url: server.url }))
    await http.close()
    expect(await asking).toMatchObject({ kind: 'timeout' })
  })
})
