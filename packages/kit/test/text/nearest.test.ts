import { describe, expect, it, test } from 'vitest'
import { nearest } from '../../src/text/nearest.ts'

const names = ['top/title', 'links/source', 'npm', 'off', 'a']

describe('nearest', () => {
  test.each([
    ['top/titel', 'top/title'],
    ['TOP/TITLE', 'top/title'],
    ['link/sources', 'links/source'],
    ['nmp', 'npm'],
    ['of', 'off'],
    ['offf', 'off'],
    ['title', undefined],
    ['xyz', undefined],
    ['b', undefined],
    ['', undefined],
  ])('takes %j for %j', (given, meant) => {
    expect(nearest(given, names)).toBe(meant)
  })

  it('takes the nearest of several, and the first of equals', () => {
    expect(nearest('badge', ['badges', 'badge', 'badger'])).toBe('badge')
    expect(nearest('badgex', ['badgey', 'badgez'])).toBe('badgey')
  })

  it('does not compare a text', () => {
    expect(nearest('x'.repeat(1_000_000), ['x'.repeat(1_000_000)])).toBeUndefined()
  })
})
