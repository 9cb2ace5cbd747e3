import { expect, test } from 'vitest'
import type { Finding } from '../src/findings.ts'
import { findingsSummary } from '../src/summary.ts'

const finding: Finding = {
  level: 'warning',
  message: 'm',
  rule: 'a/b',
  path: 'README.md',
  line: 1,
  hosts: [],
  fixable: false,
}

const summaryOf = (findings: readonly Finding[], longest = 20_000): string =>
  findingsSummary({ tool: 'tea', findings, addressOf: () => undefined, fixedBy: 'tea --fix' }, longest)

test('nothing to say is said', () => {
  expect(summaryOf([])).toBe('### tea: nothing to say')
})

test('the most serious comes first, with the hosts that it is about', () => {
  const note: Finding = { ...finding, level: 'note', message: 'n' }
  const error: Finding = { ...finding, level: 'error', message: 'e', hosts: ['npm'], fixable: true }
  expect(summaryOf([note, error, finding])).toMatchInlineSnapshot(`
    "### tea: 1 error, 1 warning, 1 note

    |  | Where | What | Rule |
    | --- | --- | --- | --- |
    | ❌ error | README.md:1 | e (npm) | a/b |
    | ⚠️ warning | README.md:1 | m | a/b |
    | ℹ️ note | README.md:1 | n | a/b |

    1 of them can be mended with \`tea --fix\`."
  `)
})

test.each([
  [1, 20_000, 1],
  [500, 1_000_000, 500],
  [501, 1_000_000, 500],
  [2000, 20_000, 250],
  [2000, 10, 0],
])('of %i findings in %i bytes, %i are shown, and the others counted', (count, longest, shown) => {
  const text = summaryOf(Array<Finding>(count).fill(finding), longest)
  expect(text.split('\n').filter((line) => line.startsWith('| ⚠️'))).toHaveLength(shown)
  if (shown > 0) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(longest)
  expect(text.includes(`… and ${count - shown} more`)).toBe(shown < count)
})

test('a message that a README has blown up is cut', () => {
  expect(summaryOf([{ ...finding, message: 'x'.repeat(100_000) }]).length).toBeLessThan(1000)
})
