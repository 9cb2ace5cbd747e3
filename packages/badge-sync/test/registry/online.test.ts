import { project } from '@frontdoor/kit/testing'
import { serve, type TestServer } from '@frontdoor/kit/testing-server'
import { describe, expect, it, test } from 'vitest'
import { type Synced, sync } from '../blocks/run.ts'

type Body = string | object

/** A registry that knows these packages, by the paths that are asked for. */
function registry(documents: Readonly<Record<string, Body>>, status = 404): Promise<TestServer> {
  return serve((request, response) => {
    const found = documents[request.url ?? '']
    if (found === undefined) return response.writeHead(status).end('{"error":"not found"}')
    return response.end(typeof found === 'string' ? found : JSON.stringify(found))
  })
}

function npmDocument(deprecated?: string): object {
  return { 'dist-tags': { latest: '1.2.0' }, versions: { '1.2.0': { ...(deprecated && { deprecated }) } } }
}

const npmBadge = (name: string): string =>
  `[![npm version](https://img.shields.io/npm/v/${name})](https://www.npmjs.com/package/${name})`

interface World {
  readonly env?: Readonly<Record<string, string>>
  readonly argv?: readonly string[]
  readonly files?: Parameters<typeof project>[0]
}

async function online(readme: string, { env = {}, argv = [], files = {} }: World): Promise<Synced> {
  const home = await project()
  const personal = { HOME: home.path, npm_config_globalconfig: home.join('none'), FRONTDOOR_CACHE: home.join('cache') }
  return sync(readme, { argv: ['--check', '--online', ...argv], env: { ...personal, ...env }, files })
}

