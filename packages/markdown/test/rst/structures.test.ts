import type { Nodes } from 'mdast'
import { describe, expect, test } from 'vitest'
import { MarkdownDocument } from '../../src/document.ts'
import { rangeOf } from '../../src/nodes.ts'
import { parseRst } from '../../src/rst/parse.ts'

const names: Readonly<Record<string, string>> = {
  ...{ paragraph: 'p', list: 'ul', listItem: 'li', strong: 'b', emphasis: 'i', thematicBreak: 'hr', heading: 'h' },
}

/** The tree as HTML, without what stands around a bare paragraph. */
function html(node: Nodes): string {
  const inside = 'children' in node ? node.children.map(html).join('') : 'value' in node ? node.value : ''
  if (node.type === 'root' || node.type === 'text' || (node.type === 'paragraph' && node.data?.bare)) return inside
  if (node.type === 'inlineCode' || node.type === 'code') return `{${inside}}`
  if (node.type === 'image' || node.type === 'link') return `[${inside}${node.url}]`
  const shown = node.type === 'structure' || node.type === 'emphasis'
  const { className = [], ...spans } = (shown && node.data?.hProperties) || {}
  const name = node.data?.hName ?? names[node.type] ?? node.type
  const marks = Object.entries(spans).map(([key, value]) => ` ${key}=${value}`)
  return `<${[name, ...[className].flat()].join('.')}${marks.join('')}>${inside}</${name}>`
}

const htmlOf = (source: string) => html(parseRst(source))

