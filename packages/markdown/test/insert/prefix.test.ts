import type { Parents } from 'mdast'
import { describe, expect, test } from 'vitest'
import { type Container, linePrefix } from '../../src/insert/prefix.ts'
import { parse } from '../../src/parse.ts'

/** The prefix of the deepest container on the way along the last children. */
function prefixOf(source: string): string {
  const path: Container[] = [parse(source)]
  for (;;) {
    const last = (path.at(-1) as Parents).children.at(-1)
    if (!last || !/^(?:blockquote|list|listItem|footnoteDefinition)$/.test(last.type)) break
    path.push(last as Container)
  }
  return linePrefix(source, path)
}

describe('a line of a container starts with what the container needs', () => {
  test.each([
    ['the document', 'a', ''],
    ['a quote', '> a', '> '],
    ['a quote without spaces', '>a', '> '],
    ['a quote with a tab', '>\ta', '> '],
    ['an indented quote', '   > a', '   > '],
    ['a quote in a quote', '> > a', '> > '],
    ['a quote in a quote without spaces', '>>a', '> > '],
    ['an item', '- a', '  '],
    ['a numbered item', '10. a', '    '],
    ['an indented item', '  - a', '    '],
    ['a wide item', '-   a', '    '],
    ['an item with a tab', '-\ta', '\t'],
    ['an item in an item with tabs', '-\ta\n\t-\tb', '\t\t'],
    ['an item with a tab in an item', '- a\n  -\tb', '\t'],
    ['a numbered item with a tab', '1000.\ta', '\t\t'],
    ['an item indented by a tab', '- a\n\t- b', '\t  '],
    ['a task', '- [ ] a', '  '],
    ['an item that starts with code', '-     a', '  '],
    ['an item that starts with code behind tabs', '-\t\ta', '  '],
    ['an item that starts with a blank line', '-\n  a', '  '],
    ['an empty item', '-', '  '],
    ['an empty item with spaces behind', '-   ', '  '],
    ['an item in an item', '- - a', '    '],
    ['an item below an item', '- a\n  - b', '    '],
    ['a quote in an item', '- > a', '  > '],
    ['an item in a quote', '> - a', '>   '],
    ['an item in a quote without spaces', '>- a', '>   '],
    ['an item in a quote with a tab', '>\t- a', '>     '],
    ['an item below text in a quote without spaces', '>a\n>- b', '>   '],
    ['a quote below an item', '- a\n  > b', '  > '],
    ['a footnote', '[^a]: b', '    '],
    ['an indented footnote', '   [^a]: b', '    '],
    ['a footnote in a quote', '> [^a]: b', '>     '],
    ['an item in a footnote', '[^long]: - a', '      '],
    ['a footnote in an item', '- a\n\n   [^b]: c', '      '],
    ['an item behind a byte order mark', '\uFEFF- a'.slice(1), '  '],
  ])('%s', (_, source, expected) => {
    expect(prefixOf(source)).toBe(expected)
  })

  test('the items of a list start where the list does', () => {
    const tree = parse('> a\n>\n>  - b')
    const quote = tree.children[0] as Container
    expect(linePrefix('> a\n>\n>  - b', [tree, quote, quote.children[1] as Container])).toBe('>  ')
  })
})
