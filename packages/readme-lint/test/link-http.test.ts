import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { project } from '@frontdoor/kit/testing'
import { listen } from '@frontdoor/kit/testing-server'
import { expect, test } from 'vitest'

const certificates = join(import.meta.dirname, '../../kit/test/http')
const cli = join(import.meta.dirname, '../src/cli.ts')

/** A site over HTTPS, and a proxy behind which every host is this site. */
async function serveSecurely(): Promise<string> {
  const [key, cert] = ['key.pem', 'certificate.pem'].map((name) => readFileSync(join(certificates, name)))
  const site = await listen(
    createTlsServer({ key, cert }, ({ url }, response) => {
      const location = url === '/back' ? { location: 'http://localhost/' } : {}
      response.writeHead(url === '/gone' ? 404 : url === '/back' ? 302 : 200, location).end()
    }),
  )
  const proxy = createServer((_, response) => response.end())
  proxy.on('connect', (_, socket) => {
    const target = connect(site.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      target.pipe(socket).pipe(target)
    })
    for (const end of [target, socket]) end.on('error', () => {})
  })
  return (await listen(proxy)).url
}

test('with --link, a host that answers over HTTPS is told, whatever it is', async () => {
  const proxy = await serveSecurely()
  const links = ['tea', 'gone', 'back'].map((path) => `[${path}](http://localhost/${path})`).join(' ')
  const folder = await project({ 'README.md': `# Larder\n\n${links}\n` })
  // Only a process of its own can be told to trust a certificate.
  const env = {
    PATH: process.env.PATH,
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
    NODE_EXTRA_CA_CERTS: join(certificates, 'certificate.pem'),
  }
  const argv = [cli, '--rule', 'link/http', '--link', '--allow-private', '--fix']
  await promisify(execFile)(process.execPath, argv, { cwd: folder.path, env })
  expect(await folder.read('README.md')).toContain(links.replace('http://localhost/tea', 'https://localhost/tea'))
})
