import { describe, expect, test } from 'vitest'
import { identify } from '../../src/changelog/identity.ts'

describe('the identity of an entry', () => {
  test.each([
    ['Steep ([#12](https://github.com/o/r/pull/12))', ['12'], []],
    ['Steep (!7)', ['7'], []],
    ['Steep (GH-3), closes #4', ['3', '4'], []],
    ['Steep ([abc1234](https://github.com/o/r/commit/abc1234def))', [], ['abc1234', 'abc1234def']],
    ['Steep (`abc1234`)', [], ['abc1234']],
    ['Steep (#12, o/r#13)', ['12', '13'], []],
    ['[#7](https://github.com/o/r/pull/7) [abc1234](https://github.com/o/r/commit/abc1234): Steep', ['7'], ['abc1234']],
    ['Steep, fixes #5 and resolves #6', ['5', '6'], []],
    ['Steep #8.', ['8'], []],
    ['What #9 did is undone (#10)', ['10'], []],
    ['See https://gitlab.com/o/r/-/merge_requests/9', ['9'], []],
    ['Colour `#123456` of a0a0a0a0.css and the year 20240101', [], []],
    ['deadbeef and defaced are words', [], []],
    ['Steep longer, see #12 (@somebody)', ['12'], []],
    ['Steep longer, see #12 and #13 (@somebody)', ['12', '13'], []],
    ['Steep longer, see #12, #13 (@somebody). Closes #14', ['12', '13', '14'], []],
    ['Steep as #9 said, see #12 (@somebody). Closes #14', ['12', '14'], []],
    ['See #9 for the tea, and #10 for the cup', [], []],
    ['feat(tea): steep longer #12 @somebody, @other', ['12'], []],
    ['Steep longer. {issue}`9` {pr}`12`', ['9', '12'], []],
    ['C#1 and &#38; and path/#frag', [], []],
  ])('of %j', (markdown, numbers, shas) => {
    const { numbers: foundNumbers, shas: foundShas } = identify(markdown)
    expect([foundNumbers.toSorted((a, b) => Number(a) - Number(b)), foundShas]).toEqual([numbers, shas])
  })

  test.each([
    ['**tea:** Steep longer ([#12](https://example.com/pull/12))', 'tea steep longer'],
    ['tea: steep  longer (#12) (abc1234)', 'tea steep longer'],
    ['Steep longer. ([@somebody])', 'steep longer'],
    ['Read [the guide](https://example.com)', 'read the guide'],
  ])('has the words of %j', (markdown, words) => {
    expect(identify(markdown).words).toBe(words)
  })
})
