import type { PhrasingContent } from 'mdast'
import { markdownToMdast } from 'satteri'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/parse.ts'
import { isDoubtful } from '../../src/satteri/doubt.ts'
import { draft, settle } from '../../src/satteri.ts'
import { difference } from '../support/difference.ts'

function readAlone(source: string): unknown {
  return markdownToMdast(source, { features: { frontmatter: true } })
}

/** What satteri 0.10.5 reads in another way than the reference. Where a row fails, satteri has changed: see whether its doubt can go. */
const differing: readonly (readonly [construct: string, source: string])[] = [
  ['a quote in a quote that goes on', '>> a\n> '],
  ['a list in a quote that goes on', '> - a\n> + b'],
  ['a list before a blank line of a quote', '> - a\n>\n>'],
  ['a list in a quote in a list', '- > - a\n  >'],
  ['an empty list item in a list in a quote', '> - -\n>'],
  ['an empty quote in a quote', '>>\n> '],
  ['a lazy line that looks like a table', '> |\na\n> -|'],
  ['text whose next line only looks like a table', 'a\nb\n- |'],
  ['an empty footnote', '[^1]:\n '],
  ['a footnote in a footnote', '[^1]:[^2]:'],
  ['a footnote with HTML right behind it', '[^1]: a\n<b>\n'],
  ['a footnote with a list', '[^1]: a\n    - b [`c`]\n    - d'],
  ['a reference to a footnote in brackets', '[^1]: [[^1]](a)'],
  ['a lazy line of HTML', '- a\n <b>\n'],
  ['a comment without an end in a list item', '- <!--\n '],
  ['HTML in a quote before a line of blanks', '> <a>\n>  '],
  ['a raw element that another one closes', '<style\n</textarea>\n'],
  ['CDATA', '<![CDATA[a]]]>\n'],
  ['a fence without an end in a quote', '> ```\n>'],
  ['a fence without an end in a list item', '- ```\n '],
  ['an info string with a no-break space', '~~~a \u00a0'],
  ['indented code behind a heading in a list', '- a\n# b\n    c\n*'],
  ['indented code with a line of blanks', '-     a\n      \n  b'],
  ['a definition whose address looks like a table', '[a]:\n|-'],
  ['a definition with indented text right behind it', '[a]: b\n\t-||\n-|-'],
  ['a definition in a quote', '> [a]: b\n> c\n> ='],
  ['a label of a no-break space', '[\u00a0]: /'],
  ['a label over two lines in a list item', '- [a\n  b]: c'],
  ['a table with HTML first in a row', 'a|b\n-|-\n<c>'],
  ['a table in a list item', '- a|b\n\t  -|-'],
  ['a task whose text does not start with text', '- [ ] *a*'],
  ['a task with its text on the next line', '- [ ]\na'],
  ['a task without text', '- [ ] \n -'],
  ['an empty list item behind something like a definition', '[a]:"\n***\n*'],
  ['a marker next to another one', 'a*_*'],
  ['a marker next to an escaped one', '\\**a**'],
  ['markers that close next to a letter', '*_(_*b'],
  ['emphasis next to an emoji', 'a*🎉*'],
  ['emphasis with an emoji behind a long run', ',_________🎉____'],
  ['an address without a host', 'www.'],
  ['an address with an odd host', 'http://.a'],
  ['an address behind a quotation mark', '"www.a.b'],
  ['an address behind an open bracket', '[http://a.b'],
  ['an address in an open bracket with an autolink', '[<hs:]> www.a'],
  ['an address before an underscore', '_:http://a._&'],
  ['a mail address in emphasis', '_a@b.c_'],
  ['a mail address behind a slash', '/a@b.c'],
  ['a tag that CommonMark does not know', 'a<b c=d="">'],
  ['a tag over two lines, indented by a tab', '</a\n\t>'],
  ['a comment over two lines in a list item', '- a<!--\n    -->'],
  ['code over two lines with a tab in a list item', '- `` a\n\t``'],
  ['code that is not closed before emphasis on the next line', '- `\n  *a*'],
  ['a link that is not closed before HTML on the next line', '- [](\n  <a b="">'],
  ['a tag over two lines in an alt text', '![<!A\n ">]()'],
  ['an image with a backtick before emphasis on the next line', '- ![`]()\n  *a*'],
  ['a reference and a parenthesis before a link on the next line', '> [a](\n> [][b]\n\n[a]: c\n[b]: d'],
  ['a hard break at the end of a link', '[\\\n](a)'],
  ['a title over two lines', '[](a "\n\\")'],
  ['NUL', 'a\0'],
  ['half a surrogate pair', 'a\ud83c'],
  ['front matter that is not closed', '---\n- a'],
  ['front matter with what ends YAML', '---\n...\n---'],
  ['front matter with blanks behind its end', '+++\n+++\t'],
]

