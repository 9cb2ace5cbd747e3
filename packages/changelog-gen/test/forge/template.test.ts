import { searchOf } from '@frontdoor/kit/config/search'
import { describe, expect, test } from 'vitest'
import { fill, plainTitle, replace, tameBody } from '../../src/draft/template.ts'
import { versionValues } from '../../src/draft/version.ts'

describe('a template', () => {
  test.each([
    ['$A-$B', { A: '$B', B: 'b' }, '$B-b'],
    ['$AB', { A: 'a' }, '$AB'],
    ['$A', { A: undefined }, '$A'],
    ['$__PROTO__ $CONSTRUCTOR', {}, '$__PROTO__ $CONSTRUCTOR'],
  ])('%s is filled once', (template, values, expected) => {
    expect(fill(template, values)).toBe(expected)
  })
})

describe('a replacer', () => {
  test.each([
    ['a.b', 'x', 'a.b acb', 'x acb'],
    ['/a(b)?c/g', '[$1]$$', 'abc ac', '[b]$ []$'],
    ['/(\\w+)-(\\w+)/', '\\u$1 \\U$2 $3', 'one-two', 'One TWO $3'],
    ['/(o)/', '$10', 'o', 'o0'],
    ['/x/', 'a\\nb\\\\', 'x', 'a\nb\\'],
    ['/CVE-(\\d+)/gi', '<$&>', 'cve-1 CVE-2', '<cve-1> <CVE-2>'],
  ])('%s by %s', (search, by, text, expected) => {
    expect(replace(text, searchOf(search) as RegExp, by)).toBe(expected)
  })

  test.each(['/(/', '/a/xX'])('%s is none', (search) => {
    expect(searchOf(search)).toBeUndefined()
  })
})

test.each([
  ['a *b* #1', '*#', 'a \\*b\\* #<!---->1'],
  ['`a*b` c*', '*', '`a*b` c\\*'],
  ['`a*b`', '*`', '\\`a\\*b\\`'],
  ['a@b.c <b>', '', 'a@<!---->b.c \\<b>'],
  ['![a](b)', '', '\\![a](b)'],
  ['feat(ui)!: a < b @ 1 @c', '', 'feat(ui)!: a < b @ 1 @<!---->c'],
  ['a < b!', '<!', 'a \\< b\\!'],
  ['x\u001b[31m\u202ey', '', 'x[31my'],
])('the title %j with the marks %j is %j', (title, marks, expected) => {
  expect(plainTitle(title, marks)).toBe(expected)
})

test('the text of a pull request keeps its images, and mentions nobody', () => {
  expect(tameBody('![before](a.png) <b> @ada `@b`\u001b')).toBe('![before](a.png) \\<b> @<!---->ada `@b`')
})

describe('the next version', () => {
  const request = {
    given: undefined,
    bump: 'minor',
    prerelease: false,
    identifier: undefined,
    tagPrefix: undefined,
    template: '$MAJOR.$MINOR.$PATCH$PRERELEASE',
  } as const
  test.each([
    ['v1.2.3', {}, '1.3.0'],
    ['v1.2.3', { prerelease: true, identifier: 'rc' }, '1.3.0-rc.0'],
    ['v1.3.0-rc.0', { prerelease: true, identifier: 'rc' }, '1.3.0-rc.1'],
    ['v1.3.0-rc.1', {}, '1.3.0'],
    ['tea-v1.2.3', { tagPrefix: 'tea-' }, '1.3.0'],
    ['v2', {}, '2.1.0'],
    ['v1.2.3', { given: 'v4.5.6 (final)' }, '4.5.6'],
    ['nightly', {}, '0.1.0'],
  ])('after %s with %j is %s', (tag, more, expected) => {
    expect(versionValues({ ...request, previous: { tag, name: '' }, ...more }).RESOLVED_VERSION).toBe(expected)
  })
})
