import { expect, test } from 'vitest'
import { recent } from '../../src/cache/recent.ts'

test('what was made of a text is not made again', () => {
  const asked: string[] = []
  const make = recent((text) => {
    asked.push(text)
    return text === 'none' ? undefined : { text }
  })
  const first = make('a')
  expect([make('a'), make('none'), make('none')]).toEqual([first, undefined, undefined])
  expect(make('a')).toBe(first)
  expect(asked).toEqual(['a', 'none'])
})

test('it forgets before it has kept more than some thousand', () => {
  const asked: string[] = []
  const make = recent((text) => asked.push(text))
  for (let number = 0; number < 5000; number++) make(String(number))
  make('0')
  expect(asked.filter((text) => text === '0')).toHaveLength(2)
})
