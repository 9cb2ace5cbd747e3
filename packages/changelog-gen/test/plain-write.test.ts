import { writeNodes } from '@frontdoor/markdown/write'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forgePages } from '../src/forge-pages.ts'
import { presets } from '../src/formats/presets.ts'
import { plainStyle, readNothing, renderBody } from '../src/renderers/markdown.ts'
import { mixed, withWriter, writePlain } from '../src/renderers/plain-write.ts'
import { entry, release } from './model.ts'

const words = [
  'steep',
  'longer',
  '1.2.3',
  'to',
  '(tea)',
  'a_b',
  '`x y`',
  "don't",
  'say: this',
  '2)',
  '-',
  '#5',
  '@sugar',
  '<b>',
  '100%',
  'www.a.b',
  '*',
  'a/b',
  'ü',
  '"x"',
  '=',
  '+',
  'a:b',
  '~x',
  '1.',
  'end:',
  '::x',
  '[x]',
  '?',
  '!',
  '&amp;',
  'https://example.com',
  'x^2',
  '{a}',
  'a|b',
  '|',
  '🌐',
  'a…',
  '“ü”',
  '[a](b)',
  '[ ]',
  '**a**',
  '*a*',
  '~~a~~',
  '+1',
  '`@o/a`',
  '🌐_',
  '!',
]
const usual = [
  'steep',
  'longer',
  'to',
  '1.2.3',
  "don't",
  '(tea)',
  'a/b',
  '`x y`',
  'say: this',
  '#5',
  '100%',
  '?',
  'a_b',
]
const line = fc
  .record({
    pr: fc.option(fc.nat(99), { nil: undefined }),
    type: fc.constantFrom('feat', 'fix', 'perf'),
    scope: fc.option(fc.constantFrom('tea', 'a/b', '@o/a', '@o/a,b', 'b/@o', 'a-b, c', 'x_y', '1'), { nil: undefined }),
    breaking: fc.boolean(),
    note: fc.option(fc.constantFrom('use both', 'use both\n\n* or `none`', '1. a\n\nb'), { nil: undefined }),
    words: fc.array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...usual) },
        { weight: 1, arbitrary: fc.constantFrom(...words) },
      ),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ pr, type, scope, breaking, note, words: said }) => {
    const number = pr === undefined ? '' : `${pr + 1} `
    const made = entry(
      `${number}${type}${scope === undefined ? '' : `(${scope})`}${breaking ? '!' : ''}: ${said.join(' ')}`,
    )
    return { ...made, ...(breaking && note !== undefined && { breakingNote: note }) }
  })

const repositories = [
  undefined,
  { forge: 'github', host: 'github.com', owner: 'o', name: 'tea', url: 'https://github.com/o/tea' },
  { forge: 'gitlab', host: 'gitlab.com', owner: 'o/p', name: 'te_a', url: 'https://gitlab.com/o/p/te_a' },
] as const

test('plain text is written as the whole writer does, or not at all', () => {
  let written = 0
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...Object.values(presets)),
      fc.constantFrom(...repositories),
      fc.constantFrom('\n', '\r\n'),
      (entries, format, repository, eol) => {
        const context = {
          format,
          pages: forgePages(repository),
          read: readNothing,
          style: plainStyle(eol as '\n', format.bullet),
        }
        const made = release(entries)
        const whole = renderBody(made, { ...context, write: writeNodes })
        // Where only some of the entries are plain, those are written so.
        expect(renderBody(made, { ...context, write: mixed(writeNodes) })).toBe(whole)
        const quick = attempt(() => renderBody(made, { ...context, write: writePlain }))
        if (quick === undefined) return
        written++
        expect(quick).toBe(whole)
      },
    ),
    { numRuns: 2000 },
  )
  expect(written).toBeGreaterThan(100)
})

test.each([
  'fix(@o/a): say `tea`',
  'fix(@o/a,b): `tea` first',
  'fix: [8] x^2 + {a}|b',
  'fix: *a* ~2.0 …',
  'fix: ü “x” 🌐',
])('%s needs no whole writer', (message) => {
  const context = { format: presets['keep-a-changelog@1.1.0'], pages: forgePages(undefined), read: readNothing }
  const made = release([entry(message)])
  expect(() => renderBody(made, { ...context, write: writePlain, style: plainStyle('\n', '-') })).not.toThrow()
})

test('what is not plain is written by the whole writer', async () => {
  const write = (text: string) =>
    withWriter((writer) =>
      writer([{ type: 'heading', depth: 2, children: [{ type: 'text', value: text }] }], plainStyle('\n', '-')),
    )
  expect([await write('Plain'), await write('*not*')]).toEqual(['## Plain\n', '## \\*not\\*\n'])
})

function attempt(work: () => string): string | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
