import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/edit.ts'
import { rstFaults } from '../../src/rst/faults.ts'

/** Faults as `kind name@line`. */
function told(source: string): string[] {
  return rstFaults(source).map(
    ({ kind, name, start }) => `${kind} ${name}@${source.slice(0, start).split(/\r\n?|\n/).length}`,
  )
}

// What docutils 0.19 says of each was seen with readme_renderer 37.3 on 2026-11-26: a warning or an error.
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
  'two addresses for a name': ['`here <https://a.dev>`_ and `here <https://b.dev>`_', 'duplicate here@1'],
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
  'a byte order mark': ['\uFEFFLarder\n=====\n', 'underline Larder@1'],
  'Windows line endings': ['Larder\r\n=====\r\n\r\njars_\r\n', 'underline Larder@1', 'target jars@4'],
}

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
  'a table that is not read': '+---+---+\n|  a    |\n+---+---+\n',
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
  ['`a <b>`_ `a <c>`_ `a <b>`_', '`a <b>`_ `a <c>`__ `a <b>`__'],
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
