import { readFileSync } from 'node:fs'
import { repository } from '@frontdoor/kit/testing-history'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readChangelog } from '../src/changelog/changelog.ts'
import { updated } from './model.ts'
import { changelogGen } from './run.ts'

/** What a person may do to the lines of a section. Each line that they write is one of a kind. */
type HandEdit =
  | { readonly do: 'reword' | 'delete' | 'move'; readonly line: number; readonly to: number }
  | { readonly do: 'add'; readonly line: number; readonly text: string }

const subjects = [
  'steep',
  'pour',
  'warm the pot',
  'weigh the leaves',
  'count to `100`',
  'drop @sugar',
  'say <b>please</b>',
]
const change = fc.record({
  type: fc.constantFrom('feat', 'fix', 'perf'),
  subject: fc.constantFrom(...subjects),
  pr: fc.boolean(),
})
const changes = fc.array(change, { maxLength: 8 })

const handEdit: fc.Arbitrary<HandEdit> = fc.oneof(
  fc.record({ do: fc.constantFrom('reword', 'delete', 'move'), line: fc.nat(40), to: fc.nat(40) }),
  fc.record({
    do: fc.constant('add' as const),
    line: fc.nat(40),
    text: fc.constantFrom(
      '- a line of ours',
      '  more of it',
      'Prose.',
      '### Ours',
      '',
      '> quote',
      '```\n- code\n```',
      '<!-- note -->',
      '* other',
    ),
  }),
)

const eols = fc.constantFrom('\n', '\r\n')

test('whatever people do to the section, what they wrote is there after more commits, and a second run changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      changes,
      fc.array(handEdit, { maxLength: 6 }),
      changes,
      eols,
      async (first, edits, second, eol) => {
        const before = linesOf(first, 0)
        const unreleased = [...linesOf(second, 100), ...before]
        const written = `${(await updated('', { unreleased: before })).text}\n## [0.1.0] - 2025-01-01\n\n- Old\n`
        const edited = edit(written, edits).replaceAll('\n', eol)

        const { text } = await updated(edited, { unreleased, before })
        expect(lost(edited, text)).toEqual([])
        expect(outside(text)).toBe(outside(edited))
        expect((await updated(text, { unreleased, before: unreleased })).text).toBe(text)
      },
    ),
    { numRuns: 300 },
  )
})

test('what is new is listed, whatever people did', async () => {
  await fc.assert(
    fc.asyncProperty(changes, fc.array(handEdit, { maxLength: 6 }), changes, async (first, edits, second) => {
      const before = linesOf(first, 0)
      const added = linesOf(second, 100).filter((line) => /^\d/.test(line))
      const written = (await updated('', { unreleased: before })).text
      const { text } = await updated(edit(written, edits), { unreleased: [...added, ...before], before })
      for (const line of added) expect(text).toContain(`[#${line.split(' ')[0]}]`)
    }),
    { numRuns: 200 },
  )
})

function linesOf(
  list: readonly { readonly type: string; readonly subject: string; readonly pr: boolean }[],
  from: number,
): string[] {
  return list.map(
    ({ type, subject, pr }, index) => `${pr ? `${from + index + 1} ` : ''}${type}: ${subject} ${from + index}`,
  )
}

test.each([
  'keep-a-changelog@1.1.0',
  'keep-a-changelog@2.0.0',
  'conventional-changelog',
  'release-please',
  'changesets',
])('an entry that somebody took out stays out between the release and its tag, and after it: %s', async (style) => {
  const made = await repository([{ message: 'feat: start', tags: ['v1.0.0'] }, 'fix: drip', 'fix: spill'])
  const changelog = () => readFileSync(made.join('CHANGELOG.md'), 'utf8')
  const argv = ['--style', style]
  await changelogGen(made, argv)
  await made.write({ 'CHANGELOG.md': changelog().replace(/^.*drip.*\n/im, '') })
  await changelogGen(made, ['release', 'auto'])
  await changelogGen(made, argv)
  expect(changelog()).toMatch(/spill/i)
  expect(changelog()).not.toMatch(/drip/i)
  await made.git('tag', 'v1.0.1')
  await changelogGen(made, argv)
  expect(changelog()).not.toMatch(/drip/i)
  expect(await changelogGen(made, [...argv, '--check'])).toMatchObject({ code: 0 })
})

/** Edits the lines between the heading of the section and its stamp. */
function edit(text: string, edits: readonly HandEdit[]): string {
  const { unreleased } = readChangelog(text)
  const start = unreleased?.body.start ?? text.length
  const end = text.indexOf('<!-- changelog-gen', start)
  if (end < 0) return text
  const lines = text.slice(start, end).split('\n')
  for (const [index, one] of edits.entries()) {
    const at = one.line % lines.length
    if (one.do === 'add') lines.splice(at, 0, one.text.replace('ours', `ours ${index}`))
    else if (one.do === 'delete') lines.splice(at, 1)
    else if (one.do === 'move') lines.splice(one.to % lines.length, 0, ...lines.splice(at, 1))
    else lines[at] = (lines[at] as string).replace(/[a-z]{4,}/, (word) => `${word} REWORDED ${index}`)
  }
  // People leave the stamp on a line of its own.
  return `${text.slice(0, start)}${lines.join('\n')}\n${text.slice(end)}`
}

/** Lines of the first text that the second one has not; the stamp is the tool's own. */
function lost(before: string, after: string): string[] {
  const left = new Map<string, number>()
  for (const line of linesIn(after)) left.set(line, (left.get(line) ?? 0) + 1)
  return linesIn(before).filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count === 0
  })
}

function linesIn(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('<!-- changelog-gen'))
}

function outside(text: string): string {
  const { unreleased } = readChangelog(text)
  return unreleased ? `${text.slice(0, unreleased.start)}…${text.slice(text.indexOf('## [0.1.0]'))}` : text
}
