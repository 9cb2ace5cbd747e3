import { describe, expect, test } from 'vitest'
import { MarkdownDocument } from '../../src/document.ts'
import { rangeOf } from '../../src/nodes.ts'
import { parseRst } from '../../src/rst/parse.ts'

const read = (source: string) => new MarkdownDocument(source, parseRst)

/** `kind text → address` of each link, with `!` before an image. */
const linksOf = (source: string) =>
  read(source).links.map(({ kind, image, text, url }) => `${kind} ${image ? '!' : ''}${text} → ${url}`)

describe('emphasis in reStructuredText', () => {
  const emphasised = (source: string) => {
    const document = read(source)
    const found = [...document.nodes.of('strong'), ...document.nodes.of('emphasis')]
    return found.map(({ node }) => `${node.type} ${document.slice(rangeOf(node))}`)
  }

  test.each([
    ['a **Python 3.10+** server', ['strong **Python 3.10+**']],
    ['an *emphatic* word, (*a*) "**b**"', ['strong **b**', 'emphasis *emphatic*', 'emphasis *a*']],
    ['**over\ntwo lines**.', ['strong **over\ntwo lines**']],
    ['2 * 3 * 4 and 2*3*4, **kwargs and *args', []],
    ['escaped \\*a* and \\**b**, quoted "*" and (*)', []],
    ['``*a*`` and `*b* <c>`_', []],
    ['* a list\n* of *two*', ['emphasis *two*']],
  ])('in %j is %j', (source, expected) => {
    expect(emphasised(source)).toEqual(expected)
  })
})

describe('a link in reStructuredText', () => {
  test.each([
    ['with its address', 'See `the docs <https://a.b/c>`_.', ['inline the docs → https://a.b/c']],
    ['that no other can refer to', '`a <b>`__', ['inline a → b']],
    ['over two lines', '`a\nb <https://a.b/\nc>`_', ['inline a b → https://a.b/c']],
    ['that is its own text', '`<https://a.b>`_', ['inline https://a.b → https://a.b']],
    ['that stands as it is', 'At https://a.b/c_d.', ['autolink https://a.b/c_d → https://a.b/c_d']],
    ['in parentheses', '(https://a.b/c)', ['autolink https://a.b/c → https://a.b/c']],
    ['with parentheses', 'https://a.b/c_(d)', ['autolink https://a.b/c_(d) → https://a.b/c_(d)']],
    ['by name', 'a_\n\n.. _a: https://a.b', ['reference a → https://a.b', 'definition a → https://a.b']],
    ['by a name of words', '`A  b`_\n\n.. _a b: c', ['reference A b → c', 'definition a b → c']],
    ['by a quoted name', '`a: b`_\n\n.. _`a: b`: c', ['reference a: b → c', 'definition a: b → c']],
    ['by another text', '`x <a_>`_\n\n.. _a: c', ['reference x → c', 'definition a → c']],
    ['by a name for a name', 'x_\n\n.. _x: a_\n.. _a: c', ['reference x → c', 'definition a → c']],
    ['without a name', '`x`__\n\n__ https://a.b', ['reference x → https://a.b', 'definition → https://a.b']],
    [
      'without a name, in order',
      'x__ y__\n\n.. __: a\n.. __: b',
      expect.arrayContaining(['reference x → a', 'reference y → b']),
    ],
    ['whose address has an escape', '`a <b\\_>`_', ['inline a → b_']],
    [
      'whose address goes over lines',
      'a_\n\n.. _a: https://a.b/\n   c',
      expect.arrayContaining(['reference a → https://a.b/c']),
    ],
    [
      'in a list, a quote and a field',
      '* `a <b>`_\n\n    `c <d>`_\n\n:x: `e <f>`_',
      ['inline a → b', 'inline c → d', 'inline e → f'],
    ],
    ['in the body of a note', '.. note:: `a <b>`_\n\n   `c <d>`_', ['inline a → b', 'inline c → d']],
    ['with Windows line endings', '`a\r\n<b>`_\r\n\r\n.. _x: y\r\n', ['inline a → b', 'definition x → y']],
  ])('%s', (_, source, links) => {
    expect(linksOf(source).map((link) => link.replace('definition  →', 'definition →'))).toEqual(links)
  })

  test.each([
    ['in a literal', '``a_ `b <c>`_ https://a.b``\n\n.. _a: b'],
    ['in code', '::\n\n  `a <b>`_\n\nText\n\n.. _a: b'],
    ['behind two colons', 'Text::\n\n  `a <b>`_\n\n.. _a: b'],
    ['in a code directive', '.. code:: rst\n   :number-lines:\n\n   `a <b>`_\n\n.. _a: b'],
    ['in a comment', '.. hidden\n   `a <b>`_\n\n.. _a: b'],
    ['in raw HTML', '.. raw:: html\n\n   <a href="b">`a <b>`_</a>\n\n.. _a: b'],
    ['without an end', '`a <b>\n\n.. _a: b'],
    ['to a place within the page', 'Intro_\n\n.. _Intro:\n\n.. _a: b'],
    ['to nowhere', 'x_ `y`_ z__ |q|_\n\n.. _a: b'],
    ['in a circle', 'x_\n\n.. _x: y_\n.. _y: x_\n\n.. _a: b'],
    ['in a word with an underscore', 'snake_case a_b_ _a\n\n.. _a: b'],
    ['behind a backslash', '\\`a <b>`_ a\\_\n\n.. _a: b'],
  ])('is none %s', (_, source) => {
    expect(linksOf(source)).toEqual(['definition a → b'])
  })

  test.each([
    '`a <https://x.y>`_',
    'Text https://x.y.',
    '.. _a: https://x.y',
    '.. image:: https://x.y\n   :alt: b',
    '.. figure::  https://x.y\n\n   Caption.',
    '* .. image:: https://x.y',
    '\uFEFF`a <https://x.y>`_',
    '\uFEFF.. |a| image:: https://x.y',
    'Ä 👍 `a <https://x.y>`_',
    '.. image:: a.png\n   :target: https://x.y\n   :alt: b',
    '__ https://x.y',
  ])('knows where its address is written: %j', (source) => {
    const document = read(source)
    expect(document.links.map(({ urlAt }) => document.slice(urlAt))).toContain('https://x.y')
  })
})

