import { describe, expect, test } from 'vitest'
import { Containers } from '../../src/guard/containers.ts'

/** Depth behind each line of a source. */
function depths(source: string, limit = 100): number[] {
  const containers = new Containers()
  let start = 0
  return source.split('\n').map((text) => {
    const line = { source, start, end: start + text.length, behindText: false }
    start = line.end + 1
    containers.read(line, limit)
    return containers.depth
  })
}

describe('depth', () => {
  test.each([
    ['no container', 'a', [0]],
    ['quotes', '> a\n>> b\n> > > c\nd', [1, 2, 3, 0]],
    ['bullets', '- a\n* b\n+ c', [1, 1, 1]],
    ['numbers', '1. a\n12) b\n123456789. c', [1, 1, 1]],
    ['markers on a line', '- 1. * a', [3]],
    ['markers that are empty', '-\n- -', [1, 2]],
    ['an item in an item', '- a\n  - b\n    - c', [1, 2, 3]],
    ['an item with tabs', '- a\n\t- b\n\t\t- c', [1, 2, 3]],
    ['an item of the outer list behind it', '- a\n  - b\n- c', [1, 2, 1]],
    ['text in an item, behind a blank line', '- a\n\n  b\n\nc', [1, 1, 1, 1, 0]],
    ['an item in a quote', '> - a\n>   - b\n> c', [2, 3, 1]],
    ['items in a quote in an item', '- > - a\n  >   - b\n  > c\n> d', [3, 4, 2, 1]],
    ['an item behind a quote with items', '> - a\n- b', [2, 1]],
    ['a quote in an item', '- > a\n  > b\n  c', [2, 2, 1]],
    ['a footnote', '[^a]: b\n\n    c\n\n    - d\ne', [1, 1, 1, 1, 2, 0]],
    ['footnotes on a line', '[^a]: [^b]: c', [2]],
  ])('%s', (_, source, expected) => {
    expect(depths(source)).toEqual(expected)
  })

  test.each([
    ['a thematic break', '- - -'],
    ['a thematic break of asterisks', ' * * ** '],
    ['a sign before a number', '-1'],
    ['a word', '1.a'],
    ['ten digits', '1234567890. a'],
    ['a number alone', '1 a'],
    ['emphasis', '*a*'],
    ['a reference to a footnote', '[^a] b'],
    ['a footnote without an end', '[^a'],
    ['a link', '[a]: b'],
  ])('%s is no container', (_, source) => {
    expect(depths(source)).toEqual([0])
  })

  test.each([
    ['- - -  a', [3]],
    ['* - - -', [1]],
    ['- - * - - -', [3]],
    ['+ + +', [3]],
  ])('markers before a thematic break are containers: %s', (source, expected) => {
    expect(depths(source)).toEqual(expected)
  })

  test('is not counted on behind the limit', () => {
    expect(depths('> '.repeat(50), 10)).toEqual([11])
  })
})

describe('the content of a line', () => {
  test.each([
    ['a', 0],
    ['   a', 3],
    ['> a', 2],
    ['-\ta', 2],
    ['> - 1. a', 7],
    ['> ', 2],
  ])('of %j starts at %i', (source, at) => {
    const line = { source, start: 0, end: source.length, behindText: false }
    expect(new Containers().read(line, 100).at).toBe(at)
  })

  test.each([
    ['a\n-', { at: 2, marked: false }],
    ['> a\n> -', { at: 6, marked: false }],
    ['- a\n  -', { at: 6, marked: false }],
    ['- a\n-', { at: 5, marked: true }],
    ['> a\n-', { at: 5, marked: true }],
    ['a\n> -', { at: 5, marked: true }],
    ['a\n- -', { at: 5, marked: true }],
    ['a\n- b', { at: 4, marked: true }],
    ['a\n[^b]:', { at: 7, marked: true }],
  ])('is an empty marker where it could only underline the text before it: %j', (source, expected) => {
    const second = source.indexOf('\n') + 1
    const containers = new Containers()
    containers.read({ source, start: 0, end: second - 1, behindText: false }, 100)
    const line = { source, start: second, end: source.length, behindText: true }
    expect(containers.read(line, 100)).toMatchObject(expected)
  })

  test.each([
    ['    a', 4],
    ['- a', 0],
    ['-     a', 4],
    ['>  a', 1],
    ['>     a', 4],
    ['-\n      a', 4],
    ['- a\n  > b', 0],
  ])('is indented in its container: %j', (source, indent) => {
    const containers = new Containers()
    let start = 0
    let found: number | undefined
    for (const text of source.split('\n')) {
      found = containers.read({ source, start, end: start + text.length, behindText: false }, 100).indent
      start += text.length + 1
    }
    expect(found).toBe(indent)
  })
})
