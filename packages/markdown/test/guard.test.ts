import { describe, expect, test } from 'vitest'
import { defaultLimits, guard, isCheap } from '../src/guard.ts'
import { placeFinder } from '../src/place.ts'
import { realFiles, specExamples } from './support/samples.ts'

/** Sources that overflow the reference's stack, or keep it busy for minutes (measured on Node 20 and 24, 2026-11). */
const hostile: readonly (readonly [string, string])[] = [
  ['quotes in quotes', '> '.repeat(100_000)],
  ['quotes in quotes with text', `${'> '.repeat(3_125)}*a*`],
  ['list items in list items, on one line', `${'- '.repeat(3_074)}x`],
  ['numbered items in items', `${'1. '.repeat(3_074)}x`],
  ['list items in list items, and as many blank lines', `${'- '.repeat(30_000)}x${'\n'.repeat(30_000)}`],
  ['list items by indentation', Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ['a long run of emphasis on both sides', `${'*'.repeat(50_000)}a${'*'.repeat(50_000)}`],
  ['emphasis that closes and never opened', 'a_ '.repeat(32_500)],
  ['emphasis of two lengths', `${'a**b'.repeat(25_000)}${'c* '.repeat(25_000)}`],
  ['setext headings', 'a\n=\n'.repeat(50_000)],
  ['comments that are never closed', `x ${'<!--'.repeat(300_000)}`],
  ['CDATA that is never closed', 'x <![CDATA['.repeat(50_000)],
  ['link ends on lines of their own', ']([\n'.repeat(50_000)],
  ['escaped backticks', '\\``'.repeat(80_000)],
]

describe('what would hang or crash a parser', () => {
  test.each(hostile)('is refused: %s', (_, source) => {
    const refusal = guard(source)
    expect(refusal?.message).toMatch(/; (?:take|close|split)/)
    expect(refusal?.at.start).toBeLessThan(source.length)
  })

  test('is refused where it stands', () => {
    const source = `# Tea\r\n\r\nBrews tea.\r\n\r\n${'- '.repeat(3_074)}x`
    expect(placeFinder(source)(guard(source)?.at.start as number)).toMatchObject({ line: 5, column: 1 })
  })

  test('is refused by its size alone, and the limit can be raised', () => {
    const source = 'word '.repeat(1_100_000)
    expect(guard(source)?.message).toBe('The document has 5.2 million characters; split it, or raise the limit of 5')
    expect(guard(source, { ...defaultLimits, length: 10_000_000 })).toBeUndefined()
  })
})

describe('what a parser reads in good time', () => {
  test.each([
    ['one long line', 'word '.repeat(200_000)],
    ['a table of 10,000 columns', `|${'a|'.repeat(10_000)}\n|${'-|'.repeat(10_000)}\n`],
    ['20,000 collapsible sections in one another', '<details>\n'.repeat(20_000)],
    ['brackets that nothing closes', '['.repeat(50_000)],
    ['hostile text in a fence', `\`\`\`\n${'- '.repeat(3_074)}\n${'a_ '.repeat(32_500)}\n\`\`\`\n`],
  ])('is not refused: %s', (_, source) => {
    expect(guard(source)).toBeUndefined()
  })

  test('is every real document, and every example of the specifications', () => {
    const refused = [...specExamples(), ...realFiles()].filter(({ source }) => guard(source))
    expect(refused.map(({ name }) => name)).toEqual([])
  })
})

describe('what is parsed on the spot', () => {
  test.each([
    [true, 'a short document', '# Tea\n\nBrews *tea*.\n'],
    [false, 'a long one', 'Brews tea.\n\n'.repeat(20_000)],
    [false, 'a short one that may be costly', 'a_ '.repeat(2_000)],
  ])('%s: %s', (cheap, _, source) => {
    expect(isCheap(source)).toBe(cheap)
  })
})
