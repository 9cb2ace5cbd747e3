import type { RuleFinding } from '@frontdoor/kit/report'
import { MarkdownDocument } from '@frontdoor/markdown/document'
import { parse } from '@frontdoor/markdown/parse'
import { describe, expect, test } from 'vitest'
import { findRule } from '../src/rules.ts'
import { suppress } from '../src/suppress/suppress.ts'

const ruleOf: Readonly<Record<string, string>> = { X: 'image/alt', Y: 'top/title' }

/** Every `X` in the text is a finding of `image/alt`, every `Y` one of `top/title`. */
function findings(source: string): RuleFinding[] {
  return [...source.matchAll(/[XY]/g)].map(({ 0: letter, index }) => ({
    at: { start: index, end: index + 1 },
    rule: ruleOf[letter] as string,
    severity: 'warning',
    message: letter,
  }))
}

function kept(source: string): string[] {
  const ran = ['image/alt', 'top/title', 'suppress/unused'].map((name) => {
    return { rule: findRule(name), severity: 'warning', chosen: true, options: {} } as const
  })
  return suppress(new MarkdownDocument(source, parse), findings(source), ran).map(({ message }) => message)
}

describe('a comment', () => {
  test.each([
    ['suppresses all rules behind it', 'X\n\n<!-- readme-lint-disable -->\n\nX Y', ['X']],
    ['suppresses the rules that it names', '<!-- readme-lint-disable image/alt -->\n\nX Y', ['Y']],
    ['may name several', '<!-- readme-lint-disable image/alt, top/title -->\n\nX Y', []],
    ['may give a reason', '<!-- readme-lint-disable image/alt -- it is a logo, top/title -->\n\nX Y', ['Y']],
    ['reaches to the next enable', '<!-- readme-lint-disable -->\n\nX\n\n<!-- readme-lint-enable -->\n\nY', ['Y']],
    [
      'is ended by an enable with the same names only',
      '<!-- readme-lint-disable image/alt -->\n\nX\n\n<!-- readme-lint-enable top/title -->\n\nX Y',
      ['Y', 'Nothing is suppressed before this comment: remove it'],
    ],
    ['covers the next line', '<!-- readme-lint-disable-next-line image/alt -->\nX\nX', ['X']],
    ['covers its own line', 'X <!-- readme-lint-disable-line image/alt --> X\nX', ['X']],
    ['covers the whole file from anywhere', 'X\n\n<!-- readme-lint-disable-file image/alt -->\n\nX Y', ['Y']],
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
      '<!-- readme-lint-disable image/alt top/title -->\n\nz',
      ['This comment suppresses nothing of "image/alt", "top/title": remove it'],
    ],
    [
      'is reported by the name that is idle',
      '<!-- readme-lint-disable image/alt top/title -->\n\nX',
      ['This comment suppresses nothing of "top/title": remove the name'],
    ],
    [
      'is reported by a name that no rule has',
      '<!-- readme-lint-disable image/alts -->\n\nz',
      ['There is no rule "image/alts"; did you mean "image/alt"?'],
    ],
    [
      'is reported by a word that is none',
      '<!-- readme-lint-disable image/alt because -->\n\nX',
      ['There is no rule "because" (--list-rules has them all; a reason stands behind "--"): remove the name'],
    ],
    [
      'is reported by a group of rules',
      '<!-- readme-lint-disable image -->\n\nz',
      ['There is no rule "image" (--list-rules has them all; a reason stands behind "--"): remove it'],
    ],
    [
      'is reported where it is misspelt',
      '<!-- readme-lint-disabel image/alt -->\n\nX',
      ['X', 'This comment does nothing: write it as <!-- readme-lint-disable RULE -->'],
    ],
    [
      'is reported where a colon stands behind it',
      '<!-- readme-lint-disable: image/alt -->\n\nX',
      ['X', 'This comment does nothing: write it as <!-- readme-lint-disable RULE -->'],
    ],
    [
      'is reported where it is that of another tool',
      '<!-- readme-lint disable image/alt -->\n\nX\n\n<!-- readme-lint-ignore -->',
      [
        'X',
        'This comment does nothing: write it as <!-- readme-lint-disable RULE -->',
        'This comment does nothing: write it as <!-- readme-lint-disable RULE -->',
      ],
    ],
    [
      'is none where it means something else',
      '<!-- readme-lint:start, by a script -->\n\nX\n\n<!-- readme-lint enabled since May -->',
      ['X'],
    ],
    [
      'is reported where it ends nothing',
      'z\n\n<!-- readme-lint-enable -->',
      ['Nothing is suppressed before this comment: remove it'],
    ],
    [
      'is not reported where another comment says so',
      '<!-- readme-lint-disable-file suppress/unused -->\n\n<!-- readme-lint-disable -->',
      [],
    ],
    [
      'cannot keep itself from being reported',
      '<!-- readme-lint-disable-file -->',
      ['This comment suppresses nothing: remove it'],
    ],
    ['is not reported for a rule that did not run', '<!-- readme-lint-disable link/dead-file -->\n\nX', ['X']],
  ])('%s', (_, source, expected) => {
    expect(kept(source)).toEqual(expected)
  })
})
