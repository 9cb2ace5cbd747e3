import { writeNodes } from '@frontdoor/markdown/write'
import { describe, expect, test } from 'vitest'
import { plainStyle } from '../src/renderers/markdown.ts'
import { noteBlocks } from '../src/renderers/note.ts'

const written = (note: string) => writeNodes(noteBlocks(note), plainStyle('\n', '-'))

describe('what a note of a breaking change says', () => {
  test.each([
    ['paragraphs', 'One,\n wrapped.\n\nTwo.', 'One, wrapped.\n\nTwo.\n'],
    [
      'code',
      'Before:\n```js\nf({\n  a: 1\n})\n\ng()\n```\nAfter.',
      'Before:\n\n```js\nf({\n  a: 1\n})\n\ng()\n```\n\nAfter.\n',
    ],
    [
      'code that is indented as a whole',
      'To:\n```ts\n  {\n    a: 1\n\n  }\n```',
      'To:\n\n```ts\n{\n  a: 1\n\n}\n```\n',
    ],
    ['code with longer fences', '````\n```\nx\n```\n````', '````\n```\nx\n```\n````\n'],
    ['two pieces of code', '```\na\n```\n```sh\nb\n```', '```\na\n```\n\n```sh\nb\n```\n'],
    ['code that nothing ends', '```js\nx @octocat', '\\`\\`\\`js x `@octocat`\n'],
    ['a list below a line', 'Gone:\n- a\n  wrapped\n* b', 'Gone:\n\n- a wrapped\n- b\n'],
    ['a list with blank lines', '- a\n\n- b\n\nText.', '- a\n- b\n\nText.\n'],
    ['a list in a list', '- a\n  - b\n  - c\n- d', '- a\n  - b\n  - c\n- d\n'],
    ['a list with code', '1. a\n\n   ```\n   x\n   ```\n2. b', '1. a\n\n   ```\n   x\n   ```\n2. b\n'],
    ['a number that is no list', 'It was\n12. of May', 'It was 12. of May\n'],
    ['nothing', ' \n\n', ''],
  ])('%s', (_, note, expected) => {
    expect(written(note)).toBe(expected)
  })

  test.each([
    ['a command to a runner', '```\n::add-mask::a\n```'],
    ['another command to a runner', '```\nx ##[error]a\n```'],
    ['a marker', '```\n<!-- changelog-gen: c0ffee000000 7127908e -->\n```'],
  ])('is no code where that would be %s', (_, note) => {
    expect(written(note)).not.toMatch(/^ *::|##\[|<!--|^```$/m)
  })

  test('is text in a list, too: no HTML, no mention, no hidden character in code', () => {
    expect(written('- <b>x</b> @octocat\n\n```\na\u202eb\u001b[31m\tc   d\n```')).toBe(
      '- `<b>x</b>` `@octocat`\n\n```\nab[31m\tc   d\n```\n',
    )
  })

  test.each(['- ', '> - ', '```a\n', '- a\n\n', '```\n', '1. '])(
    'is read in a time that grows with its length: %j',
    (part) => {
      const timed = (times: number) => {
        const start = performance.now()
        noteBlocks(part.repeat(times))
        return performance.now() - start
      }
      timed(1000)
      expect(timed(16_000)).toBeLessThan(2000)
    },
  )
})
