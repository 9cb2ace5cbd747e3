import type { RuleFinding } from '@frontdoor/kit/report'
import type { Edit } from '@frontdoor/markdown/edit'
import { expect, test } from 'vitest'
import { fix } from '../../src/cli/fix.ts'

function finding(edits: readonly Edit[], safe = true): RuleFinding {
  return {
    at: { start: 0, end: 0 },
    message: JSON.stringify(edits),
    rule: 'a/b',
    severity: 'info',
    fix: { edits, safe },
  }
}

/** A check that finds each pattern in turn and would replace it. */
function replacing(...pairs: readonly [find: string, text: string, safe?: boolean][]) {
  return (source: string): RuleFinding[] =>
    pairs.flatMap(([find, text, safe]) => {
      const start = source.indexOf(find)
      return start < 0 ? [] : [finding([{ start, end: start + find.length, text }], safe)]
    })
}

test('safe fixes are applied and no longer reported', async () => {
  expect(await fix('abc', replacing(['b', 'x']), false)).toEqual({ source: 'axc', findings: [] })
})

test('suggestions are only applied when asked for', async () => {
  const check = replacing(['b', 'x', false])
  expect(await fix('abc', check, false)).toEqual({ source: 'abc', findings: check('abc') })
  expect((await fix('abc', check, true)).source).toBe('axc')
})

test('overlapping fixes take turns', async () => {
  expect((await fix('abc', replacing(['ab', 'x'], ['bc', 'y'], ['xc', 'z']), false)).source).toBe('z')
})

test('a fix is taken whole or not at all', async () => {
  const both = [
    finding([{ start: 1, end: 2, text: 'x' }]),
    finding([
      { start: 0, end: 1, text: '1' },
      { start: 1, end: 2, text: '2' },
    ]),
  ]
  expect((await fix('ab', (source) => (source === 'ab' ? both : []), false)).source).toBe('ax')
})

test('two insertions at one place both stay, in the order of their findings', async () => {
  const twice = [finding([{ start: 1, end: 1, text: 'x' }]), finding([{ start: 1, end: 1, text: 'y' }])]
  expect((await fix('ab', (source) => (source === 'ab' ? twice : []), false)).source).toBe('axyb')
})

test('the same insertion asked for twice is made once', async () => {
  const twice = [finding([{ start: 1, end: 1, text: 'x' }]), finding([{ start: 1, end: 1, text: 'x' }])]
  expect((await fix('ab', (source) => (source === 'ab' ? twice : []), false)).source).toBe('axb')
})

test('fixes that never end are given up', async () => {
  const endless = (source: string): RuleFinding[] => [finding([{ start: 0, end: 0, text: `${source.length}` }])]
  expect((await fix('', endless, false)).findings).toHaveLength(1)
})

test('fixes that undo each other are taken back, and those beside them stay', async () => {
  const said = (message: string, ...edits: Edit[]) => ({ ...finding(edits), message })
  const check = (source: string): RuleFinding[] => [
    ...replacing(['b', 'B'])(source),
    // The section lands where nobody sees it, so its entry is taken for a dead one.
    ...(source.startsWith('entry ')
      ? [said('a dead entry', { start: 0, end: 6, text: '' })]
      : [
          said(
            'a section is missing',
            { start: 0, end: 0, text: 'entry ' },
            { start: source.length, end: source.length, text: ' section' },
          ),
        ]),
  ]
  expect(await fix('a b c', check, false)).toMatchObject({
    source: 'a B c',
    findings: [{ message: 'a section is missing' }],
  })
})

test('a fix that changes nothing is left alone', async () => {
  expect((await fix('abc', replacing(['b', 'b']), false)).source).toBe('abc')
})

test('a fix that mends nothing is taken back, and those beside it stay', async () => {
  const check = (source: string) => [...replacing(['b', 'x'])(source), finding([{ start: 0, end: 0, text: '+' }])]
  expect((await fix('ab', check, false)).source).toBe('ax')
})

test('a fix around what it is about that mends nothing is taken back', async () => {
  const check = (source: string): RuleFinding[] => {
    const start = source.indexOf('b')
    const edits = [
      { start, end: start, text: '[' },
      { start: start + 1, end: start + 1, text: ']' },
    ]
    return [{ ...finding(edits), at: { start, end: start + 1 }, message: 'a link is missing' }]
  }
  expect((await fix('a b', check, false)).source).toBe('a b')
})

test('of two that are said alike, one that moves to the place of the other is not taken for it', async () => {
  const check = (source: string): RuleFinding[] =>
    [...source.matchAll(/b ?/g)].map(({ index, 0: text }) => {
      const at = { start: index, end: index + 1 }
      // Each takes a blank along, the last one that before it: they wait for one another.
      const edit = text === 'b' ? { start: Math.max(0, index - 1), end: index + 1 } : { start: index, end: index + 2 }
      return {
        at,
        message: 'b is gone',
        rule: 'a/b',
        severity: 'info',
        fix: { safe: true, edits: [{ ...edit, text: '' }] },
      }
    })
  expect(await fix('a b b', check, false)).toEqual({ source: 'a', findings: [] })
  expect(await fix('b b', check, false)).toEqual({ source: '', findings: [] })
})

test('a fix that was in vain is tried again when another has made room for it', async () => {
  // The first finding is mended by a `+` at the start, but only where no `b` is left.
  const check = (source: string) => {
    const add = source.startsWith('+') && !source.includes('b') ? [] : [finding([{ start: 0, end: 0, text: '+' }])]
    return [...add, ...replacing(['b', 'x'])(source)]
  }
  expect(await fix('ab', check, false)).toEqual({ source: '+ax', findings: [] })
})
