import fc from 'fast-check'
import type { List, ListItem, Paragraph } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { describe, expect, test } from 'vitest'
import { parse } from '../src/parse.ts'
import { defaultStyle } from '../src/style.ts'
import { attributeText, type UntrustedOptions, untrustedText, untrustedUrl } from '../src/untrusted.ts'
import { visibleText } from '../src/visible-text.ts'
import { writeNodes } from '../src/write.ts'
import { hostile } from './arbitraries.ts'

/** The text as an item of a list, without the line ending. */
function item(value: string, options?: UntrustedOptions): string {
  const paragraph: Paragraph = { type: 'paragraph', children: untrustedText(value, options) }
  const list: List = { type: 'list', children: [{ type: 'listItem', children: [paragraph] }] }
  return writeNodes([list], defaultStyle).replace(/\n$/, '')
}

describe('what a host would act on becomes code', () => {
  test.each([
    ['a package', 'bump @types/node from 1.0.0 to 2.0.0', '- bump `@types/node` from 1.0.0 to 2.0.0'],
    ['a mention in brackets', 'thanks (@octocat, @org/team)!', '- thanks (`@octocat`, `@org/team`)!'],
    ['a call', 'add (see @Size(2)), @a(b) and foo(@c)', '- add (see `@Size(2)`), `@a(b)` and `foo(@c)`'],
    ['a mention that a zero-width space hides', '@\u200Boctocat', '- `@octocat`'],
    ['a mention behind a backslash', '\\@octocat', '- `\\@octocat`'],
    ['issues', '#1,#2; fix o/r#9 and GH-7: done', '- `#1`,`#2`; fix `o/r#9` and `GH-7`: done'],
    ['a commit', 'revert 0123abc.', '- revert `0123abc`.'],
    ['a commit in a range', 'abc1234..def5678', '- `abc1234..def5678`'],
    ['emoji', 'add :tada: and :+1: at 10:30:45', '- add `:tada:` and `:+1:` at 10:30:45'],
    ['an emoji of digits', ':100:', '- `:100:`'],
    ['math', '$state costs 5$', '- `$state` costs `5$`'],
    ['tags', 'close </details>, show <b title="x">', '- close `</details>`, show `<b title="x">`'],
    ['a type', 'return Vec<T>', '- return `Vec<T>`'],
    ['a tag that is not closed', 'a <img src=x', '- a `<img` src=x'],
    ['a web address', 'see https://a.example/b_c.', '- see `https://a.example/b_c`.'],
    ['a web address without a scheme', 'www.a.example', '- `www.a.example`'],
    ['an e-mail address', 'by <bob@a.example>', '- by `<bob@a.example>`'],
    ['a template', 'use {{ x }} \x24{{ y }} {% raw %}', '- use `{{ x }}` `\x24{{ y }}` `{% raw %}`'],
    ['code', 'add `foo` and `` a ` b ``', '- add `foo` and ``a ` b``'],
    ['code with a backtick at its edge', '`` `a` ``', '- `` `a` ``'],
    ['code and a word that touch', '`a`@b', '- `a@b`'],
    ['a lone at sign, which text behind it could make a mention', 'a @', '- a `@`'],
  ])('%s', (_, value, expected) => {
    expect(item(value)).toBe(expected)
  })
})

describe('what means something in Markdown or to a reader of lines is text', () => {
  test.each([
    ['a comment', 'a <!-- x:end --> b', '- a &lt;!-- x:end --&gt; b'],
    ['a comment in backticks', 'a ` <!-- @x --> ` b', '- a &lt;!-- `@x` --&gt; b'],
    ['a command of GitHub Actions', '::set-output name=x::y', '- \\::set-output name=x::y'],
    ['an old command', '##[group]x', '- \\##\\[group]x'],
    ['an old command in backticks', '`##[group]x`', '- \\##\\[group]x'],
    ['code beside code that would make a comment', '`<!`--@a', '- `<!` `--@a`'],
    ['a link', '[a](b) ![c](d)', '- \\[a]\\(b) !\\[c]\\(d)'],
    ['a definition', '[a]: b', '- \\[a]: b'],
    ['a task', '[x] a', '- \\[x] a'],
    ['a footnote', '[^1] a', '- \\[^1] a'],
    ['a heading', '# a', '- \\# a'],
    ['a character reference', '&commat;a', '- \\&commat;a'],
    ['a backtick alone', 'a ` b', '- a \\` b'],
    ['two lines', 'a\n# b', '- a # b'],
  ])('%s', (_, value, expected) => {
    expect(item(value)).toBe(expected)
  })

  test('nothing is nothing', () => {
    expect(untrustedText(' \u200B\n')).toEqual([])
  })
})

describe('a caller can vouch for a reference', () => {
  const answers: Record<string, boolean | string> = {
    '@octocat': true,
    '#12': 'https://github.com/o/r/pull/12',
    'https://a.example': true,
    'https://b.example': 'https://c.example',
    'https://user:word@d.example': true,
  }
  const allow = (reference: string) => answers[reference] ?? false

  test.each([
    ['a mention', 'by @octocat', '- by @octocat'],
    ['only that mention', 'by @other', '- by `@other`'],
    ['an issue with an address', 'a (#12)', '- a ([#12](https://github.com/o/r/pull/12))'],
    ['an address', 'https://a.example', '- <https://a.example>'],
    ['an address with another', 'https://b.example', '- [https://b.example](https://c.example)'],
    ['no address with credentials', 'https://user:word@d.example', '- `https://user:word@d.example`'],
    ['nothing that is only like a reference', 'a@octocat #12a', '- `a@octocat` `#12a`'],
  ])('%s', (_, value, expected) => {
    expect(item(value, { allow })).toBe(expected)
  })

  test('each kind of reference is asked for, and nothing else', () => {
    const asked: string[] = []
    const value = '@a @a/b-c #1 o/r#2 GH-3 0123abc https://a.example a@b.c :d: $e <f> {{ g }} www.h.i `@j` ftp://k'
    untrustedText(value, { allow: (reference) => asked.push(reference) < 0 })
    expect(asked).toEqual(['@a', '@a/b-c', '#1', 'o/r#2', 'GH-3', '0123abc', 'https://a.example'])
  })
})

