import { describe, expect, test } from 'vitest'
import { fingerprints } from '../../src/report/fingerprint.ts'
import { type FileReport, placeFindings, type RuleFinding } from '../../src/report.ts'
import { found } from './reporters/sample.ts'

const source = 'one\n\ttwo ![](a.png)\nthree'

describe('a fingerprint stays', () => {
  test.each([
    ['when lines come before it', `new\n\n${source}`],
    ['when the line is indented', source.replace('\t', '    ')],
    ['when the line endings change', source.replaceAll('\n', '\r\n')],
    ['when a byte order mark comes', `\uFEFF${source}`],
    ['when other lines change', source.replace('three', 'four')],
  ])('%s', (_, changed) => {
    expect(name(changed)).toBe(name(source))
  })
})

describe('a fingerprint changes', () => {
  test.each([
    ['with the text of the line', name(source.replace('two', 'too'))],
    ['with the path', name(source, {}, 'other.md')],
    ['with the rule', name(source, { rule: 'images/size' })],
    ['with the message', name(source, { message: 'The image is broken' })],
  ])('%s', (_, other) => {
    expect(other).not.toBe(name(source))
  })
})

test('findings that are alike have fingerprints of their own, and the first keeps its when a second comes', () => {
  const [first, second, third] = names(
    `${source}\n${source}\n${source}`,
    [1, 2, 3].map(() => found(source, '![](a.png)')),
  )
  expect(new Set([first, second, third]).size).toBe(3)
  expect(first).toBe(name(source))
})

test('a fingerprint has 32 hexadecimal digits, also at the end of an empty file', () => {
  const at = { start: 0, end: 0 }
  expect(names('', [{ ...found('', ''), at }])).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)])
})

function name(text: string, finding: Partial<RuleFinding> = {}, path = 'a.md') {
  return names(text, [{ ...found(text, '![](a.png)'), ...finding }], path)[0]
}

function names(text: string, findings: readonly RuleFinding[], path = 'a.md'): string[] {
  const file: FileReport = { path, source: text, findings }
  return fingerprints(file, placeFindings(file))
}