describe('satteri and the reference differ, and then they do not', () => {
  test.each(differing)('%s', (_, source) => {
    const expected = parse(source)
    expect(difference(readAlone(source), expected)).toBeDefined()
    expect(settledTree(source) ?? expected).toEqual(expected)
    expect(draft(source, markdownToMdast)?.doubtful).not.toEqual([])
  })
})

describe('nothing is in doubt', () => {
  test.each([
    ['a paragraph', 'a *b* **c** ~~d~~ `e` <b>f</b> &amp; \\* g\nh  \ni\\\nj'],
    ['headings', '# a\n\nb\n=\n\n## *c* ##'],
    ['lists', '- a\n- b\n  c\n\n  d\n  1. e\n     - f\n\n* g'],
    ['tasks', '- [ ] a\n- [x] b *c*\n  - [X] d'],
    ['quotes', '> a\n> b\n>\n> # c\n\nd\n\n> - e\n> - f\n\ng'],
    ['fenced code', '```js\na\n```\n\n- ~~~\n  b\n  ~~~\n\n> ```\n> c\n> ```'],
    ['indented code', 'a\n\n    b\n\n    c\n\nd'],
    ['links', '[a](b) ![c](d "e") [f] [g][f] [f][] <http://h.i>\n\n[f]: j "k"\n[l]: m'],
    ['addresses in text', 'a https://b.c/d?e=f#g, www.h.i and (j@k.l)'],
    ['tables', '| a | *b* |\n|---|:-:|\n| `c` | [d](e) |\n| f |'],
    ['HTML', '<div align="center">\n\n<img src="a"\n  alt="b">\n\n</div>\n\n<!-- c\n\nd -->\n\n<pre>\n\ne\n</pre>'],
    ['YAML', '---\na: b\n---\n\n# c'],
    ['TOML', '+++\na = "b"\n+++\nc'],
    ['a thematic break first', '---\n\na'.replace('---', '----')],
    ['emoji', '🎉 **a** 🎉\n\n- 🎉 *b*'],
    ['words with underscores', 'a_b_c, `d` and e_f'],
    ['emphasis in emphasis', '**_a_** and *__b__*.'],
  ])('in %s', (_, text) => {
    for (const source of [text, text.replaceAll('\n', '\r\n')]) {
      expect(draft(source, markdownToMdast)?.doubtful).toEqual([])
      expect(difference(readAlone(source), parse(source))).toBeUndefined()
    }
  })
})

test('a node that no parser has made is not in doubt', () => {
  const children: PhrasingContent[] = [
    { type: 'image', url: 'a' },
    { type: 'text', value: '*b' },
  ]
  expect(isDoubtful({ type: 'paragraph', children }, '')).toBe(false)
  expect(isDoubtful({ type: 'code', value: 'a' }, '`a`')).toBe(false)
})

test('a tree that is deeper than the guard lets pass is in doubt', () => {
  let node: PhrasingContent = { type: 'text', value: 'a' }
  for (let depth = 0; depth < 10_000; depth++) node = { type: 'emphasis', children: [node] }
  expect(isDoubtful({ type: 'paragraph', children: [node] }, '')).toBe(true)
})

function settledTree(source: string): unknown {
  const drafted = draft(source, markdownToMdast)
  return drafted && settle(drafted, parse)
}
