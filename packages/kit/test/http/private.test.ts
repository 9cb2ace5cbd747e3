import type { LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { describe, expect, it, test } from 'vitest'
import { isPublicAddress } from '../../src/http/private.ts'
import { serve } from '../../src/testing-server.ts'
import { client, failure } from './client.ts'

test.each([
  '8.8.8.8',
  '1.1.1.1',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2a00:1450:4001:80e::200e',
  '64:ff9b::808:808',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '198.18.0.1',
  '203.0.113.7',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%lo',
  'ff02::1',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

/** Resolves every name to these addresses, in turn: the first call gets the first. */
function resolving(...answers: readonly string[]): LookupFunction {
  const left = [...answers]
  return (_, { all }, callback) => {
    const address = (left.length > 1 ? left.shift() : left[0]) as string
    const found: LookupAddress = { address, family: isIP(address) }
    return all ? callback(null, [found]) : callback(null, found.address, found.family)
  }
}

describe('without leave to ask private addresses, no connection is made', () => {
  test.each([
    'http://127.0.0.1:PORT/',
    'http://127.1:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f.1:PORT/',
    'http://017700000001:PORT/',
    'http://0:PORT/',
    'http://①②⑦.⓪.⓪.①:PORT/',
    'http://localhost:PORT/',
    'http://localhost.:PORT/',
    'http://tea.localhost:PORT/',
    'http://metadata.google.internal:PORT/',
    'http://[::1]:PORT/',
    'http://[::]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://169.254.169.254:PORT/latest/meta-data/',
  ])('to %s', async (url) => {
    const server = await serve((_, response) => response.end('secret'))
    const asking = client({ allowPrivate: false }).ask({ url: url.replace('PORT', String(server.port)) })
    expect(await failure(asking)).toMatchObject({ kind: 'private' })
    expect(server.connections()).toBe(0)
  })

  it('to a name that resolves to one', async () => {
    const server = await serve((_, response) => response.end('secret'))
    const http = client({ allowPrivate: false, lookup: resolving('127.0.0.1') })
    expect(await failure(http.ask({ url: `http://tea.example:${server.port}/` }))).toEqual({
      kind: 'private',
      message: 'tea.example is in a private network, which is not asked',
    })
    expect(server.connections()).toBe(0)
  })

  it('to a name whose next answer is another one', async () => {
    const server = await serve((_, response) => response.end('secret'))
    // The documentation range is not public either; what counts is that the second answer is never trusted by the first.
    const http = client({ allowPrivate: false, lookup: resolving('192.0.2.1', '127.0.0.1') })
    const url = `http://tea.example:${server.port}/`
    expect(await failure(http.ask({ url }))).toMatchObject({ kind: 'private' })
    expect(await failure(http.ask({ url }))).toMatchObject({ kind: 'private' })
    expect(server.connections()).toBe(0)
  })

  it('through a proxy to a name of this machine', async () => {
    const proxy = await serve((_, response) => response.end('secret'))
    const http = client({ allowPrivate: false }, { env: { http_proxy: proxy.url } })
    expect(await failure(http.ask({ url: 'http://localhost/' }))).toMatchObject({ kind: 'private' })
    expect(proxy.connections()).toBe(0)
  })
})
