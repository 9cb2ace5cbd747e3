import { describe, expect, it, test } from 'vitest'
import { pickedFrom, readMessage, releaseAsIn } from '../src/message/message.ts'
import { authorsOf } from '../src/message/people.ts'
import { isReleaseCommit } from '../src/message/release-commit.ts'
import { changesOf } from '../src/model/changes.ts'
import { itemOf } from '../src/model/item.ts'

const fence = '```'

describe('what breaks', () => {
  test.each([
    ['a footer', 'feat: a\n\nBREAKING CHANGE: b', ['b']],
    ['with a hyphen', 'feat: a\n\nBREAKING-CHANGE: b', ['b']],
    ['several lines', 'feat: a\n\nBREAKING CHANGE: b\nc\n\nd', ['b\nc\n\nd']],
    ['until the next footer', 'feat: a\n\nBREAKING CHANGE: b\nCloses #1', ['b']],
    ['two of them', 'feat: a\n\nBREAKING CHANGE: b\nBREAKING CHANGE: c', ['b', 'c']],
    ['on the next line', 'feat: a\n\nBREAKING CHANGE:\n\nb', ['b']],
    ['with code', `feat: a\n\nBREAKING CHANGE: b\n\n${fence}js\nx()\n${fence}`, [`b\n\n${fence}js\nx()\n${fence}`]],
    ['as a bullet', 'feat: a\n\n- BREAKING CHANGE: b', ['b']],
    ['behind a line in hyphens', 'feat: a\n\n- item one -\n\nBREAKING CHANGE: b', ['b']],
    ['until a co-author', 'feat: a\n\nBREAKING CHANGE: b\n\nCo-authored-by: B <b@example.com>', ['b']],
    ['with Windows line ends', 'feat: a\r\n\r\nBREAKING CHANGE: b\r\nc', ['b\nc']],
    ['not in lower case', 'feat: a\n\nbreaking change: b', []],
    ['not in a sentence', 'feat: a\n\nThis is no BREAKING CHANGE: b', []],
    ['not in code', `fix: a\n\n${fence}\nBREAKING CHANGE: drop Node 12\n${fence}`, []],
    ['not in what a bot quotes', 'build(deps): bump a\n\n<details>\n\nBREAKING CHANGE: b\n\n</details>', []],
  ])('is %s', (_, message, notes) => {
    expect(readMessage(message).notes).toEqual(notes)
    expect(readMessage(message).breaking).toBe(notes.length > 0)
  })

  it('is not what a line that other tools cut a log at pretends', () => {
    const message = readMessage(
      'docs: typo\n\n------------------------ >8 ------------------------\nfeat!: forged\n\n==END==',
    )
    expect([message.type, message.breaking]).toEqual(['docs', false])
  })
})

test('the blanks behind a title are no part of it', () => {
  expect(readMessage('feat: a (#1) \n\nb')).toMatchObject({ line: 'feat: a (#1)', subject: 'a', pr: 1 })
})

describe('references', () => {
  test.each([
    ['fix: a, closes #1', ['closes #1']],
    ['fix: a (fix #1, #2 and o/r#3)', ['fix #1', 'fix #2', 'fix o/r#3']],
    ['fix: see https://github.com/o/r/issues/6 and #6', ['see https://github.com/o/r/issues/6', 'see #6']],
    ['fix: a #123abc and C#1', []],
    ['fix: a\n\nCloses: #1\nRefs #2', ['closes #1', 'refs #2']],
    ['fix: a\n\nthe other project had #99 once', []],
    ['fix: a !7 GH-8', ['!7', 'GH-8']],
  ])('of %j', (message, expected) => {
    expect(readMessage(message).references.map(({ action, raw }) => (action ? `${action} ${raw}` : raw))).toEqual(
      expected,
    )
  })
})

describe('trailers', () => {
  it('name co-authors', () => {
    const message =
      'feat: a\n\nCo-authored-by: Bo <12+bo@users.noreply.github.com>\nco-authored-by: Cy <cy@example.com>'
    expect(authorsOf({ name: 'Ada', email: 'ADA@example.com', message })).toEqual([
      { name: 'Ada', email: 'ada@example.com', bot: false },
      { name: 'Bo', email: '12+bo@users.noreply.github.com', login: 'bo', bot: false },
      { name: 'Cy', email: 'cy@example.com', bot: false },
    ])
  })

  it('say where a change was picked from', () => {
    expect(pickedFrom('text\n\n(cherry picked from commit 0123456789abcdef0123456789abcdef01234567)')).toEqual([
      '0123456789abcdef0123456789abcdef01234567',
    ])
  })

  it('have a value of one line', () => {
    expect(releaseAsIn('a\n\nRelease-As: 2.0.0\n')).toBe('2.0.0')
    expect(releaseAsIn('a Release-As: 2.0.0')).toBeUndefined()
  })
})

it('cuts a title that nobody would read to its end', () => {
  expect(readMessage(`feat: ${'a'.repeat(5000)}`).subject).toHaveLength(1000 - 'feat: '.length + 1)
})

const repeated = [
  'a',
  ' ',
  '.',
  '-1',
  '(#1) ',
  '(',
  '🐛',
  '`',
  '> ',
  '* fix: a\n',
  '\n',
  '\r',
  '\t',
  'BEGIN_NESTED_COMMIT\n',
  'a/',
  'closes ',
]

test.each([
  ...repeated,
  '#1, ',
  'bump ',
  '- a -\n',
  '<details>\n',
  'BREAKING CHANGE: \n',
  'feat: a\n\n',
  'merge ',
  'v1',
  '[',
  '[ci ',
  'add changelog ',
  '@a/',
])(
  // Quadratic would be minutes, and end the test.
  'reads a title and a body of many %j',
  (part) => {
    const many = part.repeat(60_000 / part.length)
    for (const message of [`feat: x${many}!`, `feat: a\n\n${many}!`, `feat: a\n\nco-authored-by:${many}`]) {
      const commit = {
        index: 0,
        sha: '0'.repeat(40),
        parents: [],
        seconds: 1,
        authored: '1',
        name: 'A',
        email: '',
        message,
        paths: [],
      }
      const item = itemOf(commit)
      expect([changesOf(item, 'body')[0]?.type, isReleaseCommit(item.message)]).toEqual(['feat', false])
    }
  },
)

test.each([
  ['Wash\nit.\n\nSo it is clean.', 'Wash it.'],
  ['* Wash it\n\n* fixup', 'Wash it'],
  ['Signed-off-by: Ada <ada@example.com>', 'Merge commit from fork'],
  ['https://github.com/o/tea/security/advisories/GHSA-1', 'Merge commit from fork'],
])('what came from the private fork of an advisory with the body %j is called %j', (body, expected) => {
  const commit = { index: 0, sha: 'a', parents: ['b'], seconds: 0, authored: '', name: '', email: '', paths: [] }
  expect(itemOf({ ...commit, message: `Merge commit from fork\n\n${body}` }).message.subject).toBe(expected)
})
