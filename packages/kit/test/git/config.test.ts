import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseGitConfig } from '../../src/git/config.ts'

describe('parseGitConfig', () => {
  test.each([
    ['a plain value', '[a]\n\tb = c\n', { 'a.b': ['c'] }],
    ['a subsection, with its case', '[Remote "Or.i\\"gin"]\nURL=x', { 'remote.Or.i"gin.url': ['x'] }],
    ['the old form of a subsection', '[Remote.Origin]\nurl=x', { 'remote.origin.url': ['x'] }],
    ['a value on the line of its section', '[a] b = c', { 'a.b': ['c'] }],
    ['a name without a value', '[a]\nb\n c\n', { 'a.b': ['true'], 'a.c': ['true'] }],
    ['an empty value', '[a]\nb =\nc = ""', { 'a.b': [''], 'a.c': [''] }],
    ['values of one name in their order', '[a]\nb=1\n[x]\n[A]\nB=2', { 'a.b': ['1', '2'] }],
    [
      'comments, but not inside quotes',
      '# x\n; y\n[a] # z\nb = 1 ; 2\nc = "1 ; 2" # 3',
      { 'a.b': ['1'], 'a.c': ['1 ; 2'] },
    ],
    ['quotes anywhere', '[a]\nb = x" y "z', { 'a.b': ['x y z'] }],
    ['spaces kept inside, cut around', '[a]\nb =  x  y  \nc = " x "  ', { 'a.b': ['x  y'], 'a.c': [' x '] }],
    ['blanks behind quotes with nothing in them', '[a]\nb = "" x\nc = x ""', { 'a.b': ['x'], 'a.c': ['x '] }],
    ['escapes', '[a]\nb = \\"\\\\\\t\\n', { 'a.b': ['"\\\t\n'] }],
    ['a joined line', '[a]\nb = x\\\n  y', { 'a.b': ['x  y'] }],
    ['a joined line with nothing in it', '[a]\nb = x \\\r\n', { 'a.b': ['x '] }],
    ['a joined line before the value', '[a]\nb = \\\n  y', { 'a.b': ['y'] }],
    ['a joined line inside quotes', '[a]\nb = "x\\\ny"', { 'a.b': ['xy'] }],
    ['Windows line ends and a byte order mark', '\uFEFF[a]\r\nb = c\r\n\r\n', { 'a.b': ['c'] }],
    ['nothing', '', {}],
  ])('reads %s as git does', (_, source, expected) => {
    expect(Object.fromEntries(parseGitConfig(source) ?? [['unsure', true]])).toEqual(expected)
    expect(askGit(source)).toEqual(expected)
  })

  test.each([
    ['a value outside of any section', 'a = b'],
    ['an open section', '[a\nb = c'],
    ['an open subsection', '[a "b]\nc = d'],
    ['a space in a section', '[a b]\nc = d'],
    ['an open quote', '[a]\nb = "c\n'],
    ['an unknown escape', '[a]\nb = \\x'],
    ['a lone backslash at the end', '[a]\nb = c\\'],
    ['a name that starts with a digit', '[a]\n1 = b'],
    ['a word after a name', '[a]\nb c'],
    ['an included file', '[include]\npath = other'],
    ['an included file on a condition', '[includeIf "gitdir:/x"]\npath = other'],
  ])('leaves %s to git', (_, source) => {
    expect(parseGitConfig(source)).toBeUndefined()
  })

  it('agrees with git on any file that it reads', () => {
    const part = fc.constantFrom('[a]', '[a "b"]', 'x', '=', ' ', '"', '\\', 'n', '\n', '#', ';', '\r\n', 'url', '\t')
    const source = fc.array(part, { maxLength: 14 }).map((parts) => `[remote "origin"]\n${parts.join('')}`)
    fc.assert(
      fc.property(source, (text) => {
        const read = parseGitConfig(text)
        // Git before 2.45 turns a tab inside a value into a space.
        if (read && !text.includes('\t')) expect(Object.fromEntries(read)).toEqual(askGit(text))
      }),
      { numRuns: 100 },
    )
  })
})

/** What `git config` lists for a file, in the form of our own reading; undefined where git refuses it. */
function askGit(source: string): Record<string, string[]> | undefined {
  const values: Record<string, string[]> = {}
  for (const record of listing(source)?.split('\0').slice(0, -1) ?? [undefined]) {
    if (record === undefined) return undefined
    const [name = '', ...lines] = record.split('\n')
    values[name] = [...(values[name] ?? []), lines.length === 0 ? 'true' : lines.join('\n')]
  }
  return values
}

function listing(source: string): string | undefined {
  try {
    return execFileSync('git', ['config', '--null', '--list', '--file', '-'], {
      input: source,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch {
    return undefined
  }
}
