import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { projectFiles } from '../../src/project/files.ts'
import type { ProjectFiles } from '../../src/project.ts'

let temp: string
let root: string
let files: ProjectFiles
let inner: ProjectFiles

beforeAll(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'frontdoor-files-')))
  root = join(temp, 'root')
  for (const folder of ['docs/deep', 'packages/a', '.git']) mkdirSync(join(root, folder), { recursive: true })
  mkdirSync(join(temp, 'root-beside'))
  const texts = { 'README.md': 'root', 'docs/a b.md': 'ä', 'packages/a/README.md': 'a', '.git/config': 'secret' }
  for (const [path, text] of Object.entries(texts)) writeFileSync(join(root, path), text)
  for (const path of ['secret.md', 'root-beside/secret.md']) writeFileSync(join(temp, path), 'secret')
  const links = {
    'to-file.md': 'README.md',
    'to-folder': 'docs',
    'to-root': '.',
    'to-outside.md': '../secret.md',
    'to-beside': '../root-beside',
    'to-absolute.md': '/etc/passwd',
    'to-nothing.md': 'none.md',
    'to-itself.md': 'to-itself.md',
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path))
  execFileSync('mkfifo', [join(root, 'pipe')])
  writeFileSync(join(root, 'huge.md'), '')
  truncateSync(join(root, 'huge.md'), 16 * 1024 * 1024 + 1)
  files = projectFiles(root, root)
  inner = projectFiles(join(root, 'packages', 'a'), root)
})

afterAll(() => rmSync(temp, { recursive: true, force: true }))

describe('projectFiles', () => {
  test.each([
    ['README.md', 'file'],
    ['./README.md', 'file'],
    ['docs', 'directory'],
    ['docs/', 'directory'],
    ['', 'directory'],
    ['.', 'directory'],
    ['docs/a b.md', 'file'],
    ['docs/../README.md', 'file'],
    ['none/../README.md', 'file'],
    ['docs/deep/../../README.md', 'file'],
    ['to-file.md', 'file'],
    ['to-folder/a b.md', 'file'],
    ['to-root/to-root/docs', 'directory'],
    ['readme.md', undefined],
    ['Docs/a b.md', undefined],
    ['README.md/x', undefined],
    ['none.md', undefined],
    ['../secret.md', undefined],
    ['docs/../../secret.md', undefined],
    ['../root/README.md', undefined],
    ['/README.md/../../../../etc/passwd', undefined],
    ['to-outside.md', undefined],
    ['to-beside/secret.md', undefined],
    ['to-absolute.md', undefined],
    ['to-nothing.md', undefined],
    ['to-itself.md', undefined],
    ['pipe', undefined],
    ['.git', undefined],
    ['.git/config', undefined],
    ['README.md\0.png', undefined],
    ['docs\\a b.md', undefined],
  ])('says of %j that it is %s', (path, kind) => {
    expect(files.kind(path)).toBe(kind)
    expect(typeof files.text(path)).toBe(kind === 'file' ? 'string' : 'undefined')
  })

  it('reads text as UTF-8, and nothing that is too large to be a text', () => {
    expect(files.text('docs/a b.md')).toBe('ä')
    expect(files.kind('huge.md')).toBe('file')
    expect(files.text('huge.md')).toBeUndefined()
  })

  it('lists names in the order of their code units, and nothing for what is no folder', () => {
    expect(files.list('docs')).toEqual(['a b.md', 'deep'])
    expect(files.list('')).not.toContain('.git')
    for (const path of ['README.md', 'none', '..', 'to-beside']) expect(files.list(path)).toEqual([])
  })

  it('starts from the folder and may go up to the root, not above it', () => {
    expect(inner.text('README.md')).toBe('a')
    expect(inner.text('../../README.md')).toBe('root')
    expect(inner.list('..')).toEqual(['a'])
    expect(inner.kind('../../../secret.md')).toBeUndefined()
  })

  it('never reads outside of the root, for any path', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      'docs',
      'to-root',
      'to-folder',
      'to-beside',
      'secret.md',
      'to-outside.md',
      'root',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        expect(inner.text(parts.join('/'))).not.toBe('secret')
        expect(inner.list(parts.join('/'))).not.toContain('secret.md')
      }),
      { numRuns: 500 },
    )
  })
})
