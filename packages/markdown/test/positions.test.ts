import type { Nodes } from 'mdast'
import { describe, expect, test } from 'vitest'
import { MarkdownDocument } from '../src/document.ts'
import { rangeOf, walk } from '../src/nodes.ts'
import { parse } from '../src/parse.ts'
import { placeFinder } from '../src/place.ts'
import { readMarks } from './support/marks.ts'
import { variants } from './support/variants.ts'

/** `⟦` and `⟧` stand around each address that the GFM transform finds in a text, and so gives no position. */
const addresses: readonly (readonly [name: string, source: string])[] = [
  ['all of a paragraph', '⟦a\\+b@c.dd⟧'],
  ['the start of a text', '⟦a\\+b@c.dd⟧ and more'],
  ['the end of a text', 'write to ⟦a\\+b@c.dd⟧'],
  ['brackets', 'see [⟦www.a.b⟧] there'],
  ['two in a text', 'a\\* ⟦a\\+b@c.dd⟧ or ⟦e@f.gg⟧.'],
  ['the same one twice', '⟦a\\+b@c.dd⟧ or ⟦a\\+b@c.dd⟧'],
  ['the same one after its parts', 'a+b@ c.dd ⟦a\\+b@c.dd⟧'],
  ['behind escapes and references', '\\* &amp; &copy; &notanentity; &#x1F389; ⟦a\\+b@c.dd⟧'],
  ['behind an emoji', '🎉 ⟦a\\+b@c.dd⟧'],
  ['the second line', 'a\n⟦a\\+b@c.dd⟧'],
  ['the second line, which is indented', 'a\n   ⟦a\\+b@c.dd⟧'],
  ['behind white space at the end of a line', 'a \n⟦a\\+b@c.dd⟧'],
  ['behind a hard break', 'a  \n⟦a\\+b@c.dd⟧'],
  ['behind a hard break with a backslash', 'a\\\n  ⟦a\\+b@c.dd⟧'],
  ['behind a hard break and an escaped `>`', 'a  \n\\> ⟦a\\+b@c.dd⟧'],
  ['behind an escaped `>` on the second line', 'a\n\\>\0⟦a\\+b@c.dd⟧'],
  ['a heading', '## ⟦a\\+b@c.dd⟧ ##'],
  ['a heading that starts with a number sign', '# \\# ⟦a\\+b@c.dd⟧'],
  ['an underlined heading', '⟦a\\+b@c.dd⟧\n---'],
  ['an underlined heading that starts with a number sign', '#a ⟦a\\+b@c.dd⟧\n==='],
  ['emphasis', '*⟦a\\+b@c.dd⟧* _⟦a\\+b@c.dd⟧_'],
  ['strong emphasis', '**⟦a\\+b@c.dd⟧** __⟦a\\+b@c.dd⟧__'],
  ['strong in emphasis', '***⟦a\\+b@c.dd⟧***'],
  ['deleted text', '~⟦a\\+b@c.dd⟧~ ~~⟦a\\+b@c.dd⟧~~'],
  ['between other nodes', '**a** ⟦a\\+b@c.dd⟧ `b` ⟦a\\+b@c.dd⟧ ![c](d)'],
  ['cells of a table', '| ⟦a\\+b@c.dd⟧ |⟦a\\+b@c.dd⟧|\n|-|-|\n|  a\\|b ⟦a\\+b@c.dd⟧ | |'],
  ['a footnote', '[^1]\n\n[^1]: ⟦a\\+b@c.dd⟧'],
  ['a task', '- [ ] ⟦a\\+b@c.dd⟧'],
]

describe.each(variants)('%s, an address found in a text is where it is written', (_, change) => {
  test.each(addresses)('%s', (_name, text) => {
    const { source, ranges } = readMarks(change(text))
    const document = new MarkdownDocument(source, parse)
    const found = document.nodes.of('link')
    expect(found.map(({ node }) => rangeOf(node))).toEqual(ranges)
    expect(found.map(({ node }) => rangeOf(node.children[0] as Nodes))).toEqual(ranges)
  })

  test.each(addresses)('every node of %s has a position with the line and column of its offsets', (_name, text) => {
    const document = new MarkdownDocument(readMarks(change(text)).source, parse)
    // micromark counts neither the offset nor the column of a byte order mark; the column stays so.
    const find = placeFinder(document.source)
    walk(document.tree, ({ node }) => {
      expect(node.position?.start).toMatchObject(find(rangeOf(node).start))
      expect(node.position?.end).toMatchObject(find(rangeOf(node).end))
    })
  })
})

test.each([
  ['a second line', 'a\n    >⟦a\\+b@c.dd⟧'],
  ['a second line that goes on', 'a\n    > > b ⟦a\\+b@c.dd⟧\nc'],
  ['a second line with an escape', 'a\n    >\\>⟦a\\+b@c.dd⟧'],
  ['a line in a quote', '> a\n>     >⟦a\\+b@c.dd⟧'],
  ['a line behind a hard break', 'a  \n    >⟦a\\+b@c.dd⟧'],
])('behind four spaces `>` is text: %s', (_, text) => {
  const { source, ranges } = readMarks(text)
  expect(new MarkdownDocument(source, parse).links.map(({ urlAt }) => urlAt)).toEqual(ranges)
})

describe('an underlined heading under definitions starts at its own text', () => {
  test.each([
    ['text', '[a]: b\n⟦c\n===⟧'],
    ['emphasis', '[a]: b "t"\n[c]: d\n  ⟦*e*\n---⟧'],
    ['an address that has no position', '[a]: b\n⟦a\\+b@c.dd\nx\n---⟧'],
    ['a quote', '> [a]: b  \n> ⟦c\n> ===⟧'],
    ['four spaces and a `>`', '[a]: b\n    ⟦>a\\+b@c.dd\n---⟧'],
    ['a definition that stands apart', '[a]: b\n\n⟦c\n===⟧'],
    ['a heading with a number sign', '[a]: b\n⟦# c⟧'],
    ['a heading without text', '[a]: b\n⟦#⟧'],
  ])('%s', (_, text) => {
    const { source, ranges } = readMarks(text)
    const { sections, nodes } = new MarkdownDocument(source, parse)
    expect(sections.map(({ start, end }) => ({ start, end }))).toEqual(ranges)
    expect(nodes.of('heading').map(({ node }) => rangeOf(node))).toEqual(ranges)
  })
})
