import type { RuleFinding } from '@frontdoor/kit/report'
import { MarkdownDocument } from '@frontdoor/markdown/document'
import { parse } from '@frontdoor/markdown/parse'
import { describe, expect, test } from 'vitest'
import { suppress } from '../src/suppress.ts'

/** Every `X` in the text is a finding of `a/x`, every `Y` one of `a/y`. */
function findings(source: string): RuleFinding[] {
  return [...source.matchAll(/[XY]/g)].map(({ 0: letter, index }) => ({
    at: { start: index, end: index + 1 },
    rule: `a/${letter.toLowerCase()}`,
    severity: 'warning',
    message: letter,
  }))
}

function kept(source: string): string[] {
  const ran = new Set(['a/x', 'a/y'])
  return suppress(new MarkdownDocument(source, parse), findings(source), ran).map(({ message }) => message)
}

describe('a comment', () => {
  test.each([
    ['suppresses all rules behind it', 'X\n\n<!-- readme-lint-disable -->\n\nX Y', ['X']],
    ['suppresses the rules that it names', '<!-- readme-lint-disable a/x -->\n\nX Y', ['Y']],
    ['may name several', '<!-- readme-lint-disable a/x, a/y -->\n\nX Y', []],
    ['may give a reason', '<!-- readme-lint-disable a/x -- it is a logo, a/y -->\n\nX Y', ['Y']],
    ['reaches to the next enable', '<!-- readme-lint-disable -->\n\nX\n\n<!-- readme-lint-enable -->\n\nY', ['Y']],
    [
      'is ended by an enable with the same names only',
      '<!-- readme-lint-disable a/x -->\n\nX\n\n<!-- readme-lint-enable a/y -->\n\nX Y',
      ['Y'],
    ],
    ['covers the next line', '<!-- readme-lint-disable-next-line a/x -->\nX\nX', ['X']],
    ['covers its own line', 'X <!-- readme-lint-disable-line a/x --> X\nX', ['X']],
    ['covers the whole file from anywhere', 'X\n\n<!-- readme-lint-disable-file a/x -->\n\nX Y', ['Y']],
    ['works with CRLF', '<!-- readme-lint-disable-next-line -->\r\nX\r\nY', ['Y']],
    ['works at the end without a final newline', 'X <!-- readme-lint-disable-line -->', []],
    ['is none inside code', '`<!-- readme-lint-disable -->` X', ['X']],
    ['of another tool does nothing', '<!-- markdownlint-disable -->\n\nX', ['X']],
  ])('%s', (_, source, expected) => {
    expect(kept(source)).toEqual(expected)
  })
})

describe('a comment that suppresses nothing', () => {
  test.each([
    ['is reported', '<!-- readme-lint-disable -->\n\nz', ['This comment suppresses nothing: remove it']],
    [
      'is reported by its names',
      '<!-- readme-lint-disable a/x a/y -->\n\nz',
      ['This comment suppresses nothing of "a/x", "a/y": remove it'],
    ],
    [
      'is reported by the name that is idle',
      '<!-- readme-lint-disable a/x a/y -->\n\nX',
      ['This comment suppresses nothing of "a/y": remove the name'],
    ],
    ['is not reported for a rule that did not run', '<!-- readme-lint-disable b/z -->\n\nX', ['X']],
  ])('%s', (_, source, expected) => {
    expect(kept(source)).toEqual(expected)
  })
})
