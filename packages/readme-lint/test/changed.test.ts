import { writeFileSync } from 'node:fs'
import { project, type TestProject } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import { clean, faulty, found, lint } from './cli.ts'

/** A repository with three READMEs, committed on main. */
async function repository(): Promise<TestProject> {
  const folder = await project({ 'README.md': clean, 'a/README.md': clean, 'b/README.md': clean }, { git: {} })
  await commit(folder, 'start')
  return folder
}

async function commit(folder: TestProject, message: string): Promise<void> {
  await folder.git('add', '.')
  await folder.git('commit', '--quiet', '-m', message)
}

describe('--since', () => {
  it('takes READMEs that are changed, committed or not, and new ones', async () => {
    const folder = await repository()
    await folder.write({ 'a/README.md': faulty })
    await commit(folder, 'second')
    await folder.write({ 'b/README.md': faulty, 'c/README.md': faulty })
    const dead = 'link/dead-file link/dead-anchor'
    expect(await found(folder, ['--since', 'HEAD', '.'])).toEqual([`b/README.md ${dead}`, `c/README.md ${dead}`])
    expect(await found(folder, ['--since', 'HEAD~1', '.', '--rule', 'top/title'])).toHaveLength(3)
  })

  it('asks where the branch left the other one, not what happened there since', async () => {
    const folder = await repository()
    await folder.git('checkout', '--quiet', '-b', 'topic')
    await folder.write({ 'a/README.md': `${clean}\nMore.\n` })
    await commit(folder, 'topic')
    await folder.git('checkout', '--quiet', 'main')
    await folder.write({ 'b/README.md': `${clean}\nMore.\n` })
    await commit(folder, 'main')
    await folder.git('checkout', '--quiet', 'topic')
    expect(await found(folder, ['--since', 'main', '.'])).toEqual(['a/README.md'])
  })

  it('works in a folder of the repository, whatever the person has set', async () => {
    const folder = await repository()
    await folder.write({ 'a/README.md': `${clean}\nMore.\n` })
    for (const [name, value] of [
      ['diff.relative', 'true'],
      ['diff.noprefix', 'true'],
      ['status.showUntrackedFiles', 'no'],
    ] as const)
      await folder.git('config', name, value)
    expect(await found(folder, ['--since', 'main'], { cwd: folder.join('a') })).toEqual(['README.md'])
  })

  test.each([
    ['no-such', '--since no-such: no such branch, tag or commit here; a shallow clone may lack it'],
    ['--output=x', "option '--since <rev>' argument missing"],
  ])('refuses %j', async (revision, message) => {
    const { code, err } = await lint(await repository(), ['--since', revision])
    expect(code).toBe(2)
    if (revision === 'no-such') expect(err).toBe(`readme-lint: ${message}\n`)
  })

  it('needs a repository', async () => {
    const folder = await project({ 'README.md': clean })
    const { code, err } = await lint(folder, ['--since', 'main'])
    expect([code, err]).toEqual([2, `readme-lint: --since asks git, and ${folder.path} is in no git work tree\n`])
  })

  it('says so of a bare repository, too', async () => {
    const folder = await project({ 'README.md': clean }, { git: {} })
    await folder.git('config', 'core.bare', 'true')
    const cwd = folder.join('.git')
    const { code, err } = await lint(folder, ['--staged'], { cwd })
    expect([code, err]).toEqual([2, `readme-lint: --staged asks git, and ${cwd} is in no git work tree\n`])
  })

  it('says in the words of git why it refuses a repository, as one of another user', async () => {
    const folder = await repository()
    const { code, err } = await lint(folder, ['--since', 'main'], { env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' } })
    expect([code, err]).toEqual([2, expect.stringMatching(/dubious ownership.*safe\.directory/)])
  })
})

describe('--staged', () => {
  it('looks at what the index has of a README, not at the file', async () => {
    const folder = await repository()
    await folder.write({ 'a/README.md': faulty, 'b/README.md': faulty })
    await folder.git('add', 'a')
    await folder.write({ 'a/README.md': clean })
    expect(await found(folder, ['--staged', '.'])).toEqual(['a/README.md link/dead-file link/dead-anchor'])
  })

  it('says so of nothing when nothing is staged, and works before the first commit', async () => {
    const folder = await project({ 'README.md': faulty }, { git: {} })
    expect(await found(folder, ['--staged'])).toEqual([])
    await folder.git('add', '.')
    expect(await found(folder, ['--staged'])).toEqual(['README.md link/dead-file link/dead-anchor'])
  })

  test.each([[['--staged']], [['.', '--staged']], [['a', 'b', '--staged']], [['.', '--since', 'HEAD']]])(
    '%j finds nothing wrong where there is no README at all',
    async (argv) => {
      const folder = await project({ 'a/x.txt': '', 'b/y.txt': '' }, { git: {} })
      await commit(folder, 'start')
      const { code, out, err } = await lint(folder, argv)
      expect([code, out, err]).toEqual([0, 'No problems in 0 files\n', ''])
    },
  )

  it('refuses a path that leads to nothing all the same', async () => {
    const { code, err } = await lint(await repository(), ['c', '--staged'])
    expect([code, err]).toEqual([2, 'readme-lint: c: no such file or folder\n'])
  })

  it('takes the index that git gives to the hook of `commit FILE`', async () => {
    const folder = await repository()
    await folder.write({ 'a/README.md': faulty })
    await folder.git('read-tree', '--index-output=.git/next-index', 'HEAD')
    await folder.git('add', 'a')
    const hook = { PATH: process.env.PATH, GIT_DIR: '.git', GIT_INDEX_FILE: '.git/next-index' }
    expect(await found(folder, ['--staged', '.'], { env: hook })).toEqual([])
    const elsewhere = await project({ index: '' })
    const other = { ...hook, GIT_INDEX_FILE: elsewhere.join('index') }
    expect(await found(folder, ['--staged', '.'], { env: other })).toHaveLength(1)
  })

  it('leaves out what is deleted, and a symbolic link', async () => {
    const folder = await repository()
    await folder.git('rm', '--quiet', '--cached', 'a/README.md')
    expect(await found(folder, ['--staged', '.'])).toEqual([])
  })

  it('tells of a text that is not UTF-8', async () => {
    const folder = await repository()
    writeFileSync(folder.join('README.md'), new Uint8Array([0x41, 0xff]))
    await folder.git('add', '.')
    const { code, err } = await lint(folder, ['--staged'])
    expect([code, err]).toEqual([
      2,
      'readme-lint: README.md in the index:1: byte 0xff at offset 1 is not UTF-8; convert the file to UTF-8\n',
    ])
  })

  test.each([
    [
      ['--fix'],
      '--fix mends files, --staged looks at what the index has of them: run --fix first, then git add, then --staged',
    ],
    [['--since', 'main'], '--since and --staged choose different READMEs: give one of them'],
    [['-'], '--staged is about files, not about standard input: leave one of them out'],
  ])('is refused with %j, and why', async (argv, message) => {
    const { code, err } = await lint(await repository(), ['--staged', ...argv])
    expect([code, err]).toEqual([2, `readme-lint: ${message}\n`])
  })
})
