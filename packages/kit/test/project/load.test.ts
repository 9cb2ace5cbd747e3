import { execFileSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { loadProject } from '../../src/project/load.ts'
import { folderWith } from '../folders.ts'

const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
const mit = 'Permission is hereby granted, free of charge, to any person obtaining a copy of this software'

describe('loadProject', () => {
  it('knows a project by its manifest, its files and git', async () => {
    const folder = repositoryWith({
      'package.json': JSON.stringify({
        name: 'spam',
        homepage: 'https://spam.example',
        repository: 'upstream/spam',
        license: 'BSD-2-Clause',
        funding: 'https://opencollective.com/spam',
      }),
      '.github/FUNDING.yml': 'github: o',
      '.github/workflows/ci.yml': '',
      '.github/SECURITY.md': '',
      'CHANGELOG.md': '',
      LICENSE: mit,
    })
    expect(await loadProject({ env }, folder)).toMatchObject({
      folder,
      root: folder,
      manifests: [{ ecosystem: 'npm', name: 'spam' }],
      repository: { url: 'https://github.com/upstream/spam' },
      defaultBranch: 'trunk',
      homepage: 'https://spam.example',
      documentation: 'https://spam.example',
      changelog: 'CHANGELOG.md',
      license: { spdx: 'BSD-2-Clause', path: 'LICENSE' },
      funding: [
        { platform: 'github', url: 'https://github.com/sponsors/o' },
        { platform: 'open_collective', url: 'https://opencollective.com/spam' },
      ],
      workflows: ['.github/workflows/ci.yml'],
      community: { security: '.github/SECURITY.md' },
      isMember: false,
      packages: [],
      problems: [],
    })
  })

  it('takes the repository from git where no manifest names one, without its credentials', async () => {
    const folder = repositoryWith({ 'README.md': '' }, 'https://me:secret@github.com/o/spam.git')
    const project = await loadProject({ env }, folder)
    expect(project.repository?.url).toBe('https://github.com/o/spam')
    expect(JSON.stringify(project)).not.toContain('secret')
  })

  it('reads a package of a workspace, with what the root says for all', async () => {
    const root = repositoryWith({
      'package.json': '{"private":true,"workspaces":["packages/*"],"repository":"o/root","license":"MIT"}',
      'packages/a/package.json': '{"name":"a","repository":"o/root"}',
      'packages/a/CHANGELOG.md': '',
      'packages/b/package.json': '{"name":"b","license":"ISC"}',
      'docs/CONTRIBUTING.md': '',
      'FUNDING.yml': 'github: o',
      'CHANGELOG.md': '',
      LICENSE: mit,
    })
    const a = await loadProject({ env }, join(root, 'packages', 'a'))
    expect(a).toMatchObject({
      folder: join(root, 'packages', 'a'),
      root,
      manifests: [{ name: 'a', path: 'package.json' }],
      changelog: 'CHANGELOG.md',
      license: { spdx: 'MIT', path: '../../LICENSE' },
      funding: [{ url: 'https://github.com/sponsors/o' }],
      community: { contributing: '../../docs/CONTRIBUTING.md' },
      isMember: true,
      packages: [],
    })
    expect(a.files.text('../../FUNDING.yml')).toBe('github: o')
    const b = await loadProject({ env }, join(root, 'packages', 'b'))
    expect(b).toMatchObject({
      repository: { url: 'https://github.com/o/root' },
      license: { spdx: 'ISC' },
      changelog: '../../CHANGELOG.md',
    })
    expect((await loadProject({ env }, root)).packages).toEqual(['packages/a', 'packages/b'])
  })

  it('works outside of git', async () => {
    const folder = folderWith({ 'Cargo.toml': '[package]\nname = "a"', 'a/b.md': '' })
    const project = await loadProject({ env }, folder)
    expect(project).toMatchObject({
      folder,
      root: folder,
      repository: undefined,
      defaultBranch: undefined,
      problems: [],
    })
    expect(project.files.kind(`../${basename(folder)}/Cargo.toml`)).toBeUndefined()
  })

  it('goes on without what is broken, and says so', async () => {
    const folder = repositoryWith({
      'package.json': '{',
      '.github/FUNDING.yml': '[',
      'Cargo.toml': '[package]\nname="a"',
    })
    const project = await loadProject({ env }, folder)
    expect(project.manifests).toMatchObject([{ name: 'a' }])
    expect(project.repository?.url).toBe('https://github.com/o/r')
    expect(project.problems.map(({ path }) => path)).toEqual(['package.json', '.github/FUNDING.yml'])
  })

  it('goes on without git where only git could tell', async () => {
    const folder = repositoryWith({ 'package.json': '{"name":"a"}' })
    git(folder, 'config', 'include.path', 'other')
    const project = await loadProject({ env: { ...env, PATH: dirname(folder) } }, folder)
    expect(project.manifests).toMatchObject([{ name: 'a' }])
    expect(project.problems).toEqual([{ path: '.git', message: expect.stringContaining('git is not there') }])
  })

  it('follows a symbolic link to a folder of a repository', async () => {
    const root = repositoryWith({ 'packages/a/package.json': '{"name":"a"}' })
    const elsewhere = folderWith({})
    symlinkSync(join(root, 'packages', 'a'), join(elsewhere, 'link'))
    const project = await loadProject({ env }, join(elsewhere, 'link'))
    expect(project).toMatchObject({ folder: join(root, 'packages', 'a'), root, manifests: [{ name: 'a' }] })
  })

  it('refuses a folder that is not there', async () => {
    await expect(loadProject({ env }, '/nowhere/at/all')).rejects.toThrow('no such folder: /nowhere/at/all')
  })

  test.each([
    ['.gitlab-ci.yml', 'gitlab'],
    ['.forgejo/workflows/ci.yml', 'gitea'],
    ['.gitea/workflows/ci.yml', 'gitea'],
    ['README.md', 'unknown'],
  ])('tells the kind of a forge with any name by %s', async (path, forge) => {
    const folder = repositoryWith({ [path]: '' }, 'git@code.example.org:o/r.git')
    const { repository } = await loadProject({ env }, folder)
    expect(repository).toMatchObject({ forge, url: 'https://code.example.org/o/r' })
  })

  it('knows the remote, whatever repository a manifest names', async () => {
    const folder = repositoryWith({ 'package.json': '{"name":"a","repository":"o/new"}' }, 'git@github.com:o/old.git')
    const { repository, remote } = await loadProject({ env }, folder)
    expect([repository?.url, remote?.url]).toEqual(['https://github.com/o/new', 'https://github.com/o/old'])
    expect((await loadProject({ env }, folderWith({ 'a.txt': '' }))).remote).toBeUndefined()
  })

  it('believes the CI service about the default branch, but a clone first', async () => {
    const folder = repositoryWith({ 'event.json': '{"repository":{"default_branch":"main"}}' })
    const ci = { ...env, GITHUB_REPOSITORY: 'o/r', GITHUB_EVENT_PATH: join(folder, 'event.json') }
    expect((await loadProject({ env: ci }, folder)).defaultBranch).toBe('main')
    git(folder, 'update-ref', 'refs/remotes/origin/next', commit(folder))
    git(folder, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/next')
    expect((await loadProject({ env: ci }, folder)).defaultBranch).toBe('next')
  })

  it('gives the same facts from any working folder, and however often', async () => {
    const folder = repositoryWith({ 'package.json': '{"name":"a"}', LICENSE: mit })
    const [first, second] = [await loadProject({ env }, folder), await loadProject({ env }, `${folder}/`)]
    expect(JSON.stringify(first)).toBe(JSON.stringify(second))
  })
})

/** A repository on the branch `trunk` with the files and a remote `origin`. */
function repositoryWith(files: Readonly<Record<string, string>>, remote = 'https://github.com/o/r.git'): string {
  const folder = folderWith(files)
  git(folder, 'init', '-q', '-b', 'trunk')
  git(folder, 'remote', 'add', 'origin', remote)
  return folder
}

function commit(folder: string): string {
  writeFileSync(join(folder, 'more.txt'), 'more')
  git(folder, 'add', '.')
  git(folder, '-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '-q', '-m', 'feat: more')
  return git(folder, 'rev-parse', 'HEAD').trim()
}

function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, ...args], { env, encoding: 'utf8', stdio: 'pipe' })
}
