import { loadProject } from '@frontdoor/kit/project/load'
import { project } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import { type NpmRegistry, npmConfig } from '../../src/registry/npm-config.ts'

interface Given {
  /** `.npmrc` of the project. */
  readonly file?: string
  /** `.npmrc` of the person. */
  readonly user?: string
  readonly global?: string
  readonly env?: Readonly<Record<string, string>>
  readonly name?: string
}

async function registryOf({
  file,
  user = '',
  global = '',
  env = {},
  name = 'larder',
}: Given): Promise<NpmRegistry | undefined> {
  const home = await project({ '.npmrc': user, npmrc: global })
  const folder = await project(file === undefined ? {} : { '.npmrc': file }, { git: {} })
  const io = { env: { HOME: home.path, npm_config_globalconfig: home.join('npmrc'), ...env } }
  return npmConfig(io, await loadProject(io, folder.path)).registryOf(name)
}

describe('the registry of a package', () => {
  test.each<[string, Given, string | undefined]>([
    ['is unknown where nothing says it', {}, undefined],
    ['is that of the person', { user: 'registry=https://u.example' }, 'https://u.example/'],
    ['is that of the installation', { global: 'registry=https://g.example/' }, 'https://g.example/'],
    [
      "is rather the person's",
      { user: 'registry=https://u.example/', global: 'registry=https://g.example/' },
      'https://u.example/',
    ],
    [
      "is rather the project's",
      { user: 'registry=https://u.example/', file: 'registry=https://p.example/' },
      'https://p.example/',
    ],
    [
      "is rather the environment's",
      { file: 'registry=https://p.example/', env: { NPM_CONFIG_REGISTRY: 'https://e.example/x' } },
      'https://e.example/x/',
    ],
    [
      'is that of its scope',
      { user: 'registry=https://u.example/\n@tea:registry=https://t.example/', name: '@tea/cup' },
      'https://t.example/',
    ],
    [
      'is not that of another scope',
      { user: 'registry=https://u.example/\n@tea:registry=https://t.example/', name: '@milk/cup' },
      'https://u.example/',
    ],
    [
      'is that of its scope, though a nearer file names another for all',
      { user: '@tea:registry=https://t.example/', file: 'registry=https://p.example/', name: '@tea/cup' },
      'https://t.example/',
    ],
    [
      'may stand in a variable',
      { user: `registry=$\{MIRROR}`, env: { MIRROR: 'https://m.example' } },
      'https://m.example/',
    ],
    ['is unknown where its variable is not there', { user: `registry=$\{MIRROR}` }, undefined],
    ['is unknown where it is no address on the web', { user: 'registry=file:///etc' }, undefined],
  ])('%s', async (_, given, url) => {
    expect((await registryOf(given))?.url).toBe(url)
  })
})

describe('credentials', () => {
  const user = 'registry=https://r.example/npm/\n'

  test.each<[string, Given, string | undefined]>([
    ['are a token', { user: `${user}//r.example/npm/:_authToken=abc` }, 'Bearer abc'],
    ['may be for all of the host', { user: `${user}//r.example/:_authToken=abc` }, 'Bearer abc'],
    ['may be written without the last slash', { user: `${user}//r.example/npm:_authToken=abc` }, 'Bearer abc'],
    [
      'are the nearest ones',
      { user: `${user}//r.example/:_authToken=far\n//r.example/npm/:_authToken=near` },
      'Bearer near',
    ],
    ['are not those of another path', { user: `${user}//r.example/other/:_authToken=abc` }, undefined],
    ['are not those of another host', { user: `${user}//s.example/npm/:_authToken=abc` }, undefined],
    ['are not those of another port', { user: `${user}//r.example:8443/npm/:_authToken=abc` }, undefined],
    ['may be basic', { user: `${user}//r.example/npm/:_auth=YTpi` }, 'Basic YTpi'],
    [
      'may be a name and a password',
      { user: `${user}//r.example/npm/:username=a\n//r.example/npm/:_password=Yg==` },
      'Basic YTpi',
    ],
    [
      'come from the environment',
      { user: `${user}//r.example/npm/:_authToken=\${T}`, env: { T: 'abc' } },
      'Bearer abc',
    ],
    ['are none where the environment has none', { user: `${user}//r.example/npm/:_authToken=\${T}` }, undefined],
    ['may stand in a file of the project', { user, file: '//r.example/npm/:_authToken=abc' }, 'Bearer abc'],
    [
      'of the project may ask for a secret, for a host that the person knows',
      { user, file: `//r.example/npm/:_authToken=$\{T}`, env: { T: 'abc' } },
      'Bearer abc',
    ],
    [
      'of the project may ask for no secret for a host of its own',
      { file: `registry=https://evil.example/\n//evil.example/:_authToken=$\{T}`, env: { T: 'abc' } },
      undefined,
    ],
    [
      'of the project may not ask with a key that is made of one',
      { file: `registry=https://evil.example/\n//evil.example/:_auth=$\{T}`, env: { T: 'abc' } },
      undefined,
    ],
  ])('%s', async (_, given, authorization) => {
    expect((await registryOf(given))?.authorization).toBe(authorization)
  })

  it('that were not made up are told of', async () => {
    const file = `registry=https://evil.example/\n//evil.example/:_authToken=$\{T}`
    expect(await registryOf({ file, env: { T: 'abc' } })).toMatchObject({ own: false, withheld: true })
  })

  it('are not told of where there is no question of them', async () => {
    expect(await registryOf({ file: 'registry=https://open.example/' })).toMatchObject({ own: false, withheld: false })
  })
})
