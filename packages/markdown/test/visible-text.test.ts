import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visibleText } from '../src/visible-text.ts'
import { hostile } from './arbitraries.ts'

describe('what nobody sees is taken out', () => {
  test.each([
    ['control characters', 'a\0b\x07c\x1b[31md\x7fe', 'abc[31mde'],
    ['C1 control characters', 'a\x9bb\x80c', 'abc'],
    ['bidi controls', 'a\u202Eb\u202C\u2066c\u2069\u200Ed\u200F\u061C', 'abcd'],
    ['zero-width characters', '@\u200Ba\u2060b\uFEFFc\u00ADd\u034Fe', '@abcde'],
    ['tag characters', 'a\u{E0001}\u{E0041}b', 'ab'],
    ['blank letters', 'a\u3164\u115F\uFFA0b', 'ab'],
    ['noncharacters', 'a\uFFFE\u{1FFFF}\uFDD0b', 'ab'],
    ['annotations', 'a\uFFF9b\uFFFAc\uFFFB', 'abc'],
    ['a joiner between other letters', 'a\u200Db\u200Cc', 'abc'],
    ['a joiner beside only one emoji', '👩\u200Da', '👩a'],
    ['variation selectors beside other letters', 'a\uFE0Fb\u{E0101}c\u180B', 'abc'],
    ['a second variation selector, which could carry data', '👍\uFE0F\uFE0F\uFE01', '👍\uFE0F'],
    ['the tags of a flag', '🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}', '🏴'],
  ])('%s', (_, value, expected) => {
    expect(visibleText(value)).toBe(expected)
  })
})

describe('what changes what is seen stays', () => {
  test.each([
    ['emoji that are shown as one', '👩‍👩‍👧 🏳️‍🌈 🧑🏽‍🤝‍🧑🏿 ❤️‍🔥'],
    ['the emoji form of a sign', '❤️ ✔︎ 1️⃣ #️⃣'],
    ['flags of countries', '🇫🇷'],
    ['text from right to left', 'שלום عليكم'],
    ['the non-joiner of Persian', 'می‌خواهم'],
    ['the joiner of Sinhala and Devanagari', 'ක්‍ෂ क्‍ष'],
    ['variants of ideographs', '葛\u{E0100}飾'],
    ['variants of Mongolian letters', 'ᠠ\u180Bᠠ'],
    ['accents', 'é e\u0301'],
  ])('%s', (_, value) => {
    expect(visibleText(value)).toBe(value)
  })
})

describe('white space becomes one space', () => {
  test.each([
    ['line endings', 'a\nb\r\nc\rd\u2028e\u0085f', 'a b c d e f'],
    ['tabs and wide spaces', 'a\t b\u00A0\u3000c', 'a b c'],
    ['spaces with something hidden between them', 'a \u200B b', 'a b'],
    ['spaces at the ends', ' \u200B a \n', 'a'],
  ])('%s', (_, value, expected) => {
    expect(visibleText(value)).toBe(expected)
  })
})

test('half a surrogate pair becomes the replacement character', () => {
  expect(visibleText('a\uD83Db\uDE00')).toBe('a\uFFFDb\uFFFD')
})

test('no control or bidi character gets through, and doing it twice changes nothing', () => {
  fc.assert(
    fc.property(hostile, (value) => {
      const text = visibleText(value)
      expect(text).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Surrogate}\p{Zl}\p{Zp}]/u)
      expect(visibleText(text)).toBe(text)
    }),
  )
})
