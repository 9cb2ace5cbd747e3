import { loadReader } from '@frontdoor/kit/readme/parser'
import { expect, it } from 'vitest'
import { rule } from '../src/rules/section/empty.ts'

// Looking at all siblings of each took minutes for so many.
it('looks at thousands of headings with nothing below them in one go', async () => {
  const read = await loadReader('auto')
  const headings = Array.from({ length: 20_000 }, (_, index) => `### Topic ${index}\n\n`)
  const document = await read(`# Larder\n\nIt holds tea.\n\n## Topics\n\n${headings.join('')}`, 'README.md')
  const found = rule.check({ document } as Parameters<typeof rule.check>[0])
  expect([...(found as Iterable<unknown>)]).toEqual([])
})
