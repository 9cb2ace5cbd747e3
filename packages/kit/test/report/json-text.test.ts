import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonText } from '../../src/report/json-text.ts'
import { commandsIn } from './reporters/runner.ts'

test.each([
  ['a\u009B\u202E\u2028b', '"a\\u009b\\u202e\\u2028b"\n'],
  ['\u{E0041}', '"\\udb40\\udc41"\n'],
  ['##[error]x', '"##\\u005berror]x"\n'],
  ['::error::x', '"::error::x"\n'],
  ['[[##]]', '"[[##]]"\n'],
  [{ a: ['b'] }, '{\n  "a": [\n    "b"\n  ]\n}\n'],
])('%j is written safe to print', (value, expected) => {
  expect(jsonText(value)).toBe(expected)
})

test('any value reads back as the same, on lines that a terminal shows and no CI runner obeys', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('#', '##[', '::', 'error', ']', '\u001B', '\u009B', '\u202E'),
      fc.string({ maxLength: 1, unit: 'binary' }),
    ),
  })
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), text, (value, hostile) => {
      const written = jsonText([value, hostile])
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify([value, hostile])))
      expect(written).not.toMatch(/(?!\n|[\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      expect(commandsIn(written)).toEqual([])
    }),
  )
})
