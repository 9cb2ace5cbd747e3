import { describe, expect, test } from 'vitest'
import { offsetMap } from '../../src/html/offset-map.ts'

/** The source that each character of a value is laid on, with `·` where two lie on the same one. */
function lay(value: string, source: string, start = 0, end: number = source.length): string {
  const at = offsetMap(value, source, { start, end })
  const offsets = Array.from({ length: value.length }, (_, index) => at(index))
  return offsets.map((offset, index) => (offset === offsets[index - 1] ? '·' : source.charAt(offset))).join('')
}

describe('each character of a value lies on the one it was read from', () => {
  test.each([
    ['a value as it is written', '<b>\n</b>', '<b>\n</b>'],
    ['lines in a quote', '<b>\n</b>', '<b>\n> </b>'],
    ['lines in a list item', '<b>\n</b>', '<b>\n  </b>'],
    ['indentation within a list item', '<b>\n  x\n</b>', '<b>\n    x\n  </b>'],
    ['CRLF', '<b>\r\nx\r\n</b>', '<b>\r\n> x\r\n> </b>'],
    ['CR', '<b>\rx\r</b>', '<b>\r> x\r> </b>'],
    ['mixed line endings', '<b>\rx\r\ny\n</b>', '<b>\r> x\r\n>y\n> </b>'],
    ['an empty line', '<!--\n\n-->', '<!--\n>\n> -->'],
    ['a line ending at the end', '<b>\n\n', '<b>\n> \n'],
    ['an emoji', '<b>\n🎉</b>', '<b>\n> 🎉</b>'],
    ['a line that leaves the prefix of its quote out', '<b>\nxx\ny', '<b>\n> xx\ny'],
  ])('%s', (_, value, source) => {
    expect(lay(value, source)).toBe(value)
  })

  test('a value in the middle of a source', () => {
    const source = '> <b>\n> </b>\n\nx'
    const at = offsetMap('<b>\n</b>', source, { start: 2, end: 12 })
    expect([at(0), at(3), at(4), at(7)]).toEqual([2, 5, 8, 11])
  })

  test('the end of a value lies behind its last character', () => {
    expect(offsetMap('<b>\n</b>', '<b>\n> </b>', { start: 0, end: 10 })(8)).toBe(10)
  })
})

describe('where the parser changed characters', () => {
  test('spaces for a tab that a list has split lie on the first character behind it', () => {
    // Of the tab of four columns two belong to the list item.
    expect(lay('<b>\n  x', '<b>\n\tx')).toBe('<b>\nx··')
  })

  test('spaces and a tab likewise', () => {
    expect(lay('<b>\n  \tx\n</b>', '<b>\n\t\tx\n  </b>')).toBe('<b>\nx···\n</b>')
  })

  test('U+FFFD lies on NUL', () => {
    expect(lay('<b>\n\uFFFDx', '<b>\n> \0x')).toBe('<b>\n\0x')
  })

  test('a tab within a list item and a lost prefix do not pass for a value as it is written', () => {
    expect(lay('<b>\n  x\ny', '<b>\n\tx\n>y')).toBe('<b>\nx··\ny')
  })
})
