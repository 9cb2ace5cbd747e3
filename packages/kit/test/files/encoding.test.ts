import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { decodeText } from '../../src/files/encoding.ts'
import { UserError } from '../../src/io.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const text = (value: string) => new Uint8Array(Buffer.from(value))

describe('decodeText', () => {
  it('gives back every well-formed text, with its byte order mark', () => {
    const anything = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0'))
    fc.assert(fc.property(anything, (value) => decodeText(text(value), 'x') === value))
    expect(decodeText(text('\ufeff# hi\r\n'), 'x')).toBe('\ufeff# hi\r\n')
  })

  test.each([
    ['a byte order mark, little end first', bytes(0xff, 0xfe, 0x23, 0)],
    ['a byte order mark, big end first', bytes(0xfe, 0xff, 0, 0x23)],
    ['no byte order mark, little end first', Buffer.from('# A heading é ü', 'utf16le')],
    ['no byte order mark, big end first', Buffer.from('# A heading é ü', 'utf16le').swap16()],
  ])('refuses UTF-16 with %s', (_, given) => {
    expect(() => decodeText(given, 'README.md')).toThrow(new UserError('README.md is UTF-16; convert it to UTF-8'))
  })

  it('takes a few NUL characters for what they are', () => {
    expect(decodeText(text('a\0b\0c and more text after it'), 'x')).toBe('a\0b\0c and more text after it')
  })

  test.each([
    ['a Latin-1 letter', bytes(0x6e, 0x61, 0xef, 0x76, 0x65), 'x:1: byte 0xef at offset 2'],
    ['a letter on the third line', bytes(0x0a, 0x0d, 0x0a, 0x41, 0xe9), 'x:3: byte 0xe9 at offset 4'],
    ['a character cut at the end', bytes(0x41, 0xe2, 0x82), 'x:1: byte 0xe2 at offset 1'],
    ['an overlong slash', bytes(0xc0, 0xaf), 'x:1: byte 0xc0 at offset 0'],
    ['half a surrogate pair', bytes(0x41, 0xed, 0xa0, 0x80), 'x:1: byte 0xed at offset 1'],
    ['a byte after a real U+FFFD', Buffer.concat([text('\ufffd'), bytes(0xff)]), 'x:1: byte 0xff at offset 3'],
  ])('says where %s stands', (_, given, where) => {
    expect(() => decodeText(given, 'x')).toThrow(`${where} is not UTF-8; convert the file to UTF-8`)
  })

  it('finds the first byte that makes text invalid', () => {
    const valid = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'))
    fc.assert(
      fc.property(valid, valid, (before, after) => {
        const broken = Buffer.concat([text(before), bytes(0xff), text(after)])
        expect(() => decodeText(broken, 'x')).toThrow(`at offset ${Buffer.byteLength(before)} `)
      }),
    )
  })
})
