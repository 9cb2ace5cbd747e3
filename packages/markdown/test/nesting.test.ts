import { describe, expect, test } from 'vitest'
import { Nesting } from '../src/nesting.ts'

function open(...things: readonly (readonly [thing: string, ...names: string[]])[]): Nesting<string> {
  const nesting = new Nesting<string>()
  for (const [thing, ...names] of things) nesting.push(thing, names)
  return nesting
}

describe('what is closed', () => {
  test.each<[string, string[], string | undefined, string | undefined]>([
    ['the innermost thing', ['c'], 'C', 'B'],
    ['an outer thing, with all inside it', ['a'], 'A', undefined],
    ['the nearest of the things that have one of the names', ['a', 'b'], 'B', 'A'],
    ['a thing by any of its names', ['see'], 'C', 'B'],
    ['nothing by a name that nothing open has', ['d'], undefined, 'C'],
    ['nothing by no name', [], undefined, 'C'],
  ])('is %s', (_, names, closed, innermost) => {
    const nesting = open(['A', 'a'], ['B', 'b'], ['C', 'c', 'see'])
    expect(nesting.close(names)).toBe(closed)
    expect(nesting.innermost).toBe(innermost)
  })

  test('cannot be closed again, nor what was inside it', () => {
    const nesting = open(['A', 'a'], ['B', 'b'])
    nesting.close(['a'])
    expect([nesting.close(['a']), nesting.close(['b'])]).toEqual([undefined, undefined])
  })

  test('is the inner one of two with the same name, then the outer one', () => {
    const nesting = open(['A', 'x'], ['B', 'x'])
    expect([nesting.close(['x']), nesting.close(['x']), nesting.close(['x'])]).toEqual(['B', 'A', undefined])
  })
})

describe('what is dropped', () => {
  test('is gone, and what is inside it stays open', () => {
    const nesting = open(['A', 'a'], ['B', 'b'], ['C', 'c'])
    nesting.drop('b')
    expect([nesting.close(['b']), nesting.close(['c']), nesting.close(['a'])]).toEqual([undefined, 'C', 'A'])
  })

  test('is nothing where nothing of that name is open', () => {
    const nesting = open(['A', 'a'])
    nesting.drop('b')
    expect(nesting.innermost).toBe('A')
  })
})

test('nothing is innermost where nothing is open', () => {
  expect(open().innermost).toBeUndefined()
})