describe('an image in reStructuredText', () => {
  test.each([
    ['alone', '.. image:: a.png', ['inline ! → a.png']],
    ['in a field', ':Home:\n  b\n:Build status:\n  .. image:: a.png\n     :alt: A', ['inline !A → a.png']],
    ['below what it explains', 'Tea\n  .. image:: a.png', ['inline ! → a.png']],
    ['in a text that goes on', 'Tea\n.. image:: a.png', []],
    ['with an alt text', '.. image:: a.png\n   :alt: A\n     cup\n   :width: 3', ['inline !A cup → a.png']],
    ['with a link', '.. image:: a.png\n   :target: b\n   :alt: A', ['inline !A → a.png', 'inline A → b']],
    [
      'as a figure',
      '.. figure:: a.png\n   :alt: A\n\n   See https://a.b',
      ['inline !A → a.png', 'autolink https://a.b → https://a.b'],
    ],
    ['by name', '|A|\n\n.. |A| image:: a.png', ['reference !A → a.png', 'definition !A → a.png']],
    [
      'by name with a link',
      '|A b|\n\n.. |A b| image:: a.png\n   :target: c\n   :alt: D',
      ['reference !D → a.png', 'reference D → c', 'definition !A b → a.png', 'definition A b → c'],
    ],
    [
      'by name with a link by name',
      '|A|\n\n.. |A| image:: a.png\n   :target: c_\n\n.. _c: d',
      ['reference !A → a.png', 'reference A → d', 'definition !A → a.png', 'definition c → d'],
    ],
    [
      'that leads by its own name',
      '|A|_\n\n.. |A| image:: a.png\n.. _a: b',
      expect.arrayContaining(['reference A → b']),
    ],
    [
      'with a link by name',
      '.. image:: a.png\n   :target: `b c`_\n\n.. _b c: d',
      ['inline ! → a.png', 'reference → d', 'definition b c → d'],
    ],
    ['with a link by a name that is none', '.. image:: a.png\n   :target: b_', ['inline ! → a.png']],
    ['with a link to nothing', '.. image:: a.png\n   :target:\n', ['inline ! → a.png']],
    [
      'by name with a link to nothing',
      '|A|\n\n.. |A| image:: a.png\n   :target:',
      ['reference !A → a.png', 'definition !A → a.png'],
    ],
    ['that is not defined', '|A|', []],
    ['whose address ends like a name', '|A|\n\n.. |A| image:: a_', ['reference !A → a_', 'definition !A → a_']],
    ['without an address', '|A|\n\n.. |A| image::', []],
  ])('%s', (_, source, links) => {
    expect(
      linksOf(source)
        .map((link) => link.replace('reference  →', 'reference →'))
        .toSorted(),
    ).toEqual(Array.isArray(links) ? links.toSorted() : links)
  })
})

