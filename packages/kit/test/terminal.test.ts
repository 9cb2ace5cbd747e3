import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type ColorSetting, lookOf, printable, printableLines } from '../src/terminal.ts'
import { memoryIo } from '../src/testing.ts'

describe('printable', () => {
  test.each([
    ['plain text', 'Größe → 名前 👩‍💻\tx', 'Größe → 名前 👩‍💻\tx'],
    ['a line feed', 'a\nb', 'a\\nb'],
    ['a carriage return', 'a\rb', 'a\\rb'],
    ['a terminal sequence', '\x1b[2Jgone', '\\x1b[2Jgone'],
    ['a one-byte terminal sequence', '\x9b2J', '\\x9b2J'],
    ['NUL and delete', '\0\x7f', '\\x00\\x7f'],
    ['text that runs backwards', 'a\u202eb\u2066c', 'a\\u202eb\\u2066c'],
    ['a line separator', 'a\u2028b\u2029c', 'a\\u2028b\\u2029c'],
  ])('shows %s safely', (_, given, shown) => {
    expect(printable(given)).toBe(shown)
  })

  it('gives one line without controls, and gives that back as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = printable(text)
        expect(shown).not.toMatch(/(?!\t)[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u)
        expect(printable(shown)).toBe(shown)
      }),
    )
  })
})

describe('printableLines', () => {
  it('keeps line feeds alone', () => {
    expect(printableLines('a\x1b\r\nb\n')).toBe('a\\x1b\\r\nb\n')
  })
})

describe('lookOf', () => {
  test.each<[boolean, ColorSetting, { columns?: number; env?: Record<string, string> }]>([
    [true, 'auto', { columns: 80 }],
    [false, 'auto', {}],
    [false, 'auto', { columns: 80, env: { TERM: 'dumb' } }],
    [false, 'auto', { columns: 80, env: { NO_COLOR: '1' } }],
    [true, 'auto', { columns: 80, env: { NO_COLOR: '' } }],
    [true, 'auto', { env: { FORCE_COLOR: '1' } }],
    [true, 'auto', { env: { FORCE_COLOR: '' } }],
    [false, 'auto', { columns: 80, env: { FORCE_COLOR: '0' } }],
    [false, 'auto', { columns: 80, env: { FORCE_COLOR: 'false' } }],
    [false, 'auto', { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }],
    [true, 'always', { env: { NO_COLOR: '1' } }],
    [false, 'never', { columns: 80, env: { FORCE_COLOR: '1' } }],
  ])('gives colour %j for %s with %j', (color, setting, world) => {
    expect(lookOf(memoryIo(world), setting).color).toBe(color)
  })

  test.each([
    [true, { columns: 80, env: { TERM_PROGRAM: 'WezTerm' } }],
    [true, { columns: 80, env: { TERM: 'xterm-kitty' } }],
    [true, { columns: 80, env: { VTE_VERSION: '6800' } }],
    [false, { columns: 80, env: { VTE_VERSION: '4600' } }],
    [false, { columns: 80, env: { TERM: 'xterm' } }],
    [false, { columns: 80, env: { TERM: 'xterm-kitty', CI: 'true' } }],
    [false, { env: { TERM_PROGRAM: 'WezTerm' } }],
  ])('gives links %j with %j', (hyperlinks, world) => {
    expect(lookOf(memoryIo(world), 'auto').hyperlinks).toBe(hyperlinks)
  })
})
