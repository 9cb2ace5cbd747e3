import { expect, test } from 'vitest'
import { type Reach, reaches, readVersion } from '../src/snippet/version.ts'

test.each<[string, string, Reach, boolean]>([
  ['1.2.3', '1.2.3', 'exact', true],
  ['1.2', '1.2.3', 'exact', true],
  ['1.2.2', '1.2.3', 'exact', false],
  ['1.0', '1.9.0', 'caret', true],
  ['1', '2.0.0', 'caret', false],
  ['0.3', '0.4.0', 'caret', false],
  ['0.3.1', '0.3.9', 'caret', true],
  ['0.0.3', '0.0.4', 'caret', false],
  ['0', '0.4.0', 'caret', true],
  ['2.0', '1.9.0', 'caret', false],
  ['1.2', '1.9.0', 'tilde', true],
  ['1.2.3', '1.3.0', 'tilde', false],
  ['1', '2.0.0', 'tilde', false],
])('%s still means %s, taken as %s: %s', (written, current, reach, still) => {
  expect(reaches(readVersion(written) ?? [], readVersion(current) ?? [], reach)).toBe(still)
})

test.each(['1.0.0-beta.1', '1.0rc1', '', 'latest', '1.x', '1.2.3.4.5'])('%j is no release', (text) => {
  expect(readVersion(text)).toBeUndefined()
})
