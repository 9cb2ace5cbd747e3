import { expect, it } from 'vitest'
import { page } from '../peers/page.ts'

it('says how much each tool says, and what most often', () => {
  const rules = ['b', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
  const text = page(
    [
      {
        project: 'tea',
        tools: [
          { name: 'x', rules },
          { name: 'y', rules: [] },
        ],
      },
      {
        project: 'tea.rst',
        tools: [
          { name: 'x', rules: ['a'] },
          { name: 'y', rules: undefined },
        ],
      },
    ],
    new Date('2026-01-02T03:04:05Z'),
  )
  expect(text).toContain('on 2026-01-02')
  expect(text).toContain('| README | x | y |\n| --- | ---: | ---: |\n| tea | 10 | 0 |\n| tea.rst | 1 | – |')
  expect(text).toContain('* x: `b` × 2, `a`, `c`, `d`, `e`, `f`, `g`, `h`, and 1 more rules\n* y: nothing')
  expect(text).toContain('* y: cannot read it')
})
