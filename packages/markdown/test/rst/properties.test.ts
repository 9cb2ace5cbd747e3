import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { MarkdownDocument } from '../../src/document.ts'
import { parseRst } from '../../src/rst/parse.ts'

const pieces = [
  ...[
    'a',
    'Tea',
    ' ',
    '  ',
    '    ',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '`',
    '``',
    '`_',
    '`__',
    '_',
    '|',
    '<',
    '>',
    '\\',
    ':',
    '::',
  ],
  ...[
    '====',
    '----',
    '- ',
    '* ',
    '1. ',
    '.. ',
    '.. _a: ',
    '.. __: ',
    '__ ',
    '.. |a| image:: ',
    '.. |b| replace:: x',
    'a_',
  ],
  ...[
    '.. image:: x',
    '   :alt: y',
    '   :target: z',
    '.. code:: sh',
    '.. note:: ',
    '.. [1] ',
    '>>> ',
    'https://a.b/c',
    '|a|',
  ],
  ...[
    '+--+',
    '+==+',
    '|a |',
    '== ==',
    ':a: ',
    '| ',
    '   * - ',
    '.. list-table::\n   :header-rows: 1\n\n',
    '.. figure:: x',
  ],
  ...['`a <b>`_', '👍', '\uFEFF', ':ref:', '(', ')'],
]

const source = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((list) => list.join(''))

test('whatever stands in a source, all can be asked about it, and every range lies inside', () => {
  fc.assert(
    fc.property(source, (text) => {
      const document = new MarkdownDocument(text, parseRst)
      const { links, sections, comments, blocks, nodes } = document
      const code = nodes.of('code').map(({ node }) => node.position)
      const ranges = [...links, ...links.map(({ urlAt }) => urlAt), ...sections, ...comments, ...blocks]
      for (const { start, end } of ranges) expect(0 <= start && start <= end && end <= text.length).toBe(true)
      for (const position of code) expect(position?.end.offset).toBeLessThanOrEqual(text.length)
      expect(typeof document.text({ start: 0, end: text.length })).toBe('string')
    }),
    { numRuns: 5000 },
  )
})

test('an address is what is written in its range', () => {
  fc.assert(
    fc.property(source, (text) => {
      const document = new MarkdownDocument(text, parseRst)
      for (const { url, urlAt } of document.links)
        expect(document.slice(urlAt).replaceAll(/\s|\\/g, '')).toBe(url.replaceAll('\\', ''))
    }),
    { numRuns: 5000 },
  )
})

test('line endings change no answer', () => {
  fc.assert(
    fc.property(source, (text) => {
      const unix = text.replaceAll('\r\n', '\n')
      const answers = (written: string) => {
        const { links, sections } = new MarkdownDocument(written, parseRst)
        return [links.map(({ url }) => url), sections.map(({ depth, title }) => [depth, title])]
      }
      expect(answers(unix.replaceAll('\n', '\r\n'))).toEqual(answers(unix))
    }),
    { numRuns: 2000 },
  )
})
