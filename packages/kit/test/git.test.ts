import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { git, gitPiped, gitRecords, gitStream, runGit } from '../src/git.ts'
import { UserError } from '../src/io.ts'

const isolated = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
const io = { env: isolated }
let temp: string
let folder: string

beforeAll(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'frontdoor-git-')))
  folder = join(temp, 'repository')
  mkdirSync(folder)
  setUp('init', '-q', '-b', 'main')
  writeFileSync(join(folder, 'ä b.md'), '')
  setUp('add', '.')
  setUp('commit', '-q', '-m', 'feat: start')
  // Git takes such tags from anyone who may push, and hands them on.
  setUp('update-ref', 'refs/tags/--output=pwn', 'HEAD')
})

afterAll(() => rmSync(temp, { recursive: true, force: true }))

describe('git', () => {
  it('gives what git prints', async () => {
    expect(await git(io, { folder, command: 'rev-parse', options: ['--show-toplevel'] })).toBe(`${folder}\n`)
    expect(await git(io, { folder, command: 'ls-files' })).toBe('ä b.md\n')
  })

  it('hands the output of one run to another', async () => {
    const log = { folder, command: 'log', options: ['--root', '-p', '--format=commit %H'] }
    const names = { folder, command: 'patch-id', options: ['--stable'] }
    expect(await gitPiped(io, log, names)).toMatch(/^[0-9a-f]{40} [0-9a-f]{40}\n$/)
    const count = { folder, command: 'stripspace', options: ['--comment-lines'] }
    expect(await gitPiped(io, { folder, command: 'ls-files' }, count)).toBe('# ä b.md\n')
    await expect(gitPiped(io, { ...log, revisions: ['nowhere'] }, count)).rejects.toThrow('git log failed')
    await expect(gitPiped(io, log, { ...count, options: ['--nothing'] })).rejects.toThrow('git stripspace failed')
  })

  it('takes a revision for a revision, whatever it is called', async () => {
    const log = { folder, command: 'log', options: ['--format=%s'] }
    expect(await git(io, { ...log, revisions: ['--output=pwn'] })).toBe('feat: start\n')
    await expect(git(io, { ...log, revisions: ['--all'] })).rejects.toThrow('git log failed')
    expect(readdirSync(folder)).not.toContain('pwn')
  })

  test.each(['*.md', ':(glob)**', '--cached', '-z'])('takes the path %s for a name', async (path) => {
    expect(await git(io, { folder, command: 'ls-files', paths: [path] })).toBe('')
    expect(await git(io, { folder, command: 'ls-files', options: ['-z'], paths: ['ä b.md'] })).toBe('ä b.md\0')
  })

  test.each(['v1`touch pwn`', 'v1;touch pwn', '$(touch pwn)', '| touch pwn'])(
    'hands %s to no shell',
    async (revision) => {
      await expect(git(io, { folder, command: 'log', revisions: [revision] })).rejects.toThrow(UserError)
      expect(readdirSync(folder)).not.toContain('pwn')
    },
  )

  it('says in one line what failed, where, and what git said, without escape sequences', async () => {
    const failing = git(io, { folder, command: 'log', revisions: ['no\u001b[31m\nsuch'] })
    const message = await failing.then(String, (error: Error) => error.message)
    expect(message).toMatch(/^git log failed in .*repository: fatal: .*such/)
    expect(message).not.toMatch(/\p{Cc}/u)
  })

  it('says that git is not there', async () => {
    await expect(git({ env: { PATH: temp } }, { folder, command: 'log' })).rejects.toThrow(
      new UserError('git is not there: install git 2.30 or later, or put it on the PATH'),
    )
  })

  it('takes no more output than it may', async () => {
    await expect(git(io, { folder, command: 'log', limit: 10 })).rejects.toThrow('git log in')
    expect(await git(io, { folder, command: 'log', options: ['--format=%s'], limit: 12 })).toBe('feat: start\n')
  })

  it("prints the same whatever the person's own settings are", async () => {
    const hostile = join(temp, 'hostile.gitconfig')
    writeFileSync(
      hostile,
      '[color]\nui = always\n[column]\nui = always\n[core]\nquotePath = true\nfsmonitor = touch pwn\npager = touch pwn\n' +
        '[log]\nshowSignature = true\n[diff]\nexternal = touch pwn\n',
    )
    const env = { ...isolated, GIT_CONFIG_GLOBAL: hostile, GIT_PAGER: 'touch pwn', LC_ALL: 'de_DE', LANGUAGE: 'de' }
    for (const [command, ...options] of [
      ['log', '-p', '--format=%s', 'HEAD'],
      ['ls-files'],
      ['branch'],
      ['tag'],
      ['status', '--porcelain'],
      ['no-such-command'],
    ]) {
      const run = { folder, command: command ?? '', options }
      expect(await runGit({ env }, run)).toEqual(await runGit(io, run))
    }
    expect(readdirSync(folder)).not.toContain('pwn')
  })

  it('is not led to another repository by the variables of a hook', async () => {
    const names = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY', 'GIT_PREFIX']
    const env = { ...isolated, ...Object.fromEntries(names.map((name) => [name, join(temp, 'elsewhere')])) }
    expect(await git({ env }, { folder, command: 'ls-files', options: ['-z'] })).toBe('ä b.md\0')
  })

  it('drops every variable that git itself calls local to a repository, but for configuration given on purpose', async () => {
    const names = (await git(io, { folder, command: 'rev-parse', options: ['--local-env-vars'] })).trim().split('\n')
    const given = ['GIT_CONFIG_COUNT', 'GIT_NO_REPLACE_OBJECTS']
    for (const name of names.filter((local) => !given.includes(local))) {
      const env = { ...isolated, [name]: '/nowhere' }
      const { code } = await runGit({ env }, { folder, command: 'status', options: ['--porcelain'] })
      expect([name, code]).toEqual([name, 0])
    }
  })
})

