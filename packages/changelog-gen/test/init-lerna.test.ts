import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { importLerna } from '../src/import/lerna.ts'
import { changelogGen } from './run.ts'

const packages = {
  'package.json': { private: true, workspaces: ['packages/*'] },
  'packages/cup/package.json': { name: '@tea/cup', version: '1.0.0' },
  'packages/pot/package.json': { name: '@tea/pot', version: '2.0.0', dependencies: { '@tea/cup': '^1.0.0' } },
  'packages/lid/package.json': { name: '@tea/lid', version: '3.0.0' },
}

async function nextWith(config: object, tags: readonly string[]): Promise<string> {
  const commits = [
    { message: 'feat: start', tags },
    { message: 'feat: a handle', paths: ['packages/cup/a'] },
    { message: 'chore: a rim', paths: ['packages/lid/a'] },
  ]
  const made = await repository(commits, { ...packages, 'lerna.json': config })
  await changelogGen(made, ['init'])
  return (await changelogGen(made, ['next'])).stdout
}

// As lerna 9 at 35d15a15 recommends versions (its recommend-version.ts, read 2026-11-26).
describe('the settings of Lerna', () => {
  test('give each package its version, and every change moves it', async () => {
    const next = await nextWith({ version: 'independent', command: { version: { conventionalCommits: true } } }, [
      '@tea/cup@1.0.0',
      '@tea/pot@2.0.0',
      '@tea/lid@3.0.0',
    ])
    expect(next).toBe('@tea/cup 1.1.0\n@tea/lid 3.0.1\n@tea/pot 2.0.1\n')
  })

  test('name the packages, which need no other workspace', async () => {
    const commits = [
      { message: 'feat: start', tags: ['@tea/cup@1.0.0', '@tea/lid@3.0.0'] },
      { message: 'fix: a rim', paths: ['packages/cup/a', 'packages/lid/a'] },
    ]
    const files = { ...packages, 'package.json': { private: true } }
    const config = { version: 'independent', packages: ['packages/*', '!packages/lid'] }
    const made = await repository(commits, { ...files, 'lerna.json': config })
    await changelogGen(made, ['init'])
    expect((await changelogGen(made, ['next'])).stdout).toBe('@tea/cup 1.0.1\n')
  })

  test('give all packages one version', async () => {
    expect(
      await nextWith({ version: '1.2.0', command: { publish: { tagVersionPrefix: 'tea-' } } }, ['tea-1.2.0']),
    ).toBe('1.3.0\n')
    expect(await nextWith({ version: '1.2.0' }, ['v1.2.0'])).toBe('1.3.0\n')
  })

  test('let files that are ignored move no version, whatever else a commit touches', async () => {
    const commits = [
      { message: 'feat: start', tags: ['@tea/cup@1.0.0', '@tea/pot@2.0.0', '@tea/lid@3.0.0'] },
      { message: 'feat: a handle', paths: ['packages/cup/README.md', 'packages/lid/test/a.js', 'packages/pot/a'] },
    ]
    const version = { ignoreChanges: ['*.md', '**/test/**'] }
    const made = await repository(commits, {
      ...packages,
      'lerna.json': { version: 'independent', command: { version } },
    })
    await changelogGen(made, ['init'])
    expect((await changelogGen(made, ['next'])).stdout).toBe('@tea/pot 2.1.0\n')
  })

  test('say how tags and versions are written', () => {
    const version = { tagVersionSeparator: '__', premajorVersionBump: 'force-patch' }
    expect(importLerna({ version: 'independent', command: { version } }).settings).toMatchObject({
      tags: ['{name}__{version}'],
      zero: 'patch',
    })
  })

  test('say what cannot be had', () => {
    const version = {
      conventionalCommits: true,
      changelogPreset: 'atom',
      message: 'x',
      ignoreChanges: ['*.md'],
      push: false,
      syncWorkspaceLock: true,
      registry: 'x',
      ci: false,
      wat: 1,
    }
    expect(
      importLerna({ $schema: 'x', version: 'independent', npmClient: 'pnpm', command: { version } }).notes,
    ).toEqual([
      'changelogPreset: atom is not known here; set "categories"',
      'message, syncWorkspaceLock: no commit or tag is made; let the release job do it',
      'registry: no package is published; let the release job do it',
      'wat: there is no such setting here, so it is left out',
    ])
    expect(importLerna({ version: '1.0.0' }).notes).toEqual([
      expect.stringContaining('conventionalCommits: versions are asked for'),
    ])
  })
})
