import { describe, expect, test } from 'vitest'
import { readHeader } from '../src/message/header.ts'

describe('readHeader', () => {
  test.each<[string, ReturnType<typeof readHeader>]>([
    ['feat: a', { type: 'feat', breaking: false, subject: 'a', earlierPrs: [] }],
    ['feat(api)!: drop b', { type: 'feat', scope: 'api', breaking: true, subject: 'drop b', earlierPrs: [] }],
    ['fix(a): use (b): c', { type: 'fix', scope: 'a', breaking: false, subject: 'use (b): c', earlierPrs: [] }],
    [
      'chore(package): fix(package): update nyc',
      { type: 'chore', scope: 'package', breaking: false, subject: 'fix(package): update nyc', earlierPrs: [] },
    ],
    ['FEAT: a', { type: 'feat', breaking: false, subject: 'a', earlierPrs: [] }],
    ['feat:\u00A0unbreakable blank', { type: 'feat', breaking: false, subject: 'unbreakable blank', earlierPrs: [] }],
    ['feat:  two blanks', { type: 'feat', breaking: false, subject: 'two blanks', earlierPrs: [] }],
    ['* feat(a): of a list', { type: 'feat', scope: 'a', breaking: false, subject: 'of a list', earlierPrs: [] }],
    ['feat : blank before', { type: 'feat', breaking: false, subject: 'blank before', earlierPrs: [] }],
    ['feat:no blank', { type: 'feat', breaking: false, subject: 'no blank', earlierPrs: [] }],
    ['feat：全角', { type: 'feat', breaking: false, subject: '全角', earlierPrs: [] }],
    ['тип(область): текст', { type: 'тип', scope: 'область', breaking: false, subject: 'текст', earlierPrs: [] }],
    ['build-deps: x', { type: 'build-deps', breaking: false, subject: 'x', earlierPrs: [] }],
    ['✨ feat: a', { type: 'feat', breaking: false, subject: 'a', earlierPrs: [] }],
    [':sparkles: feat(x): a', { type: 'feat', scope: 'x', breaking: false, subject: 'a', earlierPrs: [] }],
    ['feat: ✨ a', { type: 'feat', breaking: false, subject: 'a', earlierPrs: [] }],
    ['🐛 Fix the thing', { type: 'fix', breaking: false, subject: 'Fix the thing', earlierPrs: [] }],
    ['♿️ (cup): widen it', { type: 'feat', scope: 'cup', breaking: false, subject: 'widen it', earlierPrs: [] }],
    ['🐛 (cup)!: shut it', { type: 'fix', scope: 'cup', breaking: true, subject: 'shut it', earlierPrs: [] }],
    ['(cup): no type', { breaking: false, subject: '(cup): no type', earlierPrs: [] }],
    ['♻️ Move it', { type: 'refactor', breaking: false, subject: 'Move it', earlierPrs: [] }],
    ['💥 Drop it', { type: 'feat', breaking: true, subject: 'Drop it', earlierPrs: [] }],
    ['BUG: wrong sum', { type: 'bug', breaking: false, subject: 'wrong sum', earlierPrs: [] }],
    ['[Fix] wrong sum', { type: 'fix', breaking: false, subject: 'wrong sum', earlierPrs: [] }],
    [
      '[pre-commit.ci] pre-commit autoupdate (#9)',
      { type: 'ci', breaking: false, subject: 'pre-commit autoupdate', pr: 9, earlierPrs: [] },
    ],
    ['[stable/jenkins] a', { breaking: false, subject: '[stable/jenkins] a', earlierPrs: [] }],
    ['Add a thing', { breaking: false, subject: 'Add a thing', earlierPrs: [] }],
    ['see https://example.com: a', { breaking: false, subject: 'see https://example.com: a', earlierPrs: [] }],
    ['http://example.com', { breaking: false, subject: 'http://example.com', earlierPrs: [] }],
    ['Say more [ci skip]', { breaking: false, subject: 'Say more', earlierPrs: [] }],
    ['[skip ci] docs: say more', { type: 'docs', breaking: false, subject: 'say more', earlierPrs: [] }],
    ['fix: a [skip ci] (#12)', { type: 'fix', breaking: false, subject: 'a', pr: 12, earlierPrs: [] }],
    ['fix: a (#12) [no ci]', { type: 'fix', breaking: false, subject: 'a', pr: 12, earlierPrs: [] }],
    [
      'fix: read [skip ci] as it is',
      { type: 'fix', breaking: false, subject: 'read [skip ci] as it is', earlierPrs: [] },
    ],
    ['[ci skip]', { breaking: false, subject: '[ci skip]', earlierPrs: [] }],
    ['fix: a (#12)', { type: 'fix', breaking: false, subject: 'a', pr: 12, earlierPrs: [] }],
    ['fix: a (#12) (#15)', { type: 'fix', breaking: false, subject: 'a', pr: 15, earlierPrs: [12] }],
    ['(#12)', { breaking: false, subject: '(#12)', pr: 12, earlierPrs: [] }],
    ['docs:  (#12)', { type: 'docs', breaking: false, subject: '(#12)', pr: 12, earlierPrs: [] }],
    ['📆 2021 : a', { breaking: false, subject: '2021 : a', earlierPrs: [] }],
    ['🚀', { type: 'chore', breaking: false, subject: '🚀', earlierPrs: [] }],
    ['constructor: x', { type: 'constructor', breaking: false, subject: 'x', earlierPrs: [] }],
    ['__proto__(toString)!: x', { type: '__proto__', scope: 'toString', breaking: true, subject: 'x', earlierPrs: [] }],
    ['', { breaking: false, subject: '', earlierPrs: [] }],
  ])('reads %j', (line, expected) => {
    expect(readHeader(line)).toEqual(expected)
  })
})