describe('packages that a README names', () => {
  it('are not asked for where nobody said so', async () => {
    const { url, asked } = await registry({})
    await sync(npmBadge('larder'), { argv: ['--check'], env: { npm_config_registry: url } })
    expect(asked).toStrictEqual([])
  })

  it('are fine where the registry has them', async () => {
    const { url, asked } = await registry({ '/larder': npmDocument(), '/@tea%2fcup': npmDocument() })
    const readme = `${npmBadge('larder')}\n\n\`\`\`sh\n$ npm install -D larder @tea/cup@2\n\`\`\`\n`
    const { code, out } = await online(readme, { env: { npm_config_registry: `${url}/` } })
    expect([code, out]).toStrictEqual([0, expect.stringContaining('No problems')])
    expect(asked.toSorted()).toStrictEqual(['GET /@tea%2fcup', 'GET /larder'])
  })

  it('are told of where the registry does not have them, as advice', async () => {
    const { url } = await registry({})
    const readme = `# Larder\n\n${npmBadge('larder')}\n\n\`\`\`sh\nnpm install larder\n\`\`\`\n`
    const { code, out } = await online(readme, { env: { npm_config_registry: url } })
    const { host } = new URL(url)
    expect(code).toBe(0)
    expect(out).toContain(`README.md:3:17  info  This badge shows nothing: ${host} has no package larder`)
    expect(out).toContain(`README.md:6:13  info  This command cannot work: ${host} has no package larder`)
  })

  it('are taken out with their badge by --unsafe', async () => {
    const { url } = await registry({ '/larder': npmDocument() })
    const argv = ['--unsafe', '--online']
    const readme = `# Larder\n\n${npmBadge('larder')}\n${npmBadge('larder-cli')}\n`
    const { readme: written } = await sync(readme, { argv, env: { npm_config_registry: url } })
    expect(written).toBe(`# Larder\n\n${npmBadge('larder')}\n`)
  })

  it('are not asked for where their name would be another path', async () => {
    const { url, asked } = await registry({})
    await online('![x](https://img.shields.io/npm/v/%2e%2e%2fadmin) ![x](https://img.shields.io/npm/v/a%3Fb)', {
      env: { npm_config_registry: url },
    })
    // Of the project's own package alone.
    expect(asked).toStrictEqual(['GET /larder'])
  })

  it('are told of where they were renamed, with the new name', async () => {
    const documents = {
      '/larder': npmDocument('This package has been renamed to @tea/larder. See the\u001B[31m site.'),
    }
    const { url } = await registry({ ...documents, '/@tea%2flarder': npmDocument() })
    const env = { npm_config_registry: url }
    const { out } = await online(npmBadge('larder'), { env })
    expect(out).toContain(
      'nobody should begin to use larder: This package has been renamed to @tea/larder. See the [31m site.; name @tea/larder',
    )
    const { readme } = await sync(npmBadge('larder'), {
      argv: ['--unsafe', '--online'],
      env,
      files: { 'package.json': {} },
    })
    expect(readme).toBe(npmBadge('@tea/larder'))
  })

  test.each<[string, string, Body, string | undefined]>([
    [
      'PyPI',
      'pypi',
      { info: { version: '1.0', yanked: true, yanked_reason: 'broken' } },
      'its last release was yanked: broken',
    ],
    [
      'PyPI',
      'pypi',
      { info: { version: '1.0', classifiers: ['Development Status :: 7 - Inactive'] } },
      'its status is Inactive',
    ],
    ['PyPI', 'pypi', { info: { version: '1.0', yanked: false } }, undefined],
    [
      'crates.io',
      'crates',
      { crate: { max_stable_version: null, max_version: '0.0.0' } },
      'all of its versions are yanked',
    ],
    ['crates.io', 'crates', { crate: { max_stable_version: '1.0.0' } }, undefined],
    ['Packagist', 'packagist', { package: { abandoned: 'tea/pot', versions: {} } }, 'it is abandoned; name tea/pot'],
    ['RubyGems', 'rubygems', { version: '1.0.0' }, undefined],
    [
      'Hex',
      'hex',
      { latest_stable_version: '1.0.0', retirements: { '1.0.0': { reason: 'security', message: 'old' } } },
      'its last release is retired: old',
    ],
    [
      'pub.dev',
      'pub',
      { latest: { version: '1.0.0' }, isDiscontinued: true, replacedBy: 'pot' },
      'it is discontinued; name pot',
    ],
    ['JSR', 'jsr', { latest: '1.0.0', versions: { '1.0.0': {}, '0.9.0': { yanked: true } } }, undefined],
    ['JSR', 'jsr', { latest: null, versions: { '1.0.0': { yanked: true } } }, 'all of its versions are yanked'],
    ['Maven Central', 'maven', '<metadata><versioning><release>1.0.0</release></versioning></metadata>', undefined],
    ['Docker Hub', 'docker', { name: 'larder', namespace: 'tea' }, undefined],
    ['a proxy of Go', 'go', { Version: 'v1.0.0' }, undefined],
  ])('are asked for at %s', async (_, ecosystem, document, says) => {
    const names: Readonly<Record<string, string>> = {
      packagist: 'tea/larder',
      jsr: '@tea/larder',
      maven: 'town.larder.tea/larder',
      docker: 'tea/larder',
      go: 'github.com/Tea/larder.svg',
    }
    const name = names[ecosystem] ?? 'larder'
    const paths = {
      pypi: '/pypi/larder/json',
      crates: '/api/v1/crates/larder',
      packagist: '/packages/tea/larder.json',
      rubygems: '/api/v1/gems/larder.json',
      hex: '/api/packages/larder',
      pub: '/api/packages/larder',
      jsr: '/@tea/larder/meta.json',
      maven: '/town/larder/tea/larder/maven-metadata.xml',
      docker: '/v2/namespaces/tea/repositories/larder',
      go: '/github.com/!tea/larder/@latest',
    }
    const badges = {
      pypi: 'pypi/v',
      crates: 'crates/v',
      packagist: 'packagist/v',
      rubygems: 'gem/v',
      hex: 'hexpm/v',
      pub: 'pub/v',
      jsr: 'jsr/v',
      maven: 'maven-central/v',
      docker: 'docker/pulls',
      go: '',
    }
    const path = paths[ecosystem as keyof typeof paths]
    const { url, asked } = await registry({ [path]: document })
    const env = { [`FRONTDOOR_${ecosystem.toUpperCase()}_URL`]: url }
    const kind = badges[ecosystem as keyof typeof badges]
    const host = kind === '' ? 'https://pkg.go.dev/badge' : `https://img.shields.io/${kind}`
    const badge = `![version](${host}/${name})`
    const { out } = await online(badge, { env })
    expect(asked).toStrictEqual([`GET ${path}`])
    if (says === undefined) expect(out).not.toContain('badge/published')
    else expect(out).toContain(`nobody should begin to use ${name}: ${says}`)
  })
})

