import { fix } from '@frontdoor/kit/cli/fix'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkMessage, type Surroundings } from '../../src/check-message/check.ts'
import { spokenLines } from '../../src/check-message/spoken.ts'
import { classifier } from '../../src/model/category.ts'
import { defaultCategories } from '../../src/model/default-categories.ts'

const surroundings: Surroundings = {
  settings: { categories: defaultCategories, merges: 'auto', squash: 'auto', sources: ['git'] },
  headingsOf: ({ category }) => (category ? [category.title] : []),
  categoryOf: classifier(defaultCategories, () => false),
  strict: false,
  comment: '#',
  paths: [],
  levelOf: async (bump) => bump,
  isWord: async () => false,
  isScope: async () => false,
  scopes: async () => ({ packages: ['larder'] }),
}

const pieces = [
  ...[
    'feat',
    'faet',
    'fix',
    'core',
    '(a)',
    ' ',
    '!',
    ':',
    '：',
    ';',
    ' hold',
    '\n',
    '\r\n',
    '\n\n',
    '# c',
    '```',
    '- ',
    '✨ ',
  ],
  ...[
    'BREAKING CHANGE',
    'BREAKING CHANGES',
    'Breaking change',
    '**',
    'Release-As: ',
    '1.2.3',
    'fixup! ',
    'Merge branch ',
  ],
  ...['# ------------------------ >8 ------------------------', '\uFEFF', '\u2028', '💥'],
]
const message = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, fc.string()), { maxLength: 24 })
  .map((parts) => parts.join(''))

test('whatever the message, findings lie in it, fixes come to an end, and what git removes stays as it is', async () => {
  await fc.assert(
    fc.asyncProperty(message, async (source) => {
      const check = (text: string) => checkMessage(text, surroundings)
      for (const { at } of await check(source)) {
        expect(at.start).toBeGreaterThanOrEqual(0)
        expect(at.start).toBeLessThanOrEqual(at.end)
        expect(at.end).toBeLessThanOrEqual(source.length)
      }
      const fixed = await fix(source, check, false)
      expect((await fix(fixed.source, check, false)).source).toBe(fixed.source)
      expect(removed(fixed.source)).toBe(removed(source))
    }),
    { numRuns: 2000 },
  )
})

/** What stands behind the scissors, and the comments before. */
function removed(source: string): string {
  const kept = new Set(spokenLines(source, '#').map(({ start }) => start))
  const lines = source.replace(/^\uFEFF/, '\n').matchAll(/[^\r\n]+/g)
  return [...lines].filter(({ index, 0: text }) => !kept.has(index) && text.trim() !== '').join('\n')
}
