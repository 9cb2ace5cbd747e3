import { expect, test } from 'vitest'
import { filled, holds } from './expressions.ts'

const contexts = {
  github: { event_name: 'push', ref: 'refs/heads/main', event: { number: 7 } },
  needs: { a: { outputs: { list: '["x","y"]', empty: '' } } },
}

test.each([
  ['${{ fromJSON(needs.a.outputs.list) }}', ['x', 'y']],
  ['a-${{ github.ref }}-${{ github.event.number }}', 'a-refs/heads/main-7'],
  ['${{ needs.a.outputs.empty || github.event_name }}', 'push'],
  ["${{ github.event_name == 'pull_request' }}", false],
  ['${{ github.gone.more }}', null],
  ['plain', 'plain'],
])('%s is %j', (value, expected) => {
  expect(filled(value, contexts)).toEqual(expected)
})

test.each([
  [undefined, 'success', true],
  [undefined, 'failure', false],
  ["${{ github.event_name == 'push' }}", 'failure', false],
  ['${{ !cancelled() }}', 'failure', true],
  ['failure()', 'success', false],
] as const)('if %s after %s: %j', (condition, status, expected) => {
  expect(holds(condition, contexts, status)).toBe(expected)
})
