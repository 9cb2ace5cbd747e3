import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { manifestOf } from '../../src/manifests/manifest.ts'
import { projectFiles } from '../../src/project/files.ts'
import { isMember, packageFinder } from '../../src/project/workspace.ts'
import type { Ecosystem, Manifest } from '../../src/project.ts'
import { filesWith, folderWith } from '../folders.ts'

const tree = {
  'package.json': '',
  'packages/a/package.json': '',
  'packages/b/package.json': '',
  'packages/b/nested/package.json': '',
  'packages/.hidden/package.json': '',
  'packages/none/README.md': '',
  'packages/rust/Cargo.toml': '',
  'packages/b/node_modules/x/package.json': '',
  'packages/file.txt': '',
  'tools/package.json': '',
}

describe('isMember', () => {
  test.each([
    [['packages/*'], true],
    [['./packages/*/'], true],
    [['packages/a'], true],
    [['**'], true],
    [['packages/**', '!**/b'], true],
    [['packages/*', '!packages/a'], false],
    [['packages'], false],
    [['packages/*/*'], false],
    [['packages/b', 'tools/*'], false],
    [['!packages/b'], false],
    [[], false],
  ])('is said by %j of packages/a: %j', async (members, expected) => {
    expect(await isMember([workspace('crates', []), workspace('npm', members)], 'packages/a')).toBe(expected)
  })
})

describe('packageFinder', () => {
  test.each([
    [['packages/*'], ['packages/a', 'packages/b']],
    [['./packages/*/'], ['packages/a', 'packages/b']],
    [['packages/**'], ['packages/a', 'packages/b', 'packages/b/nested']],
    [['**'], ['packages/a', 'packages/b', 'packages/b/nested', 'tools']],
    [
      ['packages/{a,b}', 'tools'],
      ['packages/a', 'packages/b', 'tools'],
    ],
    [['packages/[ab]'], ['packages/a', 'packages/b']],
    [['packages/*', '!packages/b'], ['packages/a']],
    [
      ['packages/**', '!**/nested'],
      ['packages/a', 'packages/b'],
    ],
    [
      ['packages/a', 'packages/*'],
      ['packages/a', 'packages/b'],
    ],
    [['packages/.hidden'], ['packages/.hidden']],
    [['.'], []],
    [['none/*', 'packages/file.txt', '../x', '/etc'], []],
    [['!packages/a'], []],
    [[], []],
  ])('finds for %j the packages %j', async (members, expected) => {
    const find = await packageFinder(filesWith(tree), [workspace('npm', members)])
    expect(find()).toEqual(expected)
    expect(find()).toBe(find())
  })

  it('finds for each ecosystem its own packages', async () => {
    const manifests = [workspace('crates', ['packages/*']), workspace('npm', ['tools'])]
    expect((await packageFinder(filesWith(tree), manifests))()).toEqual(['packages/rust', 'tools'])
  })

  it('ends where a symbolic link leads around', async () => {
    const folder = folderWith({ 'packages/a/package.json': '' })
    symlinkSync('../..', join(folder, 'packages/a/around'))
    const found = (await packageFinder(projectFiles(folder, folder), [workspace('npm', ['packages/**'])]))()
    expect(found).toContain('packages/a')
  })
})

function workspace(ecosystem: Ecosystem, members: readonly string[]): Manifest {
  return manifestOf({ ecosystem, path: 'manifest', members })
}
