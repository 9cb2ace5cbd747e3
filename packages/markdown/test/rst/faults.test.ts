import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/edit.ts'
import { rstFaults } from '../../src/rst/faults.ts'

/** Faults as `kind name@line`. */
function told(source: string): string[] {
  return rstFaults(source).map(
    ({ kind, name, start }) => `${kind} ${name}@${source.slice(0, start).split(/\r\n?|\n/).length}`,
  )
}

// What docutils 0.23 says of each, with the settings of readme_renderer, was seen on 2026-11-27: a warning or an error.
const faults: Readonly<Record<string, readonly [source: string, ...faults: string[]]>> = {
  'a role of Sphinx': ['See :ref:`jars` and `jars`:doc:.', 'role ref@1', 'role doc@1'],
  'a directive of Sphinx': ['.. toctree::\n   :maxdepth: 2\n\n   :ref:`a`\n', 'directive toctree@1'],
  'an option of Sphinx': ['.. code-block:: python\n   :caption: jars.py\n\n   1\n', 'option code-block caption@1'],
  'HTML and files': [
    '.. raw:: html\n\n   <b>\n\n.. include:: x.rst\n\n.. csv-table::\n   :file: x.csv\n',
    'disabled raw@1',
    'disabled include@5',
    'disabled csv-table@7',
  ],
  'a table from elsewhere': ['.. csv-table::\n   :url: https://larder.dev/a.csv\n', 'disabled csv-table@1'],
  'names that are not defined': [
    'jars_ and `a jar`_ and [lid2026]_ and [#lid]_',
    'target jars@1',
    'target a jar@1',
    'target lid2026@1',
    'target lid@1',
  ],
  'a heading that is there twice': ['Jars\n====\n\nJars\n====\n\nJars_', 'ambiguous Jars@7'],
  'a substitution that is not defined': ['a |lid| b', 'substitution lid@1'],
  'a substitution that leads nowhere': ['|lid|_\n\n.. |lid| replace:: a', 'target lid@1'],
  'more references than addresses': ['`a`__ and b__\n\n__ https://larder.dev', 'anonymous @1'],
  'a name with two addresses, where it is used': [
    '`here <https://a.dev>`_ and `here <https://b.dev>`_\n\nhere_',
    'ambiguous here@3',
  ],
  'two substitutions of a name': ['|a|\n\n.. |a| replace:: b\n.. |a| replace:: c\n', 'twice a@4'],
  'two targets of a name': ['.. _a: https://a.dev\n.. _A: https://b.dev\n', 'duplicate A@2'],
  'an underline that is too short': ['Larder\n=====\n', 'underline Larder@1'],
  'one below wide signs': ['食器棚です\n========\n', 'underline 食器棚です@1'],
  'an overline that is too short': ['=====\n Larder\n=====\n\na', 'underline  Larder@1'],
  'an overline alone': ['======\nLarder\n\na', 'overline @1'],
  'an overline of another sign': ['------\nLarder\n======\n\na', 'overline @1'],
  'a level that is left out': ['A\n=\n\nB\n-\n\nC\n~\n\nD\n=\n\nE\n~\n', 'level E@13'],
  'what nothing closes': ['a *b c\n\na **b c\n\na ``b c\n\na `b c', 'open *@1', 'open **@3', 'open ``@5', 'open `@7'],
  'stars of Python': ['def f(*args, **kwargs)', 'open *@1'],
  'a line further in': ['a\nb\n   c\n', 'indent @1'],
  'a line between the marker and its text': ['- a\n b\n', 'unindent @2'],
  'the end of a list': ['- a\nb\n', 'unindent @2'],
  'the end of a directive': ['.. note:: a\nb\n', 'unindent @2'],
  'the end of a target': ['.. _a: b\nc\n', 'unindent @2'],
  'the end of a quote': ['a\n\n   b\nc\n', 'unindent @4'],
  'the end of code': ['a::\n\n   b\nc\n', 'unindent @4'],
  'the end of a definition': ['a\n   b\nc\n', 'unindent @3'],
  'a footnote and a line': ['.. [#] a\n       b\nc\n\n[#]_', 'unindent @3'],
  'numbers that do not follow one another': ['1. a\n3. b\n', 'unindent @2'],
  'code that is not there': ['a::\n\nb\n', 'literal @1'],
  'code that nothing announces': ['a::\n {\n     b\n     c\n }\n', 'unindent @5'],
  'a literal that goes on with a letter': ['a ``b``s', 'open ``@1'],
  'an address without a blank before it': ['`a<https://a.dev>`_', 'target a<https://a.dev>@1'],
  'a line between texts, at the start': ['a\n=\n\n----\n\nb', 'transition @4'],
  'a line between texts, at the end': ['a\n\n----\n\n.. b', 'transition @3'],
  'no argument': ['.. image::\n\n.. topic::\n\n   a\n', 'argument image@1', 'argument topic@3'],
  'too many words': ['.. code:: a b\n\n   c\n', 'word code@1'],
  'nothing in it': ['.. note::\n\n.. code:: sh\n\na', 'empty note@1', 'empty code@3'],
  'something in it that takes nothing': ['.. image:: a.png\n\n   b\n', 'content image@3'],
  'a caption among the options': ['.. figure:: a.png\n   :alt: b\n   c\n', 'stray figure@3'],
  'an option twice': ['.. image:: a.png\n   :alt: b\n   :alt: c\n', 'stray image@3'],
  'values of options': [
    '.. figure:: a.png\n   :align: top\n   :scale: half\n   :width: wide\n   :class: 1\n\n   a\n',
    'value align top@2',
    'value scale half@3',
    'value width wide@4',
    'value class 1@5',
  ],
  'an option without its value': ['.. image:: a.png\n   :target:\n', 'value target @2'],
  'an image that is moved aside in a line': ['|a|\n\n.. |a| image:: b.png\n   :align: left\n', 'value align left@4'],
  'what belongs into a definition': ['.. replace:: a\n', 'outside replace@1'],
  'contents in a list': ['- .. contents::\n\nA\n=\n', 'inside contents@1'],
  'a grid table that is not closed': [
    '+---+---+\n| a | b |\n+---+   |\n| c   d |\n+---+---+\n',
    'table its borders do not close all cells@1',
  ],
  'a grid table with two heads': [
    '+---+\n| a |\n+===+\n| b |\n+===+\n| c |\n+---+\n',
    'table two borders below the head@1',
  ],
  'a grid table with a head alone': ['+---+\n| a |\n+===+\n', 'table the border at the bottom is missing@1'],
  'a grid table that is too wide': ['+---+\n| ab |\n+---+\n', 'table the right border is not in one column@1'],
  'a grid table without an end': ['a\n\n+---+\n| a |\n', 'table the border at the bottom is missing@3'],
  'a grid table with a text below': ['+---+\n| a |\n+---+\nb', 'table there is no blank line behind it@1'],
  'a simple table without an end': ['= =\na b\n', 'table the border at the bottom is missing@1'],
  'a simple table with a text below': ['= =\na b\n= =\nb', 'table the border at the bottom is missing@1'],
  'a simple table that its item ends': [
    '- = =\n  a b\n  = =\n  c d\n\nb',
    'table the border at the bottom is missing@1',
  ],
  'a simple table with another border': [
    '= =\na b\n= ==\n',
    'table a border has another length than the one at the top@1',
  ],
  'text between columns': ['== ==\na  b\nabcd\n== ==\n', 'table text between two columns@1'],
  'joined cells that do not fit': [
    '== ==\na  b\n--- -\n== ==\n',
    'table a line below joined cells does not fit the columns@1',
  ],
  'joined cells that end early': [
    '== == ==\na  b  c\n-----\n== == ==\n',
    'table a line below joined cells does not reach the last column@1',
  ],
  'a table of lists that is none': ['.. list-table::\n\n   a\n', 'table it is not one list@1'],
  'a table of lists without cells': ['.. list-table::\n\n   * a\n', 'table one of its rows is not a list@1'],
  'a table of lists with rows that differ': [
    '.. list-table:: T\n\n   * - a\n     - b\n   * - c\n',
    'table its rows have not as many cells@1',
  ],
  'a table of lists with nothing but heads': [
    '.. list-table::\n   :header-rows: 1\n\n   * - a\n     - b\n',
    'table all of its rows are heads@1',
  ],
  'a table of lists with heads in each column': [
    '.. list-table::\n   :stub-columns: 1\n\n   * - a\n',
    'table all of its columns are heads@1',
  ],
  'a table of values with quotes that stay open': [
    '.. csv-table::\n\n   "a", "b\n',
    'table the quotes around a cell are not closed@1',
  ],
  'a table of values with text behind quotes': [
    '.. csv-table::\n   :header: "a" b, c\n\n   1, 2\n',
    'table a cell goes on behind its quotes@1',
  ],
  'a table of values with nothing but heads': [
    '.. csv-table::\n   :header-rows: 1\n\n   1, 2\n',
    'table all of its rows are heads@1',
  ],
  'nothing in a table of lists': ['.. list-table::\n', 'empty list-table@1'],
  'a table of lists of two kinds': ['.. list-table::\n\n   * - a\n\n   - - b\n', 'table it is not one list@1'],
  'numbers with other signs': ['1. a\n2) b\n', 'unindent @2'],
  'a line between texts above a definition': ['a\n\n----\n\n.. |b| image:: c\n', 'transition @3'],
  'a text behind what takes none': ['.. target-notes:: a\n', 'content target-notes@1'],
  'a simple table with a text below its third border': [
    '= =\na b\n= =\nc d\n= =\ne',
    'table there is no blank line behind it@1',
  ],
  'joined cells that start elsewhere': [
    '== == ==\na     c\n--  - --\n== == ==\n',
    'table a line below joined cells does not fit the columns@1',
  ],
  'what nothing closes in a cell': ['+----+\n| *a |\n+----+\n', 'open *@2'],
  'a byte order mark': ['\uFEFFLarder\n=====\n', 'underline Larder@1'],
  'Windows line endings': ['Larder\r\n=====\r\n\r\njars_\r\n', 'underline Larder@1', 'target jars@4'],
}