describe('a package of NuGet', () => {
  const badge = '![version](https://img.shields.io/nuget/v/Tea.Larder)'

  /** A feed as its index describes it. */
  async function feed(entries: readonly object[]): Promise<TestServer> {
    const items = [{ upper: '1.0.0', items: entries.map((catalogEntry) => ({ catalogEntry })) }]
    const server: TestServer = await serve(({ url }, response) => {
      const resources = [
        { '@type': 'SearchQueryService', '@id': 'https://search.example' },
        { '@type': 'RegistrationsBaseUrl', '@id': `${server.url}/old/` },
        { '@type': ['RegistrationsBaseUrl/3.6.0', 'x'], '@id': `${server.url}/known/` },
      ]
      if (url === '/v3/index.json') return response.end(JSON.stringify({ resources }))
      if (url === '/known/tea.larder/index.json') return response.end(JSON.stringify({ items }))
      return response.writeHead(404).end()
    })
    return server
  }

  test.each<[string, readonly object[], string | undefined]>([
    ['is fine', [{ version: '1.0.0' }, { version: '1.1.0-beta', deprecation: { reasons: ['Legacy'] } }], undefined],
    [
      'is told of where it is deprecated, with what to use',
      [{ version: '1.0.0', deprecation: { reasons: ['Legacy'], alternatePackage: { id: 'Tea.Pot' } } }],
      'to use Tea.Larder: Legacy; name Tea.Pot',
    ],
    [
      'is told of where nothing is listed',
      [{ version: '1.0.0', listed: false }],
      'to use Tea.Larder: all of its versions are unlisted',
    ],
    ['is fine where its versions stand on other pages', [], undefined],
  ])('%s', async (_, entries, says) => {
    const { url, asked } = await feed(entries)
    const { out } = await online(badge, { env: { FRONTDOOR_NUGET_URL: `${url}/v3/index.json` } })
    expect(asked).toStrictEqual(['GET /v3/index.json', 'GET /known/tea.larder/index.json'])
    if (says === undefined) expect(out).not.toContain('badge/published')
    else expect(out).toContain(says)
  })

  it('is not spoken of where what answers is no feed', async () => {
    const { url } = await registry({ '/v3/index.json': { resources: [] } })
    const { out } = await online(badge, { env: { FRONTDOOR_NUGET_URL: `${url}/v3/index.json` } })
    expect(out).toContain('It is not known whether there is a package Tea.Larder')
  })
})

describe('a module of Go', () => {
  const install = '```sh\ngo install github.com/tea/larder/v2/cmd/tea@latest\n```\n'

  it.each<[string, string, string]>([
    ['is that of the nearest path above', '/github.com/tea/larder/v2/@latest', ''],
    [
      'is missing where no path above has one',
      '/github.com/tea/other/@latest',
      'has no module github.com/tea/larder/v2/cmd/tea',
    ],
  ])('%s', async (_, path, says) => {
    const { url, asked } = await registry({ [path]: { Version: 'v2.0.0' } })
    const { out } = await online(install, { env: { GOPROXY: `${url},direct` } })
    expect(out.includes('badge/published')).toBe(says !== '')
    expect(out).toContain(says)
    expect(asked.at(0)).toBe('GET /github.com/tea/larder/v2/cmd/tea/@latest')
    expect(asked.at(-1)).toBe(`GET /github.com/tea/larder${says === '' ? '/v2' : ''}/@latest`)
  })

  it.each<[string, Readonly<Record<string, string>>]>([
    ['no proxy is to be asked', { GOPROXY: 'direct' }],
    ['it is private', { GOPRIVATE: 'example.com,github.com/t*' }],
    ['it is not for proxies', { GOPRIVATE: 'example.com', GONOPROXY: 'github.com/tea/larder' }],
  ])('is not asked for where %s', async (_, env) => {
    const { url, asked } = await registry({})
    await online(install, { env: { GOPROXY: url, ...env } })
    expect(asked).toStrictEqual([])
  })
})

describe('an image', () => {
  it('is told of by its name where Docker Hub does not have it', async () => {
    const { url } = await registry({})
    const readme =
      '```sh\ndocker pull tea/larder:latest\n```\n\n![pulls](https://img.shields.io/docker/pulls/_/redis)\n'
    const { out } = await online(readme, { env: { FRONTDOOR_DOCKER_URL: url } })
    expect(out).toContain('has no image tea/larder that everybody may see')
    expect(out).not.toContain('redis that')
  })
})

describe('a version that is made at the release', () => {
  const badge = (version: string): string =>
    `[![version](https://img.shields.io/badge/version-${version}-blue)](https://www.npmjs.com/package/larder)\n`

  it.each([
    ['0.0.0', '1.2.0'],
    ['2.0.0', '2.0.0'],
  ])('is the published one, unless the manifest says another: %s', async (declared, shown) => {
    const { url } = await registry({ '/larder': npmDocument() })
    const files = { 'package.json': { name: 'larder', version: declared } }
    const env = { npm_config_registry: url }
    expect((await sync(badge('1.0.0'), { argv: ['--online'], env, files })).readme).toBe(badge(shown))
  })
})