describe('gitRecords', () => {
  it('cuts the output at NUL, so that a line end in a record is part of it', async () => {
    setUp('commit', '-q', '--allow-empty', '-m', 'fix: two\n\nlines')
    const records = await gitRecords(io, { folder, command: 'log', options: ['-z', '--format=%B'] })
    expect(records.map((record) => record.trimEnd())).toEqual(['fix: two\n\nlines', 'feat: start'])
  })
})

describe('gitStream', () => {
  it('gives the output as it comes, and ends with what git says where it fails', async () => {
    const read = async (revision: string) => {
      const chunks: Buffer[] = []
      const command = { folder, command: 'log', options: ['--format=%s', '-1'], revisions: [revision] }
      for await (const chunk of gitStream(io, command)) chunks.push(chunk)
      return Buffer.concat(chunks).toString()
    }
    expect(await read('main')).toBe('fix: two\n')
    await expect(read('no-such')).rejects.toThrow(/^git log failed in .*repository: fatal: /)
    await expect(read('--output=pwn2')).rejects.toThrow(UserError)
  })

  it('stops git when the reader has enough', async () => {
    for await (const chunk of gitStream(io, {
      folder,
      command: 'cat-file',
      options: ['--batch-all-objects', '--batch'],
    })) {
      expect(chunk.length).toBeGreaterThan(0)
      break
    }
  })

  it('says that git is not there', async () => {
    const stream = gitStream({ env: { PATH: temp } }, { folder, command: 'log' })
    await expect(stream.next()).rejects.toThrow('git is not there')
  })
})

describe('runGit', () => {
  it('gives the exit code, where that is the answer', async () => {
    const { code, stdout } = await runGit(io, { folder, command: 'symbolic-ref', options: ['--quiet', 'refs/none'] })
    expect([code, stdout]).toEqual([1, ''])
  })
})

function setUp(...args: readonly string[]): void {
  const person = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgSign=false']
  execFileSync('git', ['-C', folder, ...person, ...args], { env: isolated, stdio: 'pipe' })
}
