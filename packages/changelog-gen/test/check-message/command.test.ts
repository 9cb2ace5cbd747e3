import { repository } from '@frontdoor/kit/testing-history'
import { expect, test } from 'vitest'
import { changelogGen } from '../run.ts'

test('tells people how a message is read, and what is wrong with it', async () => {
  const made = await repository(['feat: brew'])
  await made.write({ message: 'feat : hold\n\nBREAKING CHANGES: no mugs\n' })
  const { code, stdout, stderr } = await changelogGen(made, ['check-message', 'message'])
  expect(stderr).toMatchInlineSnapshot(`
    "changelog-gen: Read as feat; listed in "Added"; at least the next minor version
    "
  `)
  expect(stdout).toMatchInlineSnapshot(`
    "message:1:1  error  Most tools see no type in "feat :": write "feat: hold"  message/header  fixable
      1 │ feat : hold
        │ ^^^^^^

    message:3:1  error  "BREAKING CHANGES:" may be read as text: start the line with "BREAKING CHANGE: "  message/breaking  fixable
      3 │ BREAKING CHANGES: no mugs
        │ ^^^^^^^^^^^^^^^^

    2 problems (2 errors), 2 can be fixed with changelog-gen check-message --fix message
    "
  `)
  expect(code).toBe(1)
  expect(await changelogGen(made, ['check-message', 'message', '--quiet'])).toEqual({ code: 1, stdout, stderr: '' })
})

test('shows what it would mend', async () => {
  const made = await repository(['feat: brew'])
  await made.write({ message: 'feat : hold\n' })
  const { code, stdout } = await changelogGen(made, ['check-message', '--diff', 'message'])
  expect(stdout).toContain('-feat : hold\n+feat: hold\n')
  expect(code).toBe(1)
})

test('reads a whole message from standard input, in which nothing is a comment', async () => {
  const made = await repository(['feat: brew'])
  const piped = async (text: string, ...flags: string[]) =>
    changelogGen(made, ['check-message', '-', ...flags], { stdin: text })
  expect(await piped('feat: hold\n# tea\n')).toMatchObject({ code: 1, stdout: expect.stringContaining('message:2:1') })
  expect(await piped('feat : hold\n', '--fix')).toMatchObject({ code: 0, stdout: 'feat: hold\n' })
  expect(await piped('feat: hold\n')).toMatchObject({ code: 0, stdout: 'No problems in 1 file\n' })
})

test.each<[string, readonly string[], string]>([
  ['no file', [], "missing required argument 'file'"],
  ['a file that is not there', ['nowhere'], 'there is no file nowhere\n'],
  ['flags that exclude each other', ['message', '--fix', '--diff'], '--fix writes, --diff does not'],
])('refuses %s', async (_, argv, error) => {
  const made = await repository(['feat: brew'])
  const { code, stderr } = await changelogGen(made, ['check-message', ...argv])
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(error) })
})