describe('a row', () => {
  it.each<[string, number, boolean]>([
    ['has no badge of a package that is not there', 404, false],
    ['has one of a package of which nothing is known', 500, true],
  ])('%s', async (_, status, has) => {
    const { url } = await registry({}, status)
    const files = { LICENSE: 'MIT' }
    const { readme } = await sync('# Larder\n', {
      argv: ['init', '--online'],
      env: { npm_config_registry: url },
      files,
    })
    expect(readme.includes('/npm/v/larder')).toBe(has)
    expect(readme).toContain('license-MIT')
  })

  it('has one of a package that is there', async () => {
    const { url } = await registry({ '/larder': npmDocument() })
    const { readme } = await sync('# Larder\n', { argv: ['init', '--online'], env: { npm_config_registry: url } })
    expect(readme).toContain('/npm/v/larder')
  })
})

describe('without an answer', () => {
  test.each<[string, (server: TestServer) => Promise<void> | undefined, number, Body | undefined, string]>([
    ['because the registry is busy', () => undefined, 429, undefined, 'asks to be asked less often'],
    ['because it fails', () => undefined, 500, undefined, 'fails with status 500'],
    ['because it wants a token', () => undefined, 401, undefined, 'answers with status 401'],
    ['because it is not there', (server) => server.stop(), 404, undefined, 'gives no proper answer'],
    ['because a page answers for it', () => undefined, 404, '<html>Sign in</html>', 'it sends something else'],
  ])(
    'nothing is said but that, and the run is green: %s',
    async (_, prepare, status, body, why) => {
      const server = await registry(body === undefined ? {} : { '/larder': body }, status)
      await prepare(server)
      const readme = `${npmBadge('larder')}\n\n\`\`\`sh\nnpm i larder\n\`\`\`\n`
      const { code, out, readme: kept } = await online(readme, { env: { npm_config_registry: server.url } })
      expect([code, kept]).toStrictEqual([0, readme])
      expect(out.match(/It is not known whether there is a package larder/g)).toHaveLength(1)
      expect(out).toContain(why)
    },
    20_000,
  )

  it('what an earlier run was told still counts offline', async () => {
    const { url, asked } = await registry({ '/larder': npmDocument('old') })
    const cache = await project()
    const env = { npm_config_registry: url, FRONTDOOR_CACHE: cache.path }
    const first = await online(npmBadge('larder'), { env })
    const second = await online(npmBadge('larder'), { env, argv: ['--offline'] })
    expect(first.out).toContain('nobody should begin to use larder: old')
    expect(second.out).toBe(first.out)
    expect(asked).toHaveLength(1)
  })

  it('there is no npm to name its registry', async () => {
    const { code, out } = await online(npmBadge('larder'), {})
    expect(code).toBe(0)
    expect(out).toContain('no registry is configured for npm')
  })
})

describe("npm's own registry", () => {
  it('is asked of npm where nothing else names one', async () => {
    const { url, asked } = await registry({ '/larder': npmDocument() })
    const bin = await project({
      'npm-cli.js': `if (process.argv.slice(2).join(' ') === 'config get registry') console.log('${url}/')`,
    })
    const { code } = await online(npmBadge('larder'), { env: { npm_execpath: bin.join('npm-cli.js') } })
    expect([code, asked]).toStrictEqual([0, ['GET /larder']])
  })

  it('is not asked of a program that the repository brings', async () => {
    const files = { 'bin/npm-cli.js': "require('node:fs').writeFileSync('/tmp/frontdoor-was-here', '')" }
    const folder = await project(files)
    const { out } = await online(npmBadge('larder'), {
      files,
      env: { PATH: folder.join('bin').replace(folder.path, '.') },
    })
    expect(out).toContain('no registry is configured for npm')
  })
})

describe('secrets', () => {
  it('go to the registry that they belong to, and not where it redirects', async () => {
    const other = await registry({ '/larder': npmDocument() })
    const first = await serve((_, response) => response.writeHead(302, { location: `${other.url}/larder` }).end())
    const home = await project({ '.npmrc': `registry=${first.url}/\n//127.0.0.1:${first.port}/:_authToken=\${T}\n` })
    const { code } = await online(npmBadge('larder'), { env: { HOME: home.path, T: 'abc' } })
    expect(code).toBe(0)
    expect(first.headers[0]?.authorization).toBe('Bearer abc')
    expect(other.headers[0]).toBeDefined()
    expect(other.headers[0]?.authorization).toBeUndefined()
  })

  it('do not go to a registry that only the project names, and nothing goes to one in a private network', async () => {
    const server = await registry({ '/larder': npmDocument() })
    const npmrc = `registry=${server.url}/\n//127.0.0.1:${server.port}/:_authToken=\${T}\n`
    const { code, out } = await online(npmBadge('larder'), { files: { '.npmrc': npmrc }, env: { T: 'abc' } })
    expect([code, server.asked]).toStrictEqual([0, []])
    expect(out).toContain('is in a private network, which is not asked')
  })
})
