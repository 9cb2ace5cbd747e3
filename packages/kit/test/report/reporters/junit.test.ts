import { describe, expect, test } from 'vitest'
import { junit } from '../../../src/report/reporters/junit.ts'
import { commandsIn } from './runner.ts'
import { files, found, tool } from './sample.ts'
import { readXml, type XmlElement } from './xml.ts'

const look = { color: true, hyperlinks: true }

test('the report is written as CI servers read it', async () => {
  await expect(junit(files, tool, look)).toMatchFileSnapshot('../../../fixtures/reports/report.xml')
})

test('there is a suite for each file and a test for each finding, or one passed test', () => {
  const report = readXml(junit(files, tool, look))
  expect(report.name).toBe('testsuites')
  expect(report.children.map((suite) => suite.name)).toEqual(files.map(() => 'testsuite'))
  expect(report.children.map((suite) => suite.children.length)).toEqual([4, 4, 4, 1, 1, 2])
})

test('the counts of every suite and of the whole are those of its tests', () => {
  const report = readXml(junit(files, tool, look))
  for (const element of [report, ...report.children]) {
    expect(Number(element.attributes.tests)).toBe(count(element, 'testcase'))
    expect(Number(element.attributes.failures)).toBe(count(element, 'failure'))
  }
})

test('names of tests are unique within their suite', () => {
  for (const suite of readXml(junit(files, tool, look)).children) {
    const names = suite.children.map(({ attributes }) => attributes.name)
    expect(new Set(names).size).toBe(names.length)
  }
})

test.each([
  ['error', 'failure'],
  ['warning', 'failure'],
  ['info', 'system-out'],
] as const)('an %s is a %s', (severity, expected) => {
  expect(outcome({ severity }).name).toBe(expected)
})

test('a failure says where, what, which rule, for which hosts, and where to read more', () => {
  const { attributes, text } = outcome({ hosts: ['npm', 'PyPI'], docs: 'https://example.org/alt' })
  expect(attributes).toEqual({ type: 'warning', message: 'The image has no alt text' })
  expect(text).toBe('a.md:1:1: The image has no alt text (images/alt, npm, PyPI, https://example.org/alt)')
})

describe('a message reads back', () => {
  test.each([
    ['with the characters of markup', '<b a="c">\'&amp;</b> ]]> <!-- -->'],
    ['with line endings and tabs', 'a\nb\r\nc\td'],
    ['with bidi, C1 and other characters that nobody sees', '\u202E\u009B\u200B\uFEFF\u2028'],
    ['with an emoji', '👩‍👩‍👧'],
    ['with workflow commands', '::error::a ##[error]b'],
  ])('%s', (_, message) => {
    expect(outcome({ message }).attributes.message).toBe(message)
  })

  test('with the characters that XML 1.0 cannot write named', () => {
    expect(outcome({ message: 'a\0b\u001B[31m\uFFFE\uD800' }).attributes.message).toBe(
      'a\\u{0}b\\u{1b}[31m\\u{fffe}\\u{d800}',
    )
  })
})

test('no line is a command for a CI runner, and a terminal shows every character', () => {
  const report = junit(files, tool, look)
  expect(commandsIn(report)).toEqual([])
  expect(report).not.toMatch(/(?!\n|\u200D)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
})

function outcome(finding: object): XmlElement {
  const report = { path: 'a.md', source: 'a', findings: [{ ...found('a', 'a'), ...finding }] }
  const [element] = readXml(junit([report], tool, look)).children[0]?.children[0]?.children ?? []
  return element as XmlElement
}

function count(element: XmlElement, name: string): number {
  const inside = element.children.map((child) => count(child, name)).reduce((sum, found) => sum + found, 0)
  return inside + (element.name === name ? 1 : 0)
}
