import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, link, lstat, readdir, readlink, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it, test } from 'vitest'
import { writeText, writeTexts } from '../../src/files/write.ts'
import { readText, readTextOrEmpty } from '../../src/files.ts'
import { UserError } from '../../src/io.ts'
import { asNobody, project, type TestProject } from '../../src/testing.ts'

const writer = fileURLToPath(new URL('writer.ts', import.meta.url))

async function open(folder: TestProject, name = 'README.md') {
  return readText(folder.join(name), folder.path)
}

async function expectRefusal(writing: Promise<unknown>, message: string | RegExp): Promise<void> {
  await expect(writing).rejects.toSatisfy((error) => error instanceof UserError)
  await expect(writing).rejects.toThrow(message)
}

describe('writeText', () => {
  test.each([
    ['longer text', '# old\nand more\n'],
    ['no text', ''],
    ['a byte order mark and every end of line', '\ufeffa\r\nb\rc'],
    ['letters of several bytes', 'Größe 👩‍💻'],
  ])('writes %s and leaves nothing else behind', async (_, text) => {
    const folder = await project({ 'README.md': '# old\n' })
    expect(await writeText(await open(folder), text)).toEqual({ changed: true })
    expect(await folder.read('README.md')).toBe(text)
    expect(await readdir(folder.path)).toEqual(['README.md'])
  })

  it('does not touch a file whose text stays', async () => {
    const folder = await project({ 'README.md': '# old\n' })
    const { ino, mtimeNs, ctimeNs } = await stat(folder.join('README.md'), { bigint: true })
    expect(await writeText(await open(folder), '# old\n')).toEqual({ changed: false })
    expect(await stat(folder.join('README.md'), { bigint: true })).toMatchObject({ ino, mtimeNs, ctimeNs })
  })

  test.each([0o600, 0o644, 0o755, 0o4755])('keeps the mode %o', async (mode) => {
    const folder = await project({ 'README.md': '# old\n' })
    await chmod(folder.join('README.md'), mode)
    await writeText(await open(folder), 'new')
    expect((await stat(folder.join('README.md'))).mode & 0o7777).toBe(mode)
  })

  test.runIf(process.getuid?.() === 0)('keeps the owner', async () => {
    const folder = await project({ 'README.md': '# old\n' })
    await promisify(execFile)('chown', ['1234:4321', folder.join('README.md')])
    await writeText(await open(folder), 'new')
    expect(await stat(folder.join('README.md'))).toMatchObject({ uid: 1234, gid: 4321 })
  })

  it('writes what a symbolic link leads to and keeps the link', async () => {
    const folder = await project({ 'docs/index.md': 'old' })
    await symlink('docs/index.md', folder.join('README.md'))
    await writeText(await open(folder), 'new')
    expect(await folder.read('docs/index.md')).toBe('new')
    expect(await readlink(folder.join('README.md'))).toBe('docs/index.md')
  })

  it('says that another name of the file keeps the old text', async () => {
    const folder = await project({ 'README.md': 'old' })
    await link(folder.join('README.md'), folder.join('other.md'))
    expect(await writeText(await open(folder), 'new')).toEqual({
      changed: true,
      warning: 'README.md had 2 hard links; the other names keep the old text',
    })
    expect([await folder.read('README.md'), await folder.read('other.md')]).toEqual(['new', 'old'])
  })

  it('creates a file that was not there, with the mode new files have', async () => {
    const folder = await project({ 'other.md': '' })
    const file = await readTextOrEmpty(folder.join('CHANGELOG.md'), folder.path)
    expect(await writeText(file, '# Changelog\n')).toEqual({ changed: true })
    expect(await folder.read('CHANGELOG.md')).toBe('# Changelog\n')
    const modes = await Promise.all(['CHANGELOG.md', 'other.md'].map((name) => stat(folder.join(name))))
    expect(modes[0]?.mode).toBe(modes[1]?.mode)
  })

  it('creates the folders of a file that was not there', async () => {
    const folder = await project()
    const file = await readTextOrEmpty(folder.join('docs/en/CHANGELOG.md'), folder.path)
    expect(await readdir(folder.path)).toEqual([])
    await writeText(file, '# Changelog\n')
    expect(await folder.read('docs/en/CHANGELOG.md')).toBe('# Changelog\n')
  })

  it('does not create an empty file', async () => {
    const folder = await project()
    const file = await readTextOrEmpty(folder.join('CHANGELOG.md'), folder.path)
    expect(await writeText(file, '')).toEqual({ changed: false })
    expect(await readdir(folder.path)).toEqual([])
  })

  it('removes what a killed run left long ago, and nothing else', async () => {
    const leftover = '.frontdoor-0123456789abcdef.tmp'
    const recent = '.frontdoor-00000000000000ff.tmp'
    const folder = await project({ 'README.md': 'old', [leftover]: '', [recent]: '', '.frontdoor-x.tmp': '' })
    const longAgo = new Date('2020-01-01')
    for (const name of [leftover, '.frontdoor-x.tmp']) await utimes(folder.join(name), longAgo, longAgo)
    await writeText(await open(folder), 'new')
    expect((await readdir(folder.path)).toSorted()).toEqual([recent, '.frontdoor-x.tmp', 'README.md'])
  })
})

