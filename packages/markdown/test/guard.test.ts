import { text as specification } from 'commonmark-spec'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { defaultLimits, guard, isCheap } from '../src/guard.ts'
import { parse } from '../src/parse.ts'
import { installedDocuments } from './support/documents.ts'
import { harmless, hostile } from './support/hostile.ts'

const documents = installedDocuments()

describe('what would hang or crash a parser', () => {
  test.each(Object.keys(hostile))('is refused: %s', (name) => {
    expect(guard(grow(name, 20_000))).toBeDefined()
  })

  test.each(Object.keys(hostile))('and a small one of it is read: %s', (name) => {
    const source = grow(name, 8)
    expect(guard(source)).toBeUndefined()
    expect(parse(source).children).not.toEqual([])
  })

  test.each(Object.keys(hostile))('and the largest that is not refused can be cloned: %s', (name) => {
    const source = grow(name, largestAccepted(name))
    expect(structuredClone(parse(source)).children).not.toEqual([])
  })

  test.each(Object.keys(hostile))('is not cheap even where it stands in what looks like code: %s', (name) => {
    // The fence is none: its list item ends before the next line. What stands in it is what the parser sees.
    const source = `- \`\`\`\n\n${grow(name, 20_000)}\n`
    expect(isCheap(source)).toBe(false)
  })
})

describe('what people write', () => {
  test.each(Object.keys(harmless))('is not refused, however much of it: %s', (name) => {
    expect(guard(grow(name, 50_000))).toBeUndefined()
  })

  test('is not refused in what the dependencies of this repository ship', () => {
    expect(documents.filter((source) => guard(source))).toEqual([])
  })

  test('is not refused in the CommonMark specification', () => {
    expect(guard(specification)).toBeUndefined()
  })

  test('is far from the limits', () => {
    const limits = { ...defaultLimits, depth: 10, emphasis: 10, work: 20_000 }
    expect(documents.filter((source) => guard(source, limits))).toEqual([])
  })

  test('is cheap unless it is long', () => {
    const dear = documents.filter((source) => !isCheap(source))
    expect(dear.filter((source) => source.length <= 128 * 1024)).toEqual([])
  })
})

describe('a refusal', () => {
  test.each([
    ['a deep line', `a\n\n${'> '.repeat(101)}a\n\nb`, 3],
    [
      'a deep item below others',
      `${Array.from({ length: 101 }, (_, index) => `${'  '.repeat(index)}- a\n`).join('')}b`,
      101,
    ],
    ['a block that takes too much work', `a\n\n# b\nc\nd ${'e] '.repeat(3000)}\n\nf`, 4],
    ['deep emphasis', `a\n\n${'*'.repeat(201)}a${'*'.repeat(201)}`, 3],
  ])('tells the line of %s', (_, source, line) => {
    const { at } = guard(source) ?? { at: { start: 0 } }
    expect(source.slice(0, at.start).split('\n')).toHaveLength(line)
  })

  test.each([
    ['> '.repeat(101), 'More than 100 quotes, list items and footnotes stand inside one another; take levels away'],
    [
      `${'*'.repeat(201)}a${'*'.repeat(201)}`,
      'More than 200 markers of emphasis stand inside one another; take some away, or escape them with a backslash',
    ],
    [
      'e] '.repeat(3000),
      'Here are so many brackets, markers or comments that are not closed that reading them would take minutes; close or escape them, or part the text with blank lines',
    ],
    [
      'a'.repeat(5 * 1024 * 1024 + 1),
      'The document has 5242881 characters, more than the 5242880 that are read; split it',
    ],
  ])('says what to do instead (%#)', (source, message) => {
    expect(guard(source)?.message).toBe(message)
  })

  test('comes at the limits that are given', () => {
    const limits = { length: 100, depth: 2, emphasis: 3, work: 1000 }
    expect(guard('a'.repeat(101), limits)?.message).toContain('characters')
    expect(guard('> > > a', limits)?.message).toContain('More than 2 quotes')
    expect(guard('****a****', limits)?.message).toContain('More than 3 markers')
    expect(guard('> > a\n\n***b***', limits)).toBeUndefined()
  })

  test('stands in the source, whatever the source is', () => {
    const limits = { length: 200, depth: 3, emphasis: 3, work: 10 }
    const soup = fc.array(fc.constantFrom(...'abc -+*>#_~`[]()<!?|:=\\&1.\t\r\n^'), { maxLength: 300 })
    fc.assert(
      fc.property(soup, (characters) => {
        const source = characters.join('')
        const { at } = guard(source, limits) ?? { at: { start: 0, end: 0 } }
        return at.start >= 0 && at.end >= at.start && at.end <= source.length
      }),
    )
  })
})

describe('the guard is linear: twice the source takes no more than twice the steps', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  test.each([...Object.keys(hostile), ...Object.keys(harmless)])('%s', (name) => {
    const boundless = { length: Infinity, depth: Infinity, emphasis: Infinity, work: Infinity }
    const steps = vi.spyOn(String.prototype, 'charCodeAt')
    const stepsFor = (source: string) => {
      steps.mockClear()
      guard(source, boundless)
      return steps.mock.calls.length / source.length
    }
    const half = stepsFor(grow(name, 300))
    expect(stepsFor(grow(name, 600))).toBeLessThanOrEqual(1.1 * half)
  })
})

function grow(name: string, n: number): string {
  const generator = hostile[name] ?? harmless[name]
  return generator?.(n) ?? ''
}

/** To a fiftieth, and up to what a parser takes a moment for. */
function largestAccepted(name: string): number {
  let low = 8
  let high = 4000
  while (high - low > low / 50 + 1) {
    const middle = Math.floor((low + high) / 2)
    if (guard(grow(name, middle))) high = middle
    else low = middle
  }
  return low
}
