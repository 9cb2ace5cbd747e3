import type { FileReport, PlacedFinding, Reporter, Severity } from '../../report.ts'
import { placeFindings } from '../../report.ts'
import { bracketCommand, escaped } from '../../terminal.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly content: string | readonly Element[]
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }

/** JUnit XML, for CI servers: a file is a suite, a finding a failed test. An info passes; a clean file is one passed test. */
export const junit: Reporter = (files, tool) => {
  const suites = files.map(suite)
  const total = (count: string) => suites.reduce((sum, { attributes }) => sum + Number(attributes[count]), 0)
  const counts = { tests: total('tests'), failures: total('failures'), errors: 0, time: 0 }
  const root = { name: 'testsuites', attributes: { name: tool.name, ...counts }, content: suites }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml(root, '')}`
}

function suite(file: FileReport): Element {
  const clean = { name: 'testcase', attributes: { classname: file.path, name: 'no problems', time: 0 }, content: '' }
  const cases = placeFindings(file).map((finding) => testCase(file.path, finding))
  const counts = {
    tests: Math.max(cases.length, 1),
    failures: file.findings.filter(({ severity }) => fails(severity)).length,
    errors: 0,
    skipped: 0,
    time: 0,
  }
  return {
    name: 'testsuite',
    attributes: { name: file.path, ...counts },
    content: cases.length === 0 ? [clean] : cases,
  }
}

/** Readers take tests of one name for one test, so a name holds the place and the message. */
function testCase(path: string, finding: PlacedFinding): Element {
  const { rule, severity, message, start } = finding
  const place = `${start.line}:${start.column}`
  const attributes = { classname: path, name: `${place} ${message} (${rule})`, file: path, line: start.line, time: 0 }
  const notes = [rule, ...(finding.hosts ?? []), ...(finding.docs === undefined ? [] : [finding.docs])]
  const content = `${path}:${place}: ${message} (${notes.join(', ')})`
  const outcome = fails(severity)
    ? { name: 'failure', attributes: { type: severity, message }, content }
    : { name: 'system-out', attributes: {}, content }
  return { name: 'testcase', attributes, content: [outcome] }
}

function fails(severity: Severity): boolean {
  return severity !== 'info'
}

function xml({ name, attributes, content }: Element, indent: string): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
  const open = `${indent}<${name}${pairs.join('')}`
  if (content.length === 0) return `${open}/>\n`
  if (typeof content === 'string') return `${open}>${xmlText(content)}</${name}>\n`
  return `${open}>\n${content.map((child) => xml(child, `${indent}  `)).join('')}${indent}</${name}>\n`
}

/** On one line, so that no part of it starts a line; what a terminal or a CI runner would obey becomes a reference. */
function xmlText(text: string): string {
  return text
    .replace(/[<>&"\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, reference)
    .replace(bracketCommand(), `$1${reference('[')}`)
}

/** XML 1.0 has no way at all to write most control characters. */
function reference(character: string): string {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(character)) return escaped(character)
  return entities[character] ?? `&#${character.codePointAt(0)};`
}
