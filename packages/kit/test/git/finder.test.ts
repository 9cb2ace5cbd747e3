import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDisk } from '../../src/files/disk.ts'
import { gitFacts } from '../../src/git/facts.ts'
import { gitFinder } from '../../src/git/finder.ts'
import { project } from '../../src/testing.ts'

const folders = [
  '.',
  'packages/a',
  'packages/a/deep',
  'inner',
  'inner/b',
  'bare.git',
  'bare.git/refs',
  'empty',
  'linked/packages',
]

test('every folder gets the facts that git has of it, in whatever order they are asked for', async () => {
  const folder = await project(
    { 'packages/a/deep/x': '', 'empty/.git/x': '' },
    { git: { remote: 'https://example.com/o/r' } },
  )
  await folder.git('commit', '--quiet', '--allow-empty', '-m', 'start')
  await folder.git('init', '--quiet', '--initial-branch=other', 'inner')
  await folder.git('init', '--quiet', '--bare', 'bare.git')
  await folder.git('worktree', 'add', '--quiet', '-b', 'side', 'linked')
  mkdirSync(folder.join('inner/b'))
  mkdirSync(folder.join('linked/packages'))
  const io = { env: { PATH: process.env.PATH } }
  const expected = await Promise.all(folders.map((name) => gitFacts(io, folder.join(name))))
  for (const order of [folders, folders.toReversed()]) {
    const find = gitFinder(io, openDisk())
    for (const name of order) expect(await find(folder.join(name)), name).toEqual(expected[folders.indexOf(name)])
  }
  expect(new Set(expected.map((facts) => facts?.branch))).toEqual(new Set(['main', 'other', 'side', undefined]))
})

test('git itself is asked where the environment sets bounds', async () => {
  const folder = await project({ 'a/b/x': '' }, { git: {} })
  const find = gitFinder({ env: { PATH: process.env.PATH, GIT_CEILING_DIRECTORIES: folder.join('a') } }, openDisk())
  await expect(find(folder.join('a/b'))).rejects.toThrow('not a git repository')
  expect((await find(folder.path))?.root).toBe(folder.path)
})