describe('for any text', () => {
  /** More than what GitHub links, mentions, replaces or sets as math. */
  const acted = /@|#\d|\bgh-\d|\b[\da-f]{7,40}\b|\$|:\/\/|www\.|:(?=[\d_]*[a-z+-])[\w+-]+:/i

  test('an item of it is one paragraph of text and code that says it, and no host acts on it', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        fc.pre(visibleText(value) !== '')
        const source = item(value)
        const tree = parse(source)
        const [{ children: items }] = tree.children as [List]
        const [{ children: blocks, checked }] = items as [ListItem]
        const [paragraph] = blocks as [Paragraph]
        expect([tree.children.length, items.length, blocks.length, checked]).toEqual([1, 1, 1, null])
        expect(paragraph.children.filter(({ type }) => type !== 'text' && type !== 'inlineCode')).toEqual([])
        const texts = paragraph.children.filter(({ type }) => type === 'text')
        expect(texts.filter((node) => acted.test(textOf(node)))).toEqual([])
        expect(textOf(paragraph)).toBe(textOf(untrustedText(value)))
      }),
    )
  })

  test('no marker, comment or command is in what is written', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        expect(item(value)).not.toMatch(/<!--|--!?>|##\[|^-? *::/m)
      }),
    )
  })

  test('it stays the same in a heading, a link, a quote and a cell of a table', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const children = untrustedText(value)
        fc.pre(children.length > 0)
        const link = { type: 'link' as const, url: 'a', children: children as [] }
        const cell = { type: 'tableCell' as const, children: [link] }
        const source = writeNodes(
          [
            { type: 'heading', depth: 2, children },
            { type: 'blockquote', children: [{ type: 'paragraph', children: [link] }] },
            { type: 'table', children: [{ type: 'tableRow', children: [cell] }] },
          ],
          defaultStyle,
        )
        const tree = parse(source)
        expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'blockquote', 'table'])
        // In a cell, `\\|` in code loses its backslash.
        const said = tree.children.map((node) => textOf(node).replaceAll('\\|', '|'))
        expect(new Set(said)).toEqual(new Set([textOf(children).replaceAll('\\|', '|')]))
      }),
    )
  })

  test('it says all that is visible, where no backticks are', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const text = value.replaceAll('`', '')
        expect(textOf(untrustedText(text))).toBe(visibleText(text))
      }),
    )
  })

  test('doing it twice changes nothing', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const nodes = untrustedText(value)
        // What is left of backticks in a text has no partner in it, but would have one in the code behind it.
        fc.pre(nodes.every((node) => node.type !== 'text' || !node.value.includes('`')))
        expect(untrustedText(nodes.map(asTyped).join(''))).toEqual(nodes)
      }),
    )
  })

  /** Code in backticks, as people type it. */
  function asTyped(node: { type: string; value?: string }): string {
    const value = node.value as string
    if (node.type === 'text') return value
    const longest = Math.max(0, ...(value.match(/`+/g) ?? []).map(({ length }) => length))
    const fence = '`'.repeat(longest + 1)
    return /^`|`$|^ .* $/.test(value) ? `${fence} ${value} ${fence}` : fence + value + fence
  }
})

test('a long text is read in one go', () => {
  // Quadratic code would need minutes for these, and the test would time out.
  for (const unit of ['@a,', '<a ', '`a` ', '` ``', ':a', '{{', '((', 'f ', '<!--', '-->', 'a', '@', '`', '<']) {
    expect(untrustedText(unit.repeat(100_000))).not.toEqual([])
  }
})

describe('an address from outside', () => {
  test.each([
    ['https://a.example/b?c=d#e', 'https://a.example/b?c=d#e'],
    [' http://A.example ', 'http://a.example/'],
    ['mailto:bob+x@a.example', 'mailto:bob+x@a.example'],
    ['https://a.example/"><img>', 'https://a.example/%22%3E%3Cimg%3E'],
    ['https://bücher.example', 'https://xn--bcher-kva.example/'],
    ['javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['https://user@a.example', undefined],
    ['https://:word@a.example', undefined],
    ['https://a.example/\u202Ex', undefined],
    ['https://a.example/b c', undefined],
    ['mailto:a@b.example?bcc=c@d.example', undefined],
    ['mailto:<!--@b.example', undefined],
    ['/relative', undefined],
    ['//a.example', undefined],
    ['https://', undefined],
    ['', undefined],
  ])('%j becomes %j', (value, expected) => {
    expect(untrustedUrl(value)).toBe(expected)
  })
})

test('text for an attribute closes no quotes, tag, code or cell', () => {
  expect(attributeText('a"b\'c<d>&e`f`|{{$g\n\u202Eh')).toBe(
    'a&#34;b&#39;c&#60;d&#62;&#38;e&#96;f&#96;&#124;&#123;&#123;&#36;g h',
  )
})