describe('a section in reStructuredText', () => {
  const outline = (source: string) => read(source).sections.map(({ depth, title }) => `${'#'.repeat(depth)} ${title}`)

  test.each([
    ['has a line below', 'Tea\n===\n\nUse\n---\n\nMore\n~~~~', ['# Tea', '## Use', '### More']],
    ['has lines above and below', '=====\n Tea\n=====\n\nUse\n===', ['# Tea', '## Use']],
    ['is no title where it has equals', 'Tea\n===\n\nUse\n===', ['## Tea', '## Use']],
    ['is no title behind a text', 'A tea shop.\n\nUse\n===', ['## Use']],
    ['is a title behind badges', '|A| |B|\n\n.. image:: c\n\nTea\n===', ['# Tea']],
    ['may have a line that is too short', 'Larder\n====', ['# Larder']],
    ['has no line of three for more letters', 'Larder\n===', []],
    ['has its title without images', 'Tea |A|\n=======\n\n.. |A| image:: a.png', ['# Tea']],
    ['is none in a table', '===  ===\nA    B\n===  ===\n1    2\n===  ===', []],
    ['is none in code', 'Text::\n\n  Tea\n  ===\n', []],
    ['is none in a quote', 'Text\n\n  Tea\n  ===\n', []],
    ['is told from a transition', 'Text\n\n----\n\nText', []],
    ['may follow another at once', 'Tea\n===\nUse\n---\nText', ['# Tea', '## Use']],
  ])('%s', (_, source, sections) => {
    expect(outline(source)).toEqual(sections)
  })

  test('governs what follows', () => {
    const document = read('Tea\n===\n\nUse\n---\n\nText\n\nMore\n----\n')
    expect(document.slice(document.sections[1]?.body ?? { start: 0, end: 0 })).toBe('\n\nText\n\n')
  })
})

describe('code in reStructuredText', () => {
  test.each([
    ['behind two colons', 'Run::\n\n  a\n\n    b\n  c\n\nText', [{ lang: null, value: 'a\n\n  b\nc' }]],
    ['with a language', '.. code-block:: sh\n   :caption: x\n\n   a\n', [{ lang: 'sh', value: 'a' }]],
    ['without a blank line', '.. code:: sh\n   a', [{ lang: 'sh', value: 'a' }]],
    ['in a list', '- Run::\n\n    a\n\n- Text', [{ lang: null, value: 'a' }]],
    ['as a session', '>>> a\n1\n\nText', [{ lang: 'pycon', value: '>>> a\n1' }]],
  ])('%s', (_, source, code) => {
    expect(
      read(source)
        .nodes.of('code')
        .map(({ node: { lang, value } }) => ({ lang, value })),
    ).toEqual(code)
  })
})

describe('a comment in reStructuredText', () => {
  test('is a comment with its range', () => {
    const document = read('Text\n\n.. start-badges\n\nMore')
    expect(document.comments.map((comment) => [comment.value, document.slice(comment)])).toEqual([
      ['start-badges', '.. start-badges'],
    ])
  })

  test('makes a block with another one', () => {
    expect(read('.. start-badges\n\nText\n\n.. end-badges').blocks).toMatchObject([{ name: 'badges' }])
  })

  test('of nothing hides nothing', () => {
    expect(read('..\n\n  `a <b>`_').links).toHaveLength(1)
  })
})

test.each([
  [':pep:`8`', 'https://peps.python.org/pep-0008', 'PEP 8'],
  [':RFC:`2119#section-1`', 'https://tools.ietf.org/html/rfc2119.html#section-1', 'RFC 2119'],
  ['`8`:pep-reference:', 'https://peps.python.org/pep-0008', 'PEP 8'],
])('%s is a link', (source, url, text) => {
  expect(read(source).links).toMatchObject([{ url, text }])
})

test.each([':pep:`eight`', ':sub:`8`'])('%s is none', (source) => {
  expect(read(source).links).toEqual([])
})

test('places and footnotes are text', () => {
  const document = read('_`a b` [1]_ [#c]_\n')
  expect(document.text({ start: 0, end: document.source.length })).toBe('a b [1] [#c]\n')
})

test('an image below the first line of an item is one', () => {
  expect(read('- a\n  .. image:: b.png\n').links).toMatchObject([{ url: 'b.png', image: true }])
})

test('what stands for a name may have a role', () => {
  const { tree } = read('|a|\n\n.. |a| replace:: :pep:`8` and :sub:`b`\n')
  expect(JSON.stringify(tree)).toContain('https://peps.python.org/pep-0008')
})

test('a text is what a reader sees', () => {
  const document = read('``A`` |v|\\ |now| `b <c>`_ d\\ e\n\n.. |v| replace:: 1.0\n.. |now| date::\n')
  expect(document.text({ start: 0, end: document.source.length })).toBe('A 1.0 b de\n')
})

test.each([
  ['quotes that do not end', '`a '],
  ['literals that do not end', '``a '],
  ['bars', '|a '],
  ['underlines', 'a\n=\n'],
  ['names in a circle', '.. _a: b_\n.. _b: a_\n\na_ '],
  ['references without a name', '`a`__ '],
  ['backslashes', '\\'],
  ['comments of nothing', '..\n\n'],
  ['brackets', '`<'],
  ['bullets', '- '],
  ['images', '.. image:: x\n   :alt: y\n'],
])('%s in any number are read', { timeout: 20_000 }, (_, piece) => {
  const document = read(piece.repeat(300_000 / piece.length))
  expect(document.links.length + document.sections.length).toBeGreaterThanOrEqual(0)
})

test('lists that nest as deep as they like overflow nothing', () => {
  const lines = Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}.. note::`)
  expect(read(lines.join('\n')).links).toEqual([])
})
