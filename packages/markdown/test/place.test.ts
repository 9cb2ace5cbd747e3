import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeFinder } from '../src/place.ts'

describe('an offset becomes a line and a column', () => {
  test.each([
    ['the first character', 'ab\ncd', 0, '1:1'],
    ['a character in the first line', 'ab\ncd', 1, '1:2'],
    ['a line ending, which belongs to the line it ends', 'ab\ncd', 2, '1:3'],
    ['the first character of the second line', 'ab\ncd', 3, '2:1'],
    ['the end of the source', 'ab\ncd', 5, '2:3'],
    ['the end of a source that ends in a line ending', 'ab\n', 3, '2:1'],
    ['an empty source', '', 0, '1:1'],
    ['a Windows line ending', 'a\r\nb', 3, '2:1'],
    ['the line feed of a Windows line ending', 'a\r\nb', 2, '1:3'],
    ['a lone carriage return', 'a\rb', 2, '2:1'],
    ['a carriage return before a Windows line ending', 'a\r\r\nb', 4, '3:1'],
    ['a line feed before a carriage return', '\n\rb', 2, '3:1'],
    ['other line separators, which end no line', 'a\u2028\u2029\u0085\v\fb', 6, '1:7'],
    ['a character after an emoji, which has two UTF-16 units', '🎉b', 2, '1:3'],
    ['a byte order mark', '\uFEFFab\nc', 0, '1:1'],
    ['the first character after a byte order mark', '\uFEFFab\nc', 1, '1:1'],
    ['the second character after a byte order mark', '\uFEFFab\nc', 2, '1:2'],
    ['the second line after a byte order mark', '\uFEFFab\nc', 4, '2:1'],
    ['the end of a source with only a byte order mark', '\uFEFF', 1, '1:1'],
    ['a byte order mark elsewhere, which is a character', 'a\uFEFFb', 2, '1:3'],
  ])('%s', (_, source, offset, expected) => {
    const place = placeFinder(source)(offset)
    expect(`${place.line}:${place.column}`).toBe(expected)
    expect(place.offset).toBe(offset)
  })
})

test.each([-1, 3, Number.NaN, Number.POSITIVE_INFINITY])('offset %d outside the source is refused', (offset) => {
  expect(() => placeFinder('ab')(offset)).toThrow(RangeError)
})

test('the message of a refused offset says how long the source is', () => {
  expect(() => placeFinder('ab')(7)).toThrow('Offset 7 lies outside the source, which ends at 2')
})

test('every place is where counting character by character puts it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('\n', '\r', '\uFEFF', 'a', '🎉') }), (source) => {
      const find = placeFinder(source)
      for (let offset = 0; offset <= source.length; offset++) expect(find(offset)).toEqual(count(source, offset))
    }),
  )
})

test('places can be asked for in any order', () => {
  const find = placeFinder('a\nb\nc')
  expect([4, 0, 2, 4].map((offset) => find(offset).line)).toEqual([3, 1, 2, 3])
})

/** The slow and obvious way: walk from the start. */
function count(source: string, offset: number) {
  let line = 1
  let column = 1
  for (let at = 0; at < offset; at++) {
    const ends = source[at] === '\n' || (source[at] === '\r' && source[at + 1] !== '\n')
    if (ends) {
      line++
      column = 1
    } else if (at > 0 || source[at] !== '\uFEFF') {
      column++
    }
  }
  return { line, column, offset }
}
