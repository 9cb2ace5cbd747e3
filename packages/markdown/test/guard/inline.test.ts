import { describe, expect, test } from 'vitest'
import { InlineWork } from '../../src/guard/inline.ts'

function read(source: string): InlineWork {
  const work = new InlineWork()
  work.read(source, 0, source.length)
  return work
}

describe('depth of emphasis', () => {
  test.each([
    ['a', 0],
    ['*a*', 1],
    ['**a**', 2],
    ['*a **b** c*', 3],
    ['*a* *b* *c*', 1],
    ['*a _b ~c~ d_ e*', 3],
    ['*a *b* c* *d*', 2],
    ['*a _b* c_', 1],
    ['* a *', 0],
    ['a * b', 0],
    ['snake_case_word', 0],
    ['_a_b_', 1],
    ['\\*a*', 0],
    ['\\\\*a*', 1],
    ['*a', 0],
    ['a*', 0],
  ])('of %s is %i', (source, depth) => {
    expect(read(source).depth).toBe(depth)
  })
})

describe('work', () => {
  const count = 1000
  test.each([
    ['closing markers', 'a* '],
    ['closing markers of another kind', '*a_ '],
    ['closing brackets', 'a] '],
    ['openings of footnotes', 'a[^'],
    ['links whose address goes into a link', '[a](b'],
    ['links whose address goes into one in angles', '[a](<b'],
    ['comments', 'a <!-- '],
    ['instructions', 'a <? '],
    ['CDATA', 'a <![CDATA[ '],
    ['declarations', 'a <!A '],
    ['code that only a longer run could close', '\\`` '],
  ])('grows with the square of %s', (_, unit) => {
    const once = read(unit.repeat(count)).finish()
    expect(once).toBeGreaterThan(100_000)
    expect(read(unit.repeat(2 * count)).finish() / once).toBeGreaterThan(3)
  })

  test.each([
    ['emphasis', '*a* '],
    ['emphasis of two kinds', '_a **b** c_ '],
    ['opening markers', '*a '],
    ['words with underscores', 'a_b_c '],
    ['opening brackets', '[ '],
    ['links', '[a](b) '],
    ['links with a title', '[a](b "c") '],
    ['links with parentheses', '[a](b(c)) '],
    ['links in angles', '[a](<b>) '],
    ['images in links', '[![a](b)](c) '],
    ['references', '[a][b] '],
    ['comments that end', '<!-- a --> '],
    ['instructions that end', '<? a ?> '],
    ['CDATA that ends', '<![CDATA[ a ]]> '],
    ['declarations that end', '<!A b> '],
    ['tags', '<a b="c"> '],
    ['code', '`a` '],
    ['code of two lengths', '`` a ` b `` '],
    ['escaped backticks', '\\` '],
    ['escaped brackets', '\\] '],
    ['words', 'a é 漢 1 '],
    ['punctuation', '. , ; ! ? ( ) '],
  ])('is none for %s', (_, unit) => {
    expect(read(unit.repeat(count)).finish()).toBe(0)
  })

  test('grows with the words behind an open bracket', () => {
    expect(read(`[a ${'b '.repeat(count)}`).finish()).toBeGreaterThan(100_000)
    expect(read(`[a] ${'b '.repeat(count)}`).finish()).toBe(0)
  })

  test('grows with the lines that are looked over', () => {
    const work = read('a')
    work.lookOver(1050)
    expect(work.finish()).toBe(1000)
  })

  test('of one closing marker in a long text is none', () => {
    expect(read(`${'a '.repeat(count)}b*`).finish()).toBe(0)
  })
})