// Each is what docutils 0.19 makes of it (tried 2026-11-26), but for the ones that say something else.
describe('in reStructuredText, there is', () => {
  test.each([
    ['a definition', 'Tea\n  hot', '<dl><dt>Tea</dt><dd><p>hot</p></dd></dl>'],
    [
      'a list of definitions',
      'Tea\n  hot\n\n  or not\nJam\n  red',
      '<dl><dt>Tea</dt><dd><p>hot</p><p>or not</p></dd><dt>Jam</dt><dd><p>red</p></dd></dl>',
    ],
    [
      'a definition with a list',
      'Tea:\n  - a\n  - b',
      '<dl><dt>Tea:</dt><dd><ul><li><p>a</p></li><li><p>b</p></li></ul></dd></dl>',
    ],
    ['a definition in a list', '- Tea\n    hot', '<ul><li><dl><dt>Tea</dt><dd><p>hot</p></dd></dl></li></ul>'],
    ['no definition of a comment', '.. Tea\n  hot', '<html></html>'],
    [
      'a list of fields',
      ':Tea: hot\n  and green\n:``jam``: red',
      '<dl.field-list><dt>Tea:</dt><dd><p>hot\n  and green</p></dd><dt>{jam}:</dt><dd><p>red</p></dd></dl>',
    ],
    ['a field with its text below', ':Tea:\n  hot', '<dl.field-list><dt>Tea:</dt><dd><p>hot</p></dd></dl>'],
    ['a role, which is no field', ':tea:`a` b', '<p>a b</p>'],
    ['a line block', '| a\n| **b**', '<div.line-block><div.line>a</div><div.line><b>b</b></div></div>'],
    ['a quote', 'a\n\n  b\n\n  c\n\nd', '<p>a</p><blockquote><p>b</p><p>c</p></blockquote><p>d</p>'],
    ['a quote in a list', '- a\n\n    b', '<ul><li><p>a</p><blockquote><p>b</p></blockquote></li></ul>'],
    ['no quote of what goes on', '- a\n\n  b', '<ul><li><p>a</p><p>b</p></li></ul>'],
    [
      'a note',
      '.. note:: Tea\n\n   hot\n\nJam',
      '<aside.admonition.note><p>Note</p><p>Tea</p><p>hot</p></aside><p>Jam</p>',
    ],
    ['a danger', '.. danger::\n   Tea', '<aside.admonition.danger><p>!DANGER!</p><p>Tea</p></aside>'],
    ['a footnote', 'a\n\n.. [1] b\n\n   c', '<p>a</p><div><p>[1] b</p><p>c</p></div>'],
    [
      'footnotes that are numbered for their author, around those that are not',
      'a [#]_ b [#x]_ c [1]_ d [#X]_ e [#]_\n\n.. [#] f\n.. [1] g\n.. [#x] h\n.. [#] i',
      '<p>a [2] b [3] c [1] d [3] e [4]</p><div><p>[2] f</p></div><div><p>[1] g</p></div><div><p>[3] h</p></div><div><p>[4] i</p></div>',
    ],
    [
      'footnotes with signs, and a citation',
      'a [*]_ b [*]_ c [Tea]_\n\n.. [*] d\n.. [*] e\n.. [Tea] f',
      '<p>a [*] b [†] c [Tea]</p><div><p>[*] d</p></div><div><p>[†] e</p></div><div><p>[Tea] f</p></div>',
    ],
    ['references to footnotes that are not there', 'a [#]_ b [#x]_', '<p>a [#] b [#x]</p>'],
    // There, it is MathML or the same in other marks.
    ['a formula', '.. math:: a = b\n\nc', '<pre.math>a = b</pre><p>c</p>'],
    [
      'formulas with an option',
      '.. math::\n   :label: x\n\n   a\n     = b\n\n   c\n\nd',
      '<pre.math>a\n  = b\n\nc</pre><p>d</p>',
    ],
    ['a formula right below', '.. math::\n   a\n   = b', '<pre.math>a = b</pre>'],
    ['a part', '.. container:: x\n\n   a\n\n   b', '<div><p>a</p><p>b</p></div>'],
    [
      'a figure',
      '.. figure:: a.png\n\n   Tea\n\n   hot',
      '<figure>[a.png]<figcaption><p>Tea</p><p>hot</p></figcaption></figure>',
    ],
    ['a figure without a caption', '.. figure:: a.png\n\na', '<figure>[a.png]</figure><p>a</p>'],
    [
      'a list of options',
      '-a, --all  Tea\n           hot\n-b FILE\n    Jam',
      '<dl.option-list><dt>-a, --all</dt><dd><p>Tea\n           hot</p></dd><dt>-b FILE</dt><dd><p>Jam</p></dd></dl>',
    ],
    ['no option without an explanation', '/usr\n\na', '<p>/usr</p><p>a</p>'],
    ['a bullet alone', '- a\n-\n-\n  b', '<ul><li><p>a</p></li><li></li><li><p>b</p></li></ul>'],
    [
      'an empty line of a block',
      '| a\n|\n| b',
      '<div.line-block><div.line>a</div><div.line><break></break></div><div.line>b</div></div>',
    ],
    ['quoted code', 'a::\n\n> b\n> c\n\nd', '<p>a:</p>{> b\n> c}<p>d</p>'],
    ['no code right below what announces it', 'a::\n  b', '<dl><dt>a::</dt><dd><p>b</p></dd></dl>'],
    ['contents', '.. contents::\n\na', '<nav.contents></nav><p>a</p>'],
    [
      'contents of a section',
      '.. contents:: A *b*\n   :depth: 2\n   :local:\n',
      '<nav.contents dataDepth=2 dataLocal=true><p>A <i>b</i></p></nav>',
    ],
    ['contents of any depth', '.. contents::\n   :depth: x\n', '<nav.contents></nav>'],
    ['mail', 'a b@c.dev, d', '<p>a <a href=mailto:b@c.dev>b@c.dev</a>, d</p>'],
    ['code with backquotes', '```a``', '<p>{`a}</p>'],
    ['a line between texts', 'a\n\n----\n\nb', '<p>a</p><hr></hr><p>b</p>'],
    ['no line of three signs', 'a\n\n---\n\nb', '<p>a</p><p>---</p><p>b</p>'],
    ['a work by its title', 'a `b` :code:`c` `d`:x:', '<p>a <cite>b</cite> <code>c</code> d</p>'],
    [
      'text in a role',
      ':math:`a_b` H\\ :sub:`2`\\ O m\\ :sup:`2` :strong:`c` :T:`d`',
      '<p><tt>a_b</tt> H<sub>2</sub>O m<sup>2</sup> <strong>c</strong> <cite>d</cite></p>',
    ],
    [
      'markup in what stands for a name',
      '|x|\n\n.. |x| replace:: a ``b`` **c** *d* |e| `f <g>`_',
      '<p>a {b} <b>c</b> <i>d</i> |e| f</p>',
    ],
  ])('%s', (_, source, expected) => {
    expect(htmlOf(source)).toBe(expected)
  })
})

