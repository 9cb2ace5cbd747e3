import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { asNobody, fixedNow, memoryIo, project, type TestProject } from '../src/testing.ts'

describe('project', () => {
  let last: TestProject | undefined

  it('holds its files, an object as JSON', async () => {
    last = await project({ 'a.md': 'a', 'docs/b.md': Buffer.from([0xff]), 'package.json': { name: 'x' } })
    expect((await readdir(last.path)).toSorted()).toEqual(['a.md', 'docs', 'package.json'])
    expect(await last.read('package.json')).toBe('{\n  "name": "x"\n}\n')
  })

  it('is gone after its test', async () => {
    await expect(readdir(last?.path ?? '.')).rejects.toThrow('ENOENT')
  })

  it('is a repository with a remote where that is asked for, and nobody else’s', async () => {
    const { git } = await project({ 'a.md': 'a' }, { git: { remote: 'https://github.com/o/r' } })
    expect(await git('remote', 'get-url', 'origin')).toBe('https://github.com/o/r\n')
    expect(await git('config', '--list', '--show-scope')).not.toMatch(/^(global|system)/m)
  })

  it('is a repository as git makes it', async () => {
    const remote = 'https://github.com/o/r'
    const made = await project({}, { git: { remote } })
    const { git } = await project()
    await git('init', '--quiet', '--initial-branch=main')
    await git('remote', 'add', 'origin', remote)
    for (const question of [
      ['config', '--list', '--local'],
      ['status', '--branch', '--porcelain'],
    ])
      expect(await made.git(...question)).toBe(await git(...question))
  })

  it('makes the same commit on every machine', async () => {
    const { git } = await project({ 'a.md': 'a' }, { git: {} })
    await git('add', '--all')
    await git('commit', '--quiet', '--message=first')
    expect(await git('log', '--format=%H %D %an %aI')).toBe(
      'a5f4bbb542c3dc430a16d00989cdf464a2a920a9 HEAD -> main Ada 2026-01-02T03:04:05+00:00\n',
    )
  })
})

describe('memoryIo', () => {
  it('keeps what is written and has a clock that stands still', async () => {
    const io = memoryIo({ stdin: 'in', columns: 80, env: { A: '1' } })
    io.stdout.write('a')
    io.stdout.write('b')
    expect([io.stdout.text, io.stderr.text]).toEqual(['ab', ''])
    expect([io.stdout.isTTY, io.stdout.columns, io.stderr.isTTY]).toEqual([true, 80, false])
    expect(Buffer.from(await io.stdin()).toString()).toBe('in')
    expect(io.now()).toEqual(fixedNow)
    expect(io.env).toEqual({ A: '1' })
  })
})

describe('asNobody', () => {
  it('gives the rights back, also after a failure', async () => {
    const { path } = await project()
    const before = process.geteuid?.()
    const work = asNobody(path, async () => {
      throw new Error(`as ${process.geteuid?.() === 0 ? 'root' : 'somebody'}`)
    })
    await expect(work).rejects.toThrow('as somebody')
    expect(process.geteuid?.()).toBe(before)
  })
})
