import { describe, expect, test } from 'vitest'
import { findDate, writeDate } from '../../src/changelog/written-date.ts'

describe('a date', () => {
  test.each([
    ['2026-03-09', 'YYYY-MM-DD'],
    ['2026.03.09', 'YYYY.MM.DD'],
    ['March 9, 2026', 'MMMM D, YYYY'],
    ['March 09, 2026', 'MMMM DD, YYYY'],
    ['Mar 9th 2026', 'MMM Do YYYY'],
    ['9 March 2026', 'D MMMM YYYY'],
    ['9th Mar, 2026', 'Do MMM, YYYY'],
  ])('%s is written again as it was', (text, pattern) => {
    expect(findDate(`of ${text}.`)).toEqual({ text, pattern })
    expect(writeDate('2026-03-09', pattern)).toBe(text)
  })

  test.each(['09/03/2026', 'Marching 9, 2026', 'March 2026', '1.2.3'])('%s is none that can be read', (text) => {
    expect(findDate(text)).toBeUndefined()
  })

  test.each([
    ['2026-05-01', '1st May'],
    ['2026-12-02', '2nd December'],
    ['2026-01-11', '11th January'],
    ['2026-08-23', '23rd August'],
  ])('%s has the ending of its number', (date, text) => {
    expect(writeDate(date, 'Do MMMM')).toBe(text)
  })
})