/** For each corner on its right, the border of every row is followed up to a gap. */
const drawing = [
  `${'+-'.repeat(200)}+`,
  ...Array.from({ length: 30 }, () => [
    `|${' '.repeat(133)}${'| '.repeat(133)}|`,
    `${'+-'.repeat(66)}+ ${'+-'.repeat(133)}+`,
  ]).flat(),
  `|${' '.repeat(399)}|`,
  `${'+-'.repeat(200)}+`,
].join('\n')

const silent: Readonly<Record<string, string>> = {
  'names that are defined':
    'A_, `b c`_, d_, e_, [#f]_, [G]_ and `h`_\n\nA\n-\n\n.. _b c: x\n.. _d:\n\n`e <x>`_ _`h`\n\n.. [#f] a\n.. [G] a\n.. _i: j',
  'names without regard to case and white space': '`Two  Words`_\n\n.. _two words: x',
  'contents without a title, and a title with a substitution':
    '`Contents`_ `a b |c|`_\n\n.. contents::\n\na b |c|\n-------\n\n.. |c| replace:: d\n',
  'what a directive reads otherwise': '.. role::\n\n.. class:: a\n   :b: c\n\nd',
  'signs without a width': 'Larde\u0301r\n======\n',
  'signs that are closed': 'a *b* c **d** e*f* g',
  'a sign that is closed in another way': 'a *b**, c',
  'a line alone': 'a\n  b',
  'names of directives': 'a_\n\n.. image:: b.png\n   :name: a',
  contents: '`Table of Contents`_\n\n.. contents:: Table of Contents\n\nA\n-\n',
  'a role of its own': '.. role:: jam(code)\n   :language: python\n\n:jam:`a` :code:`b` :sub:`c` :Title:`d`',
  'a name twice, with one address': '`a <x>`_ `a <x>`_ `b <x>`__ `b <y>`__',
  'as many addresses as references': '`a`__ b__\n\n__ x\n\n.. __: y',
  'signs that open nothing': '2 * 3 * 4, a*b*c, "*", \\*a, f(\\**b), `*`, ``*a``, 5\' 6", a|b|c, a_b, __init__'.replace(
    '',
    '',
  ),
  'a word with an underscore in the middle': 'a_b, a__b, _a, "a_<b>"',
  'markup in code': 'a::\n\n   b_ |c| *d :e:`f`\n\n.. code::\n\n   b_ |c| *d :e:`f`\n\n>>> b_ = *c\n',
  'markup in a comment': '.. a_ |b|\n   *c',
  'lists that go on':
    '- a\n  b\n- c\n\n  d\n- e\n\n1. a\n#. b\n\n:a: b\n   c\n:d: e\n\n| a\n  b\n| c\n\na\n   b\nc\n   d\n',
  'items by letters': 'a\n\n  a) b\n     c\n  b) d\n',
  'explicit blocks that follow one another':
    '.. _a: b\n.. _c:\n   d\n.. |e| image:: f\n   :alt: g\n.. |h| replace:: i\n',
  tabs: '.. [#] a\n        b\n\tc\n\n[#]_',
  titles: '=====\n A B\n=====\n\nC\n=\n\nD\n-\n\nE\n=\n\n食器\n----\n\nLong enough\n-----------------\n',
  'a name with two addresses that nobody uses': '`here <https://a.dev>`_ and `here <https://b.dev>`_',
  'footnotes that go on': '.. [#] a\n       b\n.. [#] c\n   d\n\n[#]_ [#]_',
  'options of a command': '-a            b\n-c file       d\n              e\n--long=ARG, /V  f\n',
  'names of fields with markup': 'a\n\n:`b <c>`__:  d\n:e_f:\n  g\n:h: i\n\n.. _b: c\n',
  'a field that goes on': ':a: ``b,\n      c``\n',
  'options behind the name': '.. contents:: :local:\n\ncontents_\n\nA\n=\n',
  'signs between quotes': 'a "*" \'|\' (`) b',
  'backquotes in code': '```a`` b and ``c`d```',
  'quoted code': 'a::\n\n> b\n> c\n',
  'a code that Pygments does not know': '.. code:: abc\n\n   d\n',
  'options that all directives have':
    '.. image:: a.png\n   :align: center\n   :width: 50 %\n   :height: .5em\n   :scale: 50 %\n   :loading: lazy\n',
  'a line further out below the options': '.. image:: a\n   :alt: b\n .. c\n',
  'fields in what has no options': '.. meta::\n   :keywords: a\n',
  'a line between texts': 'a\n\n----\n\n.. contents::\n',
  'a bullet without a text': '- a\n-\n- b\n\n-\n  c\n',
  'explicit markup right behind a list': '.. note::\n\n   - a\n.. b\n',
  'a border alone': '+---+\n\na\n',
  'cells over columns and rows': '+---+---+\n| a     |\n+---+---+\n| b | c |\n|   +---+\n|   | d |\n+---+---+\n',
  'joined cells': '= = =\na b c\n= = =\nd    \n-----\ne f g\n= = =\n',
  'wide signs in cells': '+----+--+\n|食器|b |\n+----+--+\n',
  'a table of lists':
    '.. list-table:: T\n   :header-rows: 1\n   :stub-columns: 1\n   :widths: 1 2\n\n   * - a\n     - b\n   * - c\n     -\n\n       d\n',
  'tables of values':
    '.. csv-table:: T\n   :header: a, "b, c"\n   :stub-columns: 1\n\n   "d ""e""", "f\n   g"\n   h, i\n\n.. csv-table::\n   :delim: ;\n\n   a; b\n',
  'a link with the name of another': '`b <A_>`_ b_\n\nA\n=\n',
  'tables with tabs and with signs above others': '+---+---+\n|\ta |\n+---+---+\n\n+---+\n| a\u0301 |\n+---+\n',
  'tables of values with other signs':
    '.. csv-table::\n   :delim: 0x3b\n\n   "a\n\n.. csv-table::\n   :quote: 0x22\n\n   "a\n\n.. csv-table::\n   :escape: !\n\n   "a\n\n.. csv-table::\n   :keepspace:\n\n   a, b\n',
  'a drawing that takes too long': drawing,
  'a target twice': '.. _a: x\n.. _a: x\n',
  'a target and a text in a cell': '+-----------+\n| .. _a: x  |\n|           |\n| y         |\n+-----------+\n\na_\n',
  'targets in cells': '===  ==============\n1    .. _a: https://a\n===  ==============\n\na_\n',
  tables: '=====  =====\nA      B\n=====  =====\nc_     d\n=====  =====\n\n.. _c: x\n',
}

describe('what docutils warns of', () => {
  test.each(Object.entries(faults))('%s', (_, [source, ...found]) => {
    expect(told(source)).toEqual(found)
  })
})

test.each([
  ['Larder\n=====\n\na', 'Larder\n======\n\na'],
  ['=====\n Larder\n=====\n\na', '=======\n Larder\n=======\n\na'],
  ['\uFEFF食器棚\n====\n', '\uFEFF食器棚\n======\n'],
])('%j is mended', (source, mended) => {
  const edits = rstFaults(source).flatMap((fault) => fault.edits ?? [])
  expect(applyEdits(source, edits)).toBe(mended)
  expect(rstFaults(mended)).toEqual([])
})

describe('what it takes', () => {
  test.each(Object.entries(silent))('%s', (_, source) => {
    expect(told(source)).toEqual([])
  })
})
