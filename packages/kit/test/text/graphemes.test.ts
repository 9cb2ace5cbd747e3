import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphemes } from '../../src/text/graphemes.ts'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function segments(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

test('of every character, beside others and before a selector, are those of the segmenter', () => {
  for (let code = 0; code < 0x20000; code++) {
    const one = String.fromCodePoint(code)
    const text = `a${one}${one}\u{1F600}${one}\uFE0F한${one}-`
    const found = graphemes(text).map(({ segment }) => segment)
    if (found.join('\n') !== segments(text).join('\n')) expect.fail(`U+${code.toString(16)}: ${JSON.stringify(found)}`)
  }
})

test('of any text are those of the segmenter, with their places', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(...('aé中한の👍❤–…\uFE0F\u200D\u0301\u{1F3FD}\u{1F1E9}\t\r\n'.match(/./gsu) ?? [])),
    }),
  )
  fc.assert(
    fc.property(text, (given) => {
      expect(graphemes(given).map(({ segment }) => segment)).toEqual(segments(given))
      for (const { segment, index } of graphemes(given)) expect(given.startsWith(segment, index)).toBe(true)
    }),
  )
})
