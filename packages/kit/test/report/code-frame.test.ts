import { placeFinder } from '@frontdoor/markdown/place'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { codeFrame } from '../../src/report/code-frame.ts'

describe('a frame shows', () => {
  test.each([
    ['a range in a line', 'one two three', 'two', ['  1 │ one two three', '    │     ^^^']],
    ['a range after wide characters', '日本 two', 'two', ['  1 │ 日本 two', '    │      ^^^']],
    ['a wide range', 'a 日本 b', '日本', ['  1 │ a 日本 b', '    │   ^^^^']],
    ['an emoji of several characters', 'a 👩‍👩‍👧 b', 'b', ['  1 │ a 👩‍👩‍👧 b', '    │      ^']],
    ['a letter with a combining mark', 'e\u0301 b', 'b', ['  1 │ e\u0301 b', '    │   ^']],
    ['a range after a tab', '\ta', 'a', ['  1 │     a', '    │     ^']],
    [
      'a range after characters that are not seen',
      '\u001B\u202Ea',
      'a',
      ['  1 │ \\u{1b}\\u{202e}a', '    │               ^'],
    ],
    [
      'a range that starts inside a command',
      '##[error]x',
      '[error]',
      ['  1 │ ##\\u{5b}error]x', '    │   ^^^^^^^^^^^^'],
    ],
    ['a command at the start of a line', '::error::x', 'x', ['  1 │ ::error::x', '    │          ^']],
  ])('%s', (_, source, part, expected) => {
    expect(frame(source, source.indexOf(part), source.indexOf(part) + part.length)).toEqual(expected)
  })

  test('where a range without length is', () => {
    expect(frame('one two', 4, 4)).toEqual(['  1 │ one two', '    │     ^'])
    expect(frame('one', 3, 3)).toEqual(['  1 │ one', '    │    ^'])
  })

  test('a line ending as the place after the line', () => {
    expect(frame('one\r\ntwo', 3, 5)).toEqual(['  1 │ one', '    │    ^'])
    expect(frame('one\r\ntwo', 4, 5)).toEqual(['  1 │ one', '    │    ^'])
  })

  test('half of a character as all of it', () => {
    expect(frame('a🎉b', 2, 3)).toEqual(['  1 │ a🎉b', '    │  ^^'])
  })

  test('all lines of a short range, without the blanks at their start', () => {
    expect(frame('a one\n\n  two\nthree b', 2, 18)).toEqual([
      '  1 │ a one',
      '    │   ^^^',
      '  2 │',
      '  3 │   two',
      '    │   ^^^',
      '  4 │ three b',
      '    │ ^^^^^',
    ])
  })

  test('the first lines and the last of a long range', () => {
    const source = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join('\n')
    expect(frame(source, 7, source.length - 3)).toEqual([
      '   2 │ line 2',
      '     │ ^^^^^^',
      '   3 │ line 3',
      '     │ ^^^^^^',
      '   4 │ line 4',
      '     │ ^^^^^^',
      '     ⋮',
      '  12 │ line 12',
      '     │ ^^^^',
    ])
  })

  test('nothing where there is nothing to see', () => {
    expect(frame('', 0, 0)).toEqual([])
    expect(frame('a\n \n\nb', 2, 4)).toEqual([])
  })
})

describe('a long line is cut', () => {
  const long = `${'a'.repeat(100)}MARK${'b'.repeat(100)}`

  test.each([
    [
      'at its end, where the range is near its start',
      `${'a'.repeat(8)}MARK${'b'.repeat(100)}`,
      'aaaaaaaaMARKbbbbbbbbbbbbbbbbbbbb…',
      8,
    ],
    ['at its start, where the range is near its end', `${'a'.repeat(100)}MARK`, `…${'a'.repeat(28)}MARK`, 29],
    ['on both sides of a range in its middle', long, '…aaaaaaaaaaaaaaMARKbbbbbbbbbbbbbb…', 15],
  ])('%s', (_, source, shown, before) => {
    const start = source.indexOf('MARK')
    expect(frame(source, start, start + 4, 40)).toEqual([`  1 │ ${shown}`, `    │ ${' '.repeat(before)}^^^^`])
  })

  test('inside a range that is too long itself', () => {
    expect(frame(long, 10, 190, 40)).toEqual([`  1 │ …${'a'.repeat(32)}…`, `    │  ${'^'.repeat(32)}`])
  })

  test('to nothing where one character is already wider than the terminal', () => {
    // The flag of England: its tag characters are shown as escapes.
    const flag = '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'
    expect(frame(flag, 0, flag.length, 28)).toEqual(['  1 │ …', '    │ ^'])
  })

  test('not at all where it just fits', () => {
    const fits = 'a'.repeat(34)
    expect(frame(fits, 33, 34, 40)[0]).toBe(`  1 │ ${fits}`)
    expect(frame(`${fits}a`, 0, 1, 40)[0]).toBe(`  1 │ ${'a'.repeat(32)}…`)
  })
})

test('marks and gutters are painted', () => {
  const style = { columns: 80, paintMark: (text: string) => `<${text}>`, paintGutter: (text: string) => `[${text}]` }
  const find = placeFinder('a bc')
  expect(codeFrame(['a bc'], { start: find(2), end: find(4) }, style)).toEqual(['[  1 │] a bc', '[    │]   <^^>'])
})

test('for any text and range, every line fits and every underline stands below what is shown', () => {
  const unit = fc.constantFrom(
    'a',
    ' ',
    '\t',
    '\n',
    '\r',
    '🎉',
    '日',
    '\u0301',
    '\u200D',
    '\u001B',
    '##[',
    ']',
    '\uFEFF',
  )
  const text = fc.string({ unit, maxLength: 300 })
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), fc.integer({ min: 30, max: 120 }), (source, a, b, columns) => {
      const [start = 0, end = 0] = [a % (source.length + 1), b % (source.length + 1)].toSorted((x, y) => x - y)
      const lines = frame(source, start, end, columns)
      for (const [index, line] of lines.entries()) {
        expect(stringWidth(line)).toBeLessThanOrEqual(columns)
        const underline = /^ +│( *)\^+$/.exec(line)?.[1]
        // One cell behind the text is where a line ending is pointed at.
        if (underline !== undefined)
          expect(stringWidth(lines[index - 1] ?? '')).toBeGreaterThanOrEqual(underline.length)
      }
    }),
  )
})

function frame(source: string, start: number, end: number, columns = 80): string[] {
  const find = placeFinder(source)
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  const style = { columns, paintMark: (text: string) => text, paintGutter: (text: string) => text }
  return codeFrame(lines, { start: find(start), end: find(end) }, style)
}