describe('a table of reStructuredText', () => {
  const table = (head: string, body: string) =>
    `<table>${head && `<thead>${head}</thead>`}<tbody>${body}</tbody></table>`
  const row = (cell: 'th' | 'td', ...cells: string[]) =>
    `<tr>${cells.map((one) => `<${cell}>${one && `<p>${one}</p>`}</${cell}>`).join('')}</tr>`

  test.each([
    [
      'with all borders',
      '+---+-----+\n| a | b   |\n+===+=====+\n| c | *d* |\n+---+-----+\n|   | e   |\n|   | f   |\n+---+-----+',
      table(row('th', 'a', 'b'), row('td', 'c', '<i>d</i>') + row('td', '', 'e\nf')),
    ],
    [
      'with lists and code in its cells',
      '+-----+------------+\n| - a | 1. *d*     |\n| - b |    e       |\n|   c |            |\n|     | f::        |\n| g   |            |\n|     |    h       |\n|     |      i     |\n+-----+------------+',
      table(
        '',
        '<tr><td><ul><li><p>a</p></li><li><p>b\nc</p></li></ul><p>g</p></td><td><ul><li><p><i>d</i>\ne</p></li></ul><p>f:</p>{h\n  i}</td></tr>',
      ),
    ],
    [
      'with what reaches over lines of other cells',
      '+-----------+---+\n| - a       | b |\n|           |   |\n| .. _c: d  |   |\n+-----------+---+',
      table('', '<tr><td><p>- a</p><p>.. _c: d</p></td><td><p>b</p></td></tr>'),
    ],
    ['without a head', '+---+---+\n| a | b |\n+---+---+', table('', row('td', 'a', 'b'))],
    [
      'with paragraphs in a cell',
      '+---+\n| a |\n|   |\n| b |\n+---+',
      '<table><tbody><tr><td><p>a</p><p>b</p></td></tr></tbody></table>',
    ],
    [
      'with few borders',
      '=== ===\na   b\n=== ===\nc   d\n    e\n\nf\n=== ===',
      table(row('th', 'a', 'b'), row('td', 'c', 'd\ne') + row('td', 'f', '')),
    ],
    ['with a last column that is too long', '= =\na bcd\n= =', table('', row('td', 'a', 'bcd'))],
    [
      'with lines under columns',
      '== ==\na  b\n== ==\nc  d\n-- --\ne  f\n== ==',
      table(row('th', 'a', 'b'), row('td', 'c', 'd') + row('td', 'e', 'f')),
    ],
    [
      'with cells over columns and rows',
      '+---+---+\n| a     |\n+===+===+\n| b | c |\n|   +---+\n|   | d |\n+---+---+',
      '<table><thead><tr><th colSpan=2><p>a</p></th></tr></thead><tbody><tr><td rowSpan=2><p>b</p></td><td><p>c</p></td></tr><tr><td><p>d</p></td></tr></tbody></table>',
    ],
    [
      'with joined cells',
      '== ==\na  b\n-----\nc  d\n== ==',
      `<table><tbody><tr><td colSpan=2><p>a  b</p></td></tr>${row('td', 'c', 'd')}</tbody></table>`,
    ],
    ['with signs that are two columns wide', '+----+--+\n|食器|b |\n+----+--+', table('', row('td', '食器', 'b'))],
    ['with nothing in it', '= =\n= =', '<table><tbody><tr><td></td><td></td></tr></tbody></table>'],
    [
      'of values',
      '.. csv-table:: Tea\n   :header: a, "b, c"\n   :stub-columns: 1\n\n   d, "e\n   f"\n   g, h',
      '<p>Tea</p><table><thead><tr><th><p>a</p></th><th><p>b, c</p></th></tr></thead><tbody><tr><th><p>d</p></th><td><p>e\nf</p></td></tr><tr><th><p>g</p></th><td><p>h</p></td></tr></tbody></table>',
    ],
    [
      'of values over several lines',
      '.. csv-table::\r\n\r\n   "a\r\n   b\r\n    \r\n   c",  d\r\n   "",e',
      '<table><tbody><tr><td><p>a\nb</p><p>c</p></td><td><p>d</p></td></tr><tr><td></td><td><p>e</p></td></tr></tbody></table>',
    ],
    [
      'of values between other signs',
      ".. csv-table::\n   :delim: tab\n   :quote: '\n   :header-rows: 1\n\n   a\tb\n   'c\td'\te",
      table(row('th', 'a', 'b'), row('td', 'c\td', 'e')),
    ],
    ['in a list', '- = =\n  a b\n  = =', `<ul><li>${table('', row('td', 'a', 'b'))}</li></ul>`],
    ['with text behind it', '= =\na b\n= =\n\nc', `${table('', row('td', 'a', 'b'))}<p>c</p>`],
    [
      'that is a list of lists',
      '.. list-table:: Tea\n   :header-rows: 1\n   :stub-columns: 1\n\n   * - a\n     - b\n   * - c\n     - d',
      '<table><p>Tea</p><thead><tr><th><p>a</p></th><th><p>b</p></th></tr></thead><tbody><tr><th><p>c</p></th><td><p>d</p></td></tr></tbody></table>',
    ],
    [
      'that is one without heads',
      '.. list-table::\n   :header-rows: x\n\n   * - a',
      '<table><tbody><tr><td><p>a</p></td></tr></tbody></table>',
    ],
    [
      'that is one with nothing but a head',
      '.. list-table::\n   :header-rows: 1\n\n   * - a',
      '<table><thead><tr><th><p>a</p></th></tr></thead></table>',
    ],
    ['that is one without a list', '.. list-table::\n\n   a', '<table><p>a</p></table>'],
    ['that is one with a bullet alone', '.. list-table::\n\n   * a', '<table><tbody><tr></tr></tbody></table>'],
  ])('%s', (_, source, expected) => {
    expect(htmlOf(source)).toBe(expected)
  })

  // docutils refuses them, or shows no table.
  test.each([
    ['of one border', '+---+'],
    ['with a border out of line', '+---+---+\n| a | b |\n+---+   |\n| c   d |\n+---+---+'],
    ['without its last border', '+---+---+\n| a | b |\n| c | d |'],
    ['of few borders without its last', '= =\na b'],
    ['of few borders with a cell over columns', '== ==\na b c\n== =='],
  ])('%s is text', (_, source) => {
    expect(htmlOf(source)).not.toContain('<table>')
  })

  test('has its cells where they are written', () => {
    const source = 'a\n\n+----+\n| b  |\n| c  |\n+----+'
    const document = new MarkdownDocument(source, parseRst)
    expect(document.nodes.of('text').map(({ node }) => document.slice(rangeOf(node)))).toEqual(['a', 'b', '', 'c'])
    expect(document.nodes.of('structure').map(({ node }) => document.slice(rangeOf(node))[0])).toEqual([
      '+',
      '+',
      '+',
      '+',
    ])
  })
})

