import { createServer } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it, test } from 'vitest'
import { listen, serve } from '../../src/testing-server.ts'
import { client, failure } from './client.ts'

/** A proxy that answers plain HTTP itself and tunnels the rest. */
async function proxying() {
  const seen: string[] = []
  const server = createServer(({ url = '', headers }, response) => {
    seen.push(`${url} ${headers['proxy-authorization'] ?? ''}`.trim())
    response.end('through the proxy')
  })
  server.on('connect', ({ url = '', headers }, socket) => {
    seen.push(`CONNECT ${url} ${headers['proxy-authorization'] ?? ''}`.trim())
    const [host, port] = url.split(':')
    const target = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      target.pipe(socket).pipe(target)
    })
    for (const end of [target, socket]) end.on('error', () => {})
  })
  return Object.assign(await listen(server), { seen })
}

describe('a proxy', () => {
  test.each(['http_proxy', 'HTTP_PROXY'])('from %s is asked for plain HTTP', async (name) => {
    const proxy = await proxying()
    const http = client({}, { env: { [name]: proxy.url } })
    expect(await http.ask({ url: 'http://tea.example/green' })).toMatchObject({ body: 'through the proxy' })
    expect(proxy.seen).toEqual(['http://tea.example/green'])
  })

  test.each(['https_proxy', 'HTTPS_PROXY'])('from %s opens a tunnel for HTTPS', async (name) => {
    const [proxy, target] = [await proxying(), await serve((_, response) => response.end())]
    const http = client({}, { env: { [name]: proxy.url } })
    // What stands behind the tunnel speaks no TLS; that it is reached is enough.
    await failure(http.ask({ url: `https://127.0.0.1:${target.port}/` }))
    expect(proxy.seen[0]).toBe(`CONNECT 127.0.0.1:${target.port}`)
  })

  test.each(['127.0.0.1', '*', 'example.com,127.0.0.1'])('is passed by for NO_PROXY=%s', async (list) => {
    const [proxy, target] = [await proxying(), await serve((_, response) => response.end('direct'))]
    const http = client({}, { env: { HTTP_PROXY: proxy.url, NO_PROXY: list } })
    expect(await http.ask({ url: target.url })).toMatchObject({ body: 'direct' })
    expect(proxy.seen).toEqual([])
  })

  it('gets its credentials, and no message has them', async () => {
    const proxy = await proxying()
    const address = proxy.url.replace('//', '//ada:s3cret@')
    await client({}, { env: { HTTP_PROXY: address } }).ask({ url: 'http://tea.example/' })
    expect(proxy.seen).toEqual([`http://tea.example/ Basic ${btoa('ada:s3cret')}`])
    await proxy.stop()
    const found = await failure(client({}, { env: { HTTP_PROXY: address } }).ask({ url: 'http://tea.example/' }))
    expect(found).toEqual({ kind: 'connection', message: 'tea.example gives no proper answer: ECONNREFUSED' })
  })

  it('may be written without a scheme', async () => {
    const proxy = await proxying()
    const http = client({}, { env: { HTTP_PROXY: `127.0.0.1:${proxy.port}` } })
    expect(await http.ask({ url: 'http://tea.example/' })).toMatchObject({ body: 'through the proxy' })
  })

  it('is not taken from HTTP_PROXY in a CGI script, where a request can set it', async () => {
    const [proxy, target] = [await proxying(), await serve((_, response) => response.end('direct'))]
    const http = client({}, { env: { HTTP_PROXY: proxy.url, REQUEST_METHOD: 'GET' } })
    expect(await http.ask({ url: target.url })).toMatchObject({ body: 'direct' })
  })

  it('that is no address is told', async () => {
    const http = client({}, { env: { HTTP_PROXY: 'http://ada:s3cret@[' } })
    await expect(http.ask({ url: 'http://tea.example/' })).rejects.toThrow('HTTP_PROXY is not the address of a proxy')
  })
})
