import { expect, it } from 'vitest'
import { startRegistry } from './registry.ts'
import { refuseUnlessLoopback, releaseTools } from './release.ts'

it.each(['http://127.0.0.1:4873/', 'http://localhost:4873', 'https://[::1]:1/'])('publishes to %s', (address) => {
  expect(() => refuseUnlessLoopback(address)).not.toThrow()
})

it.each([
  'https://registry.example.com/',
  'https://127.0.0.1.example.com/',
  'https://127.0.0.1@example.com/',
  'http://localhost.example.com:4873/',
  'http://10.0.0.1/',
  'file:///127.0.0.1',
  'undefined',
  '',
])('publishes nothing to %j', async (address) => {
  expect(() => refuseUnlessLoopback(address)).toThrow('but to loopback')
  await expect(releaseTools({ url: address, npmrc: `registry=${address}\n` })).rejects.toThrow('but to loopback')
})

it('publishes nothing where npm or pnpm are set to publish elsewhere', async () => {
  const elsewhere = { url: 'http://127.0.0.1:9/', npmrc: 'registry=https://packages.example.com/\n' }
  await expect(releaseTools(elsewhere)).rejects.toThrow('this is "https://packages.example.com/"')
})

it('is gone when it is stopped', async () => {
  const { url, stop } = await startRegistry()
  expect((await fetch(`${url}readme-lint`)).status).toBe(404)
  await stop()
  await expect(fetch(url)).rejects.toThrow()
})