test('an image has the size that is written', () => {
  const { nodes } = new MarkdownDocument('.. image:: a.png\n   :width: 64px\n   :height: 2em\n', parseRst)
  expect(nodes.of('image').map(({ node }) => node.data?.hProperties)).toEqual([{ width: '64px', height: '2em' }])
})

describe('a name that a section has', () => {
  test.each([
    ['leads there', 'A_ `b c`_\n\nA\n=\n\nB C\n---\n', '<a href=#a>A</a> <a href=#b-c>b c</a>'],
    ['may be given above the section', 'x_ y_\n\n.. _x:\n.. _y:\n\nA\n=\n', '<a href=#a>x</a> <a href=#a>y</a>'],
    ['may stand above a comment', 'x_\n\n.. _x:\n.. c\n\nMaß\n===\n', '<a href=#masz>x</a>'],
    ['may be another text', '`b <A_>`_\n\nA\n=\n', '<a href=#a>b</a>'],
    ['is an address first', 'A_\n\n.. _A: https://a.dev\n\nA\n=\n', '<linkReference>A</linkReference>'],
    ['is that of nothing else', 'x_\n\n.. _x:\n\na\n\nA\n=\n', 'x'],
  ])('%s', (_, source, expected) => {
    expect(htmlOf(source).startsWith(`<p>${expected}</p>`)).toBe(true)
  })
})
