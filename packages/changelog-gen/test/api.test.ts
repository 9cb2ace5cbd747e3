import { join } from 'node:path'
import type { TestProject } from '@frontdoor/kit/testing'
import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, it } from 'vitest'
import type * as Api from '../src/index.ts'

const { nextVersion, readReleases, releaseNotes, UserError }: typeof Api = await import(
  join(import.meta.dirname, '..', 'dist', 'index.mjs')
)

const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }

async function larder(): Promise<TestProject> {
  return repository(
    [{ message: 'feat: open the larder', tags: ['v1.0.0'] }, 'fix: close the door', 'feat(shelf): add a third shelf'],
    {},
    'https://github.com/octo-org/larder.git',
  )
}

describe('the module', () => {
  it('reads releases, what is not released first', async () => {
    const [unreleased, first, ...more] = await readReleases((await larder()).path, { env })
    expect(unreleased?.sections.map(({ title, entries }) => [title, entries.map(({ text }) => text)])).toEqual([
      ['Features', ['add a third shelf']],
      ['Bug Fixes', ['close the door']],
    ])
    expect(first).toMatchObject({ version: '1.0.0', tag: 'v1.0.0', prerelease: false })
    expect(more).toEqual([])
  })

  it.each<[Api.NextOptions, Partial<Api.Next>]>([
    [{}, { version: '1.1.0', previous: '1.0.0', bump: 'minor' }],
    [{ pre: 'rc' }, { version: '1.1.0-rc.1' }],
  ])('decides the next version, with %j', async (options, expected) => {
    expect(await nextVersion((await larder()).path, { env, ...options })).toMatchObject(expected)
  })

  it.each<[Api.NotesOptions, string]>([
    [{}, 'open the larder'],
    [{ release: '1.0.0' }, 'open the larder'],
    [{ release: 'unreleased', format: 'plain' }, 'add a third shelf'],
    [{ release: 'v1.0.0', format: 'github' }, 'open the larder'],
  ])('writes the notes of %j', async (options, expected) => {
    expect((await releaseNotes((await larder()).path, { env, ...options })).toLowerCase()).toContain(expected)
  })

  it.each<[string, (folder: string) => Promise<unknown>, string]>([
    ['a release that is not there', (folder) => releaseNotes(folder, { env, release: 'v9' }), 'No release v9'],
    ['a package that is not there', (folder) => readReleases(folder, { env, package: 'tea' }), 'no package "tea"'],
    ['a name that is none', (folder) => nextVersion(folder, { env, pre: '!' }), '--pre ! is no name'],
    ['a folder in no repository', (folder) => readReleases(join(folder, '..'), { env }), 'in no git work tree'],
  ])('refuses %s', async (_, call, message) => {
    const failure = await call((await larder()).path).catch((error: Error) => error)
    expect(failure).toBeInstanceOf(UserError)
    expect(String(failure)).toContain(message)
  })
})
