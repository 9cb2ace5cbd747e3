import { execFileSync } from 'node:child_process'
import { chmod, mkdir, symlink, truncate } from 'node:fs/promises'
import { describe, expect, it, test } from 'vitest'
import { readText, readTextOrEmpty } from '../src/files.ts'
import { UserError } from '../src/io.ts'
import { asNobody, project, type TestProject } from '../src/testing.ts'

/** A folder `root` to stay in, beside something outside of it. */
async function layout(): Promise<{ outside: TestProject; root: string }> {
  const outside = await project({ 'secret.txt': 'secret', 'root/README.md': '# hi\n', 'root/docs/a.md': 'a' })
  return { outside, root: outside.join('root') }
}

async function messageOf(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => undefined,
    (reason) => reason,
  )
  expect(error).toBeInstanceOf(UserError)
  return error.message
}

describe('readText', () => {
  it('reads a file, with its name relative to the root', async () => {
    const { outside, root } = await layout()
    expect(await readText(outside.join('root/docs/a.md'), root)).toMatchObject({
      name: 'docs/a.md',
      realPath: outside.join('root/docs/a.md'),
      text: 'a',
      attributes: { links: 1 },
    })
  })

  it('keeps a byte order mark and every end of line', async () => {
    const { path, join } = await project({ 'a.md': '\ufeffa\r\nb\rc' })
    expect((await readText(join('a.md'), path)).text).toBe('\ufeffa\r\nb\rc')
  })

  it('names the file that is not UTF-8', async () => {
    const { path, join } = await project({ 'docs/a.md': Buffer.from('caf\xe9', 'latin1') })
    expect(await messageOf(readText(join('docs/a.md'), path))).toMatch(/^docs\/a\.md:1: byte 0xe9 at offset 3 /)
  })

  test.each([
    ['a link to a file', 'link.md', 'README.md'],
    ['a link to a link', 'link.md', 'second'],
    ['a link to a folder', 'link/README.md', '.'],
    ['an absolute link', 'link.md', undefined],
  ])('follows %s inside the root', async (_, path, target) => {
    const { outside, root } = await layout()
    await symlink('README.md', outside.join('root/second'))
    await symlink(target ?? outside.join('root/README.md'), outside.join(`root/${path.split('/')[0]}`))
    const file = await readText(outside.join(`root/${path}`), root)
    expect(file).toMatchObject({ name: path, realPath: outside.join('root/README.md'), text: '# hi\n' })
  })

  it('reads under a root that is itself reached through a link', async () => {
    const { outside } = await layout()
    await symlink('root', outside.join('alias'))
    expect((await readText(outside.join('alias/README.md'), outside.join('alias'))).text).toBe('# hi\n')
  })

  test.each([
    ['a link out of the root', '../secret.txt'],
    ['a link out of the root through a folder', 'docs/../../secret.txt'],
    ['an absolute link', '/dev/null'],
  ])('refuses %s and does not tell what is there', async (_, target) => {
    const { outside, root } = await layout()
    await symlink(target, outside.join('root/link.md'))
    const message = await messageOf(readText(outside.join('root/link.md'), root))
    expect(message).toMatch(/^link\.md leads to .*, which is outside /)
    expect(message).not.toMatch(/secret(?!\.txt)/)
  })

  it('refuses a path out of the root, also into a folder whose name starts alike', async () => {
    const { outside, root } = await layout()
    await outside.write({ 'root-2/x.md': 'x', '..x': 'x' })
    expect(await messageOf(readText(outside.join('secret.txt'), root))).toMatch(/^\.\.\/secret\.txt leads to /)
    expect(await messageOf(readText(outside.join('root-2/x.md'), root))).toMatch(/^\.\.\/root-2\/x\.md leads to /)
  })

  it('reads a file whose name starts with two dots', async () => {
    const { path, join } = await project({ '..a': 'a' })
    expect((await readText(join('..a'), path)).text).toBe('a')
  })

  test.each([
    ['nothing', 'missing.md', 'there is no file missing.md'],
    ['a link to nothing', 'dangling', 'dangling: a link that leads to nothing'],
    ['a folder', 'docs', 'docs is not a regular file'],
    ['a pipe that nobody writes to', 'pipe', 'pipe is not a regular file'],
    ['a loop of links', 'loop', /^cannot read loop: too many symbolic links encountered \(ELOOP\)$/],
    ['a file as a folder', 'README.md/x', /^cannot read README\.md\/x: not a directory \(ENOTDIR\)$/],
    ['a file without end', 'huge', 'huge is larger than 32 MiB'],
  ])('refuses %s', async (_, name, message) => {
    const { outside, root } = await layout()
    await symlink('nowhere', outside.join('root/dangling'))
    await symlink('loop', outside.join('root/loop'))
    execFileSync('mkfifo', [outside.join('root/pipe')])
    await outside.write({ 'root/huge': '' })
    await truncate(outside.join('root/huge'), 2 ** 35)
    expect(await messageOf(readText(outside.join(`root/${name}`), root))).toMatch(message)
  })
})

describe('readTextOrEmpty', () => {
  it('reads a file that is there', async () => {
    const { path, join } = await project({ 'a.md': 'a' })
    expect(await readTextOrEmpty(join('a.md'), path)).toEqual(await readText(join('a.md'), path))
  })

  it('gives an empty file without attributes for one that is not there', async () => {
    const { path, join } = await project()
    await mkdir(join('docs'))
    await symlink('docs', join('link'))
    expect(await readTextOrEmpty(join('link/a.md'), path)).toEqual({
      name: 'link/a.md',
      realPath: join('docs/a.md'),
      text: '',
    })
  })

  test.each([
    ['a link to nothing', 'dangling', 'dangling: a link that leads to nothing'],
    ['a folder outside', 'away/a.md', /^away\/a\.md leads to .*, which is outside /],
  ])('refuses %s', async (_, name, message) => {
    const { outside, root } = await layout()
    await symlink('nowhere', outside.join('root/dangling'))
    await symlink('..', outside.join('root/away'))
    expect(await messageOf(readTextOrEmpty(outside.join(`root/${name}`), root))).toMatch(message)
  })

  it('does not take a folder that may not be read for a missing file', async () => {
    const { path, join } = await project({ 'closed/a.md': 'a' })
    await chmod(join('closed'), 0o000)
    const reading = asNobody(path, () => readTextOrEmpty(join('closed/a.md'), path))
    expect(await messageOf(reading)).toMatch(/^cannot read closed(\/a\.md)?: permission denied \(EACCES\)$/)
  })
})
