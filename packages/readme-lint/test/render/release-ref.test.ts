import { loadProject } from '@frontdoor/kit/project/load'
import { project } from '@frontdoor/kit/testing'
import { expect, test } from 'vitest'
import { type Showing, showingsOf } from '../../src/hosts.ts'
import { releaseRef } from '../../src/render/release-ref.ts'

const io = { env: { PATH: process.env.PATH } }

test.each([
  ['the tag of the version', 'v1.2.0', 'v1.2.0'],
  ['a tag without v', '1.2.0', '1.2.0'],
  ['the tag of the package in a monorepo', '@octo/larder@1.2.0', '@octo/larder@1.2.0'],
  ['the default branch where only another version has a tag', 'v1.1.0', 'HEAD'],
])('addresses lead to %s', async (_, tag, expected) => {
  const manifest = { name: '@octo/larder', version: '1.2.0' }
  const folder = await project({ 'package.json': manifest, 'README.md': '# Larder\n' }, { git: {} })
  await folder.git('add', '.')
  await folder.git('commit', '--quiet', '--message', 'feat: larder')
  await folder.git('tag', tag)
  const facts = await loadProject(io, folder.path)
  const [showing] = showingsOf(facts, 'README.md', ['npm']) as [Showing]
  expect(await releaseRef(io, facts, showing)).toBe(expected)
})

test('outside of a repository they lead to the default branch', async () => {
  const folder = await project({ 'package.json': { name: 'larder', version: '1.2.0' } })
  const facts = await loadProject(io, folder.path)
  const [showing] = showingsOf(facts, 'README.md', ['npm']) as [Showing]
  expect(await releaseRef(io, facts, showing)).toBe('HEAD')
})
