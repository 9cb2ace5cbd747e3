import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { join } from 'node:path'
import type { Connection } from '@frontdoor/kit/http/exchange'
import { loadProject } from '@frontdoor/kit/project/load'
import { project } from '@frontdoor/kit/testing'
import { listen } from '@frontdoor/kit/testing-server'
import { describe, expect, it, test } from 'vitest'
import { npmConfig } from '../../src/registry/npm-config.ts'
import { sync } from '../blocks/run.ts'

const certificates = join(import.meta.dirname, '../../../kit/test/http')
const pem = (name: string): string => readFileSync(join(certificates, name), 'utf8')

interface Given {
  readonly user?: string
  /** `.npmrc` of the project. */
  readonly file?: string
  readonly env?: Readonly<Record<string, string>>
}

async function connectionOf({ user = '', file = '', env = {} }: Given): Promise<Connection | undefined> {
  const home = await project({ '.npmrc': user, 'ca.pem': 'CA', 'cert.pem': 'CERT', 'key.pem': 'KEY' })
  const folder = await project({ '.npmrc': file }, { git: {} })
  const io = { env: { HOME: home.path, npm_config_globalconfig: home.join('none'), ...env } }
  return npmConfig(io, await loadProject(io, folder.path)).registryAt('https://r.example/npm/').connection
}

describe('how the registry is reached', () => {
  test.each<[string, Given, Connection]>([
    ['is not said', {}, {}],
    ['names an authority in a file', { user: 'cafile=~/ca.pem' }, { ca: 'CA' }],
    ['names it by a variable', { user: 'cafile=$' + '{HOME}/ca.pem' }, { ca: 'CA' }],
    ['names a file that is not there', { user: 'cafile=~/none.pem' }, {}],
    ['names an authority in one line', { user: 'ca="-----BEGIN\\nA\\nEND-----"' }, { ca: '-----BEGIN\nA\nEND-----' }],
    ['names several', { user: 'ca[]="A"\nca[]="B"' }, { ca: 'A\nB' }],
    ['leaves it open', { user: 'ca=null\nproxy=null\nnoproxy=' }, { proxy: '' }],
    [
      'says who asks',
      { user: '//r.example/:certfile=~/cert.pem\n//r.example/:keyfile=~/key.pem' },
      { client: { cert: 'CERT', key: 'KEY' } },
    ],
    ['says who asks another host', { user: '//s.example/:certfile=~/cert.pem\n//s.example/:keyfile=~/key.pem' }, {}],
    ['says half of who asks', { user: '//r.example/:certfile=~/cert.pem' }, {}],
    ['says it for all hosts', { user: 'cert="C"\nkey="K"' }, { client: { cert: 'C', key: 'K' } }],
    ['trusts everybody', { user: 'strict-ssl=false' }, { trustsAll: true }],
    ['names a proxy', { user: 'proxy=http://p.example:8080' }, { proxy: 'http://p.example:8080' }],
    [
      'names one for HTTPS',
      { user: 'proxy=http://p.example\nhttps-proxy=q.example:8443' },
      { proxy: 'http://q.example:8443' },
    ],
    ['wants no proxy', { user: 'https-proxy=false' }, { proxy: '' }],
    ['names hosts without a proxy', { user: 'noproxy=.example' }, { noProxy: '.example' }],
    [
      'comes from the environment',
      { env: { npm_config_https_proxy: 'http://e.example', NPM_CONFIG_STRICT_SSL: 'false' } },
      { proxy: 'http://e.example', trustsAll: true },
    ],
    [
      'is not said by a file of the project',
      { file: 'strict-ssl=false\nproxy=http://evil.example\nca="A"\ncert="C"\nkey="K"' },
      {},
    ],
  ])('%s', async (_, given, expected) => {
    expect(await connectionOf(given)).toStrictEqual(expected)
  })
})

it('a registry with a certificate of its own is asked as npm asks it', async () => {
  const server = await listen(
    createServer({ key: pem('key.pem'), cert: pem('certificate.pem') }, (_, response) =>
      response.end('{"dist-tags":{"latest":"1.0.0"},"versions":{"1.0.0":{"deprecated":"old"}}}'),
    ),
  )
  const npmrc = `registry=${server.url.replace('http:', 'https:')}/\ncafile=${join(certificates, 'certificate.pem')}\n`
  const home = await project({ '.npmrc': npmrc })
  const ask = (env: Readonly<Record<string, string>>) =>
    sync('![npm](https://img.shields.io/npm/v/larder)', {
      argv: ['--check', '--online'],
      env: { HOME: home.path, npm_config_globalconfig: home.join('none'), ...env },
    })
  expect((await ask({ FRONTDOOR_CACHE: home.join('a') })).out).toContain('nobody should begin to use larder: old')
  expect((await ask({ FRONTDOOR_CACHE: home.join('b'), npm_config_cafile: home.join('none.pem') })).out).toContain(
    'cannot be trusted',
  )
})
