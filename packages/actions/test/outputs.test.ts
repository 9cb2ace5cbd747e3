import { project } from '@frontdoor/kit/testing'
import { expect, test } from 'vitest'
import { writeOutputs, writeSummary } from '../src/outputs.ts'
import { readOutputs } from './run.ts'

test.each([
  ['plain', '1.2.3'],
  ['empty', ''],
  ['an end of a text', 'a\nEOF\nghadelimiter_1\nb'],
  ['outputs and variables of its own', 'a\nPATH=/evil\nname<<EOF\nx\nEOF\n::set-output name=a::b\n'],
  ['Windows lines', 'a\r\nb\r\n'],
  ['no last line ending', 'a\n\n\nb'],
])('a value with %s is read as it was written, and nothing else is', async (_, value) => {
  const made = await project({ output: 'before=1\n' })
  writeOutputs({ GITHUB_OUTPUT: made.join('output') }, { one: value, two: 'x' })
  expect(readOutputs(await made.read('output'))).toEqual({ before: '1', one: value, two: 'x' })
})

test('no two values have one delimiter', async () => {
  const made = await project({ output: '' })
  writeOutputs({ GITHUB_OUTPUT: made.join('output') }, { one: '', two: '' })
  const delimiters = [...(await made.read('output')).matchAll(/<<(.*)/g)].map(([, delimiter]) => delimiter)
  expect(new Set(delimiters).size).toBe(2)
  expect(delimiters[0]).toMatch(/^frontdoor_[\da-f-]{36}$/)
})

test('a summary that GitHub would not show says so', async () => {
  const made = await project({ summary: '# Before\n' })
  writeSummary({ GITHUB_STEP_SUMMARY: made.join('summary') }, 'é'.repeat(600_000))
  expect(await made.read('summary')).toBe('# Before\nThe summary is longer than GitHub takes; the log has all of it.\n')
})

test('without the files of a runner nothing is written', () => {
  expect(() => writeOutputs({}, { one: '1' })).not.toThrow()
  expect(() => writeSummary({}, 'x')).not.toThrow()
})