describe('a write that cannot be done leaves the file and the folder as they were', () => {
  test.each<[string, (path: string) => Promise<unknown>, string | undefined]>([
    ['was saved by an editor', (path) => writeFile(path, 'edited'), 'edited'],
    ['was saved with as many bytes', (path) => writeFile(path, 'odd'), 'odd'],
    ['was removed', (path) => rm(path), undefined],
  ])('because the file %s', async (_, change, left) => {
    const folder = await project({ 'README.md': 'old' })
    const file = await open(folder)
    await change(folder.join('README.md'))
    await expectRefusal(writeText(file, 'new'), 'README.md was changed by something else meanwhile; run again')
    expect(await readdir(folder.path)).toEqual(left === undefined ? [] : ['README.md'])
    if (left !== undefined) expect(await folder.read('README.md')).toBe(left)
  })

  it('because a new file was created meanwhile', async () => {
    const folder = await project()
    const file = await readTextOrEmpty(folder.join('CHANGELOG.md'), folder.path)
    await folder.write({ 'CHANGELOG.md': 'theirs' })
    await expectRefusal(writeText(file, 'ours'), /^CHANGELOG\.md was changed by something else/)
    expect(await folder.read('CHANGELOG.md')).toBe('theirs')
    expect(await readdir(folder.path)).toEqual(['CHANGELOG.md'])
  })

  it('because a file was replaced by a link meanwhile: the link stays', async () => {
    const folder = await project({ 'README.md': 'old', 'secret.txt': 'secret' })
    const file = await open(folder)
    await rm(folder.join('README.md'))
    await symlink('secret.txt', folder.join('README.md'))
    await expectRefusal(writeText(file, 'new'), /changed by something else/)
    expect((await lstat(folder.join('README.md'))).isSymbolicLink()).toBe(true)
    expect(await folder.read('secret.txt')).toBe('secret')
  })

  test.each([
    ['the folder is read-only', 0o555, 0o666],
    ['the file is read-only', 0o777, 0o444],
  ])('because %s', async (_, folderMode, fileMode) => {
    const folder = await project({ 'docs/README.md': 'old' })
    await chmod(folder.join('docs/README.md'), fileMode)
    await chmod(folder.join('docs'), folderMode)
    const writing = asNobody(folder.path, async () => writeText(await open(folder, 'docs/README.md'), 'new'))
    await expectRefusal(writing, 'cannot write docs/README.md: permission denied (EACCES)')
    expect(await readdir(folder.join('docs'))).toEqual(['README.md'])
    expect(await folder.read('docs/README.md')).toBe('old')
  })

  it('because the folder is gone', async () => {
    const folder = await project({ 'docs/README.md': 'old' })
    const file = await open(folder, 'docs/README.md')
    await rename(folder.join('docs'), folder.join('moved'))
    await expectRefusal(writeText(file, 'new'), 'docs/README.md was changed by something else meanwhile; run again')
  })

  it('because the disk takes no more', async () => {
    const folder = await project({ 'README.md': 'old' })
    // A limit on the size of files is the full disk that needs no rights; its unit is 1 KiB.
    const limited = [
      '-c',
      'ulimit -f 64; exec "$@"',
      'sh',
      process.execPath,
      writer,
      folder.path,
      'README.md',
      '200000',
    ]
    const { stdout } = await promisify(execFile)('bash', limited)
    expect(stdout).toBe('UserError: cannot write README.md: file too large (EFBIG)\n')
    expect(await folder.read('README.md')).toBe('old')
    expect(await readdir(folder.path)).toEqual(['README.md'])
  })
})

describe('many writers', () => {
  it('in one process: one wins, the others are refused, and no text is mixed', async () => {
    const folder = await project({ 'README.md': 'old' })
    const texts = Array.from({ length: 8 }, (_, index) => `${index}`.repeat(100_000))
    const file = await open(folder)
    const results = await Promise.allSettled(texts.map((text) => writeText(file, text)))
    const written = texts.filter((_, index) => results[index]?.status === 'fulfilled')
    expect(written).toContain(await folder.read('README.md'))
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(UserError)
    expect(await readdir(folder.path)).toEqual(['README.md'])
  })

  it('killed at any moment: the file is an old or a new one as a whole', async () => {
    const folder = await project({ 'README.md': 'x'.repeat(300_000) })
    for (const delay of [0, 3, 7, 12, 20]) {
      const child = spawn(process.execPath, [writer, folder.path, 'README.md', '300000', 'forever'])
      await once(child.stdout, 'data')
      await new Promise((resolve) => setTimeout(resolve, delay))
      child.kill('SIGKILL')
      await once(child, 'close')
      expect(await folder.read('README.md')).toMatch(/^(x{300000}|y{300000})$/)
    }
  })
})

describe('writeTexts', () => {
  it('writes files that belong together', async () => {
    const folder = await project({ 'a.md': 'a', 'docs/b.md': 'b', 'c.md': 'c' })
    const [a, b, c] = [await open(folder, 'a.md'), await open(folder, 'docs/b.md'), await open(folder, 'c.md')]
    const written = await writeTexts([
      { file: a, text: 'A' },
      { file: b, text: 'b' },
      { file: c, text: 'C' },
    ])
    expect(written.map(({ changed }) => changed)).toEqual([true, false, true])
    expect([await folder.read('a.md'), await folder.read('c.md')]).toEqual(['A', 'C'])
  })

  it('writes none where one cannot be written', async () => {
    const folder = await project({ 'a.md': 'a', 'docs/b.md': 'b' })
    const [a, b] = [await open(folder, 'a.md'), await open(folder, 'docs/b.md')]
    await folder.write({ 'docs/b.md': 'edited' })
    const writing = writeTexts([
      { file: a, text: 'A' },
      { file: b, text: 'B' },
    ])
    await expectRefusal(writing, /^docs\/b\.md was changed by something else/)
    expect(await folder.read('a.md')).toBe('a')
    expect([await readdir(folder.path), await readdir(folder.join('docs'))]).toEqual([['a.md', 'docs'], ['b.md']])
  })
})
