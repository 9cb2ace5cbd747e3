import { expect, test } from 'vitest'
import { readChangelog } from '../../src/changelog/changelog.ts'
import { readReleaseTitle } from '../../src/changelog/heading.ts'
import { identify } from '../../src/changelog/identity.ts'
import { readSection } from '../../src/changelog/items.ts'

const long = 200_000

/** What would take minutes if an expression took time with the square of it; vitest gives each a few seconds. */
const texts: readonly (readonly [string, string])[] = [
  ['white space', `a${' '.repeat(long)}b`],
  ['brackets', '['.repeat(long)],
  ['links that are not closed', '[a]('.repeat(long / 4)],
  ['digits', `1.2.3 (${'1'.repeat(long)}`],
  ['backticks', '` `` ```'.repeat(long / 10)],
  ['dots', '1.'.repeat(long / 2)],
  ['dashes', `${'- '.repeat(long / 2)}x`],
  ['quotes', '<!--'.repeat(long / 4)],
  ['hexadecimal digits', 'a1'.repeat(long / 2)],
]

test.each(texts)('%s in their thousands are read at once', (_, text) => {
  expect(() => readReleaseTitle(text)).not.toThrow()
  expect(() => identify(text)).not.toThrow()
  const changelog = readChangelog(`# Log\n\n## 1.0.0\n\n- ${text}\n\n## ${text}\n`)
  const [section] = changelog.releases
  expect(section && readSection(changelog, section).items.length).toBeGreaterThan(0)
})
