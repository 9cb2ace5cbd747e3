import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findStale, type GeneratedFile, type Generator, mend } from '../generate/generator.ts'
import { replaceRegion } from '../generate/region.ts'

describe('generated files', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'frontdoor-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const generator = (files: readonly GeneratedFile[], ...folders: string[]): Generator => ({
    folders,
    files: async () => files,
  })
  const rule = { path: 'docs/rules/top/rule.md', text: '# rule\n' }

  it('are stale until they are written', async () => {
    const generators = [generator([rule])]
    const stale = await findStale(generators, root)
    expect(stale).toEqual([rule])
    mend(stale, root)
    expect(readFileSync(join(root, rule.path), 'utf8')).toBe(rule.text)
    expect(await findStale(generators, root)).toEqual([])
  })

  it('are stale when somebody edits them', async () => {
    mend([{ ...rule, text: '# my rule\n' }], root)
    expect(await findStale([generator([rule])], root)).toEqual([rule])
  })

  it('leave no others in a folder of their own, and touch nothing else', async () => {
    mkdirSync(join(root, 'docs', 'rules', 'old'), { recursive: true })
    for (const path of ['docs/rules/old/gone.md', 'docs/written.md']) writeFileSync(join(root, path), 'text')
    const generators = [generator([rule], 'docs/rules', 'docs/missing')]
    const stale = await findStale(generators, root)
    expect(stale).toEqual([{ path: 'docs/rules/old/gone.md', text: undefined }, rule])
    mend(stale, root)
    expect(existsSync(join(root, 'docs/rules/old/gone.md'))).toBe(false)
    expect(existsSync(join(root, 'docs/written.md'))).toBe(true)
  })
})

describe('a region of a written file', () => {
  const text = 'Before\n\n<!-- tasks:start, made by a script -->\n\nold\n\n<!-- tasks:end -->\n\nAfter $& the end\n'

  it('is replaced, and nothing around it', () => {
    const replaced = replaceRegion(text, 'tasks', 'new $1\n')
    expect(replaced).toBe(text.replace('old', () => 'new $1'))
    expect(replaceRegion(replaced, 'tasks', 'new $1')).toBe(replaced)
  })

  it.each([
    ['has no markers', 'Before'],
    ['has no end', '<!-- tasks:start -->'],
    ['ends before it starts', '<!-- tasks:end -->\n<!-- tasks:start -->'],
    ['is another one', text.replaceAll('tasks', 'rules')],
  ])('is refused where it %s', (_, wrong) => {
    expect(() => replaceRegion(wrong, 'tasks', 'new')).toThrow('No region <!-- tasks:start -->')
  })
})
