import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, covers, type Edit, overlap, type Range } from '../src/edit.ts'

const edit = (start: number, end: number, text: string): Edit => ({ start, end, text })

describe('applyEdits', () => {
  test.each<[string, Edit[], string]>([
    ['replaces a range', [edit(1, 3, 'X')], 'aXdef'],
    ['removes a range', [edit(1, 3, '')], 'adef'],
    ['inserts at an empty range', [edit(3, 3, 'X')], 'abcXdef'],
    ['inserts at the start', [edit(0, 0, 'X')], 'Xabcdef'],
    ['inserts at the end', [edit(6, 6, 'X')], 'abcdefX'],
    ['replaces all', [edit(0, 6, 'X')], 'X'],
    ['takes ranges that touch', [edit(0, 2, 'X'), edit(2, 4, 'Y')], 'XYef'],
    ['takes edits in any order', [edit(4, 5, 'Y'), edit(0, 1, 'X')], 'XbcdYf'],
    ['keeps the order of two insertions at one offset', [edit(2, 2, 'X'), edit(2, 2, 'Y')], 'abXYcdef'],
    ['inserts in front of a replacement that starts there', [edit(2, 4, 'Y'), edit(2, 2, 'X')], 'abXYef'],
    ['inserts behind a replacement that ends there', [edit(4, 4, 'Y'), edit(2, 4, 'X')], 'abXYef'],
  ])('%s', (_, edits, expected) => {
    expect(applyEdits('abcdef', edits)).toBe(expected)
  })

  test.each<[string, Edit[]]>([
    ['overlap', [edit(0, 3, ''), edit(2, 4, '')]],
    ['are the same', [edit(0, 3, ''), edit(0, 3, '')]],
    ['lie in one another', [edit(0, 6, ''), edit(2, 2, 'X')]],
    ['start before the source', [edit(-1, 2, '')]],
    ['end behind the source', [edit(5, 7, '')]],
    ['end before they start', [edit(3, 2, '')]],
    ['have no offsets', [edit(Number.NaN, Number.NaN, 'X')]],
  ])('refuses edits that %s', (_, edits) => {
    expect(() => applyEdits('abcdef', edits)).toThrow(RangeError)
  })

  test('says which edit it refuses', () => {
    expect(() => applyEdits('ab', [edit(1, 3, '')])).toThrow('Edit 1–3 overlaps another or lies outside the source')
  })

  test('leaves the list of edits as it is', () => {
    const edits = [edit(4, 5, 'Y'), edit(0, 1, 'X')]
    applyEdits('abcdef', edits)
    expect(edits).toEqual([edit(4, 5, 'Y'), edit(0, 1, 'X')])
  })
})

/** A source, cut into pieces of which some are replaced. */
const pieces = fc.array(
  fc.record({ text: fc.string({ unit: 'binary' }), by: fc.option(fc.string({ unit: 'binary' })) }),
)

describe('edits to a source in pieces', () => {
  test('change these pieces and no others, in whatever order they are given', () => {
    fc.assert(
      fc.property(pieces, fc.infiniteStream(fc.nat()), (cut, random) => {
        // An empty piece is an insertion: two at one offset would depend on their order.
        const parts = cut.filter(({ text }) => text !== '')
        const edits: Edit[] = []
        let start = 0
        for (const { text, by } of parts) {
          if (by !== null) edits.push(edit(start, start + text.length, by))
          start += text.length
        }
        const shuffled = edits
          .map((one) => ({ one, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        const source = parts.map(({ text }) => text).join('')
        expect(applyEdits(source, shuffled)).toBe(parts.map(({ text, by }) => by ?? text).join(''))
      }),
    )
  })

  test('none are no change', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (source) => applyEdits(source, []) === source))
  })
})

const range: fc.Arbitrary<Range> = fc
  .tuple(fc.nat(8), fc.nat(8))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

describe('overlap', () => {
  test.each<[string, Range, Range, boolean]>([
    ['ranges that share a character', { start: 0, end: 3 }, { start: 2, end: 4 }, true],
    ['a range in another', { start: 0, end: 6 }, { start: 2, end: 4 }, true],
    ['a range and itself', { start: 1, end: 2 }, { start: 1, end: 2 }, true],
    ['ranges that touch', { start: 0, end: 2 }, { start: 2, end: 4 }, false],
    ['ranges apart', { start: 0, end: 1 }, { start: 2, end: 4 }, false],
    ['an insertion in a range', { start: 1, end: 1 }, { start: 0, end: 4 }, true],
    ['an insertion at the start of a range', { start: 0, end: 0 }, { start: 0, end: 4 }, true],
    ['an insertion at the end of a range', { start: 4, end: 4 }, { start: 0, end: 4 }, true],
    ['two insertions at one offset', { start: 2, end: 2 }, { start: 2, end: 2 }, true],
    ['an insertion apart', { start: 5, end: 5 }, { start: 0, end: 4 }, false],
  ])('%s', (_, a, b, expected) => {
    expect([overlap(a, b), overlap(b, a)]).toEqual([expected, expected])
  })

  test('edits that do not overlap can be applied in any order', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        fc.pre(!overlap(a, b))
        const [first, second] = [edit(a.start, a.end, 'X'), edit(b.start, b.end, 'Y')]
        expect(applyEdits('abcdefgh', [first, second])).toBe(applyEdits('abcdefgh', [second, first]))
      }),
    )
  })

  test('edits that share a character are refused', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        fc.pre(Math.max(a.start, b.start) < Math.min(a.end, b.end))
        expect(overlap(a, b)).toBe(true)
        expect(() => applyEdits('abcdefgh', [edit(a.start, a.end, ''), edit(b.start, b.end, '')])).toThrow(RangeError)
      }),
    )
  })
})

test.each<[Range, Range, boolean]>([
  [{ start: 0, end: 4 }, { start: 1, end: 3 }, true],
  [{ start: 1, end: 3 }, { start: 1, end: 3 }, true],
  [{ start: 1, end: 4 }, { start: 0, end: 3 }, false],
  [{ start: 0, end: 3 }, { start: 1, end: 4 }, false],
])('a range covers another that is all in it', (outer, inner, expected) => {
  expect(covers(outer, inner)).toBe(expected)
})
