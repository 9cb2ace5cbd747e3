import { run } from '@frontdoor/kit/cli'
import { memoryIo, project } from '@frontdoor/kit/testing'
import { serve } from '@frontdoor/kit/testing-server'
import { describe, expect, it, test } from 'vitest'
import { program } from '../src/program.ts'
import { serveWeb } from './support/web.ts'

const readme = (url: string) => `# Larder\n\nKeeps recipes in files. See the [manual](${url}).\n`

interface World {
  readonly env?: Record<string, string>
  readonly allowPrivate?: boolean
}

/** Lints a README with this address in it, by the rules that ask the network. */
async function lint(url: string, argv: readonly string[] = ['--link'], world: World = {}) {
  const folder = await project({ 'README.md': readme(url) })
  const io = memoryIo({ cwd: folder.path, env: world.env ?? {} })
  const rules = ['--rule', 'link/dead-url', '--rule', 'link/redirect']
  const leave = world.allowPrivate === false ? [] : ['--allow-private']
  const code = await run(program, [...argv, ...(argv.includes('--link') ? [...rules, ...leave] : [])], io)
  return { code, out: io.stdout.text, err: io.stderr.text }
}

describe('without --link', () => {
  it('nothing is asked', async () => {
    const server = await serveWeb()
    expect((await lint(`${server.url}/gone`, [])).out).not.toContain('link/dead-url')
    expect(server.connections()).toBe(0)
  })

  it('a rule that needs it is refused', async () => {
    expect(await lint('http://127.0.0.1/', ['--rule', 'link/dead-url'])).toEqual({
      code: 2,
      out: '',
      err: 'readme-lint: link/dead-url asks the network: give --link, too\n',
    })
  })

  it('a comment that suppresses such a rule is not called unused', async () => {
    const text = `${readme('http://127.0.0.1/')}\n<!-- readme-lint-disable-file link/dead-url -->\n`
    const io = memoryIo({ cwd: (await project({ 'README.md': text })).path })
    await run(program, [], io)
    expect(io.stdout.text).not.toContain('suppress/unused')
  })
})

describe('an address', () => {
  test.each(['/gone', '/closed', '/manual#coffee', '/moved/gone'])('with %s is dead', async (path) => {
    const { url } = await serveWeb()
    const { code, out } = await lint(url + path)
    expect([code, out.includes('link/dead-url')]).toEqual([1, true])
  })

  test.each(['/wall', '/robots', '/busy', '/broken', '/moved/wall'])(
    'with %s may be alive for a reader',
    async (path) => {
      const { url } = await serveWeb()
      const { code, err, out } = await lint(url + path)
      expect([code, out]).toEqual([0, 'No problems in 1 file\n'])
      expect(err).toContain(`readme-lint: nothing is known of 1 address: ${url}${path} (`)
    },
  )

  it('whose host does not answer may be alive, too', async () => {
    const server = await serve((_, response) => response.end())
    await server.stop()
    const { code, err } = await lint(server.url)
    expect([code, err.includes('ECONNREFUSED')]).toEqual([0, true])
  })

  it('is not known to be dead where no host at all is found, as on a machine without a network', async () => {
    // No name server is asked for a name with an empty part.
    const { code, err, out } = await lint('http://larder..town/manual')
    expect([code, out]).toEqual([0, 'No problems in 1 file\n'])
    expect(err).toContain('nothing is known of 1 address: http://larder..town/manual (there is no host larder..town)')
  })

  it('in a private network is not visited', async () => {
    const server = await serveWeb()
    const { code, err } = await lint(`${server.url}/gone`, ['--link'], { allowPrivate: false })
    expect([code, err.includes('127.0.0.1 is in a private network')]).toEqual([0, true])
    expect(server.connections()).toBe(0)
  })

  it('is asked for with HEAD, and again with GET where nothing is found', async () => {
    const server = await serveWeb()
    await lint(`${server.url}/no-head`)
    expect(server.asked).toEqual(['HEAD /no-head', 'GET /no-head'])
  })

  it('is visited once, however often it is written and by whatever rules', async () => {
    const server = await serveWeb()
    await lint(`${server.url}/tea) and again [here](${server.url}/tea`)
    expect(server.asked).toEqual(['HEAD /tea'])
  })

  it('that the config ignores is not visited', async () => {
    const server = await serveWeb()
    const config = { 'readme-lint': { rules: { 'link/dead-url': { ignore: [server.url] } } } }
    const folder = await project({ 'README.md': readme(`${server.url}/gone`), 'frontdoor.json': config })
    const argv = ['--link', '--allow-private', '--rule', 'link/dead-url']
    expect(await run(program, argv, memoryIo({ cwd: folder.path }))).toBe(0)
    expect(server.connections()).toBe(0)
  })

  it('in the own repository is no finding where the repository is hidden from strangers', async () => {
    const proxy = await serve((_, response) => response.writeHead(404).end())
    const files = {
      'README.md': readme('http://git.larder.town:8080/tea/larder/issues'),
      'package.json': { name: 'larder', repository: 'http://git.larder.town:8080/tea/larder.git' },
    }
    const io = memoryIo({ cwd: (await project(files)).path, env: { HTTP_PROXY: proxy.url } })
    expect(await run(program, ['--link', '--rule', 'link/dead-url'], io)).toBe(0)
    expect(proxy.asked.length).toBeGreaterThan(0)
  })
})

describe('what was found', () => {
  it('is kept for the next run, and for one that is offline', async () => {
    const [server, { path: cache }] = [await serveWeb(), await project()]
    const env = { FRONTDOOR_CACHE: cache }
    const first = await lint(`${server.url}/gone`, ['--link'], { env })
    const asked = server.asked.length
    expect(await lint(`${server.url}/gone`, ['--link'], { env })).toEqual(first)
    expect(await lint(`${server.url}/gone`, ['--link', '--offline'], { env })).toEqual(first)
    expect([first.code, server.asked.length]).toEqual([1, asked])
  })

  it('is nothing for a run that is offline and has nothing kept', async () => {
    const server = await serveWeb()
    const { code, err } = await lint(`${server.url}/gone`, ['--link', '--offline'])
    expect([code, err.includes('nothing is kept of it')]).toEqual([0, true])
    expect(server.connections()).toBe(0)
  })
})
