import fc from 'fast-check'
import type { BlockContent, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast'
import type { Style } from '../src/style.ts'

/** Text made of what means something in Markdown. Addresses are left out: a text cannot say one without making it a link. */
const textValue: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...[...'ab1 *_~`[]()<>!#-+=|:\\&;.\n\t"\'^{}$éß漢ا🎉'],
      'word',
      '  ',
      '---',
      '***',
      '```',
      '<!--',
      '-->',
      '</b>',
      '&amp;',
      '1.',
      '- ',
      '> ',
      '# ',
      '[^1]',
      '[ ] ',
      '\\\n',
      '+++',
      '~~~',
      '====',
      '| - |',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))

const lineValue = textValue.map((value) => value.replaceAll('\n', ' '))
const url = fc.constantFrom('https://a.example/b', 'x', 'a b', 'a(b)', 'a<b>', '#c', '', 'a*b_c')
const title = fc.option(lineValue, { nil: null })
const text = textValue.map((value) => ({ type: 'text' as const, value }))
/** Without `\\|`: in a cell the backslash belongs to the table. */
const inlineCode = lineValue.map((value) => ({ type: 'inlineCode' as const, value: value.replaceAll('|', '/') }))
const image = fc.record({ type: fc.constant('image' as const), url, title, alt: lineValue })
const inlineHtml = fc
  .constantFrom('<b>', '</b>', '<br/>', '<!-- c -->')
  .map((value) => ({ type: 'html' as const, value }))
const hardBreak = fc.constant({ type: 'break' as const })
const leaf = fc.oneof({ arbitrary: text, weight: 5 }, image)
const word: PhrasingContent = { type: 'text', value: 'x' }

type Mark = 'emphasis' | 'strong' | 'delete' | 'link'

/** Phrasing as a generator makes it: text, code, images, breaks, tags, and marks inside other marks. */
export const phrasing: fc.Arbitrary<PhrasingContent[]> = phrasingWith(['emphasis', 'strong', 'delete', 'link'], 2)

/** Phrasing for a cell of a table, where white space at the edges is padding and a line cannot be broken. */
const cell = phrasing.map((nodes) => [word, ...inOneLine(nodes), word])

function inOneLine<Node extends Nodes>(nodes: readonly Node[]): Node[] {
  return nodes
    .filter(({ type }) => type !== 'break')
    .map((node) => ('children' in node ? { ...node, children: inOneLine<Nodes>(node.children) } : node) as Node)
}

function phrasingWith(marks: readonly Mark[], depth: number): fc.Arbitrary<PhrasingContent[]> {
  const one = leaf.map((node) => [node])
  // A break is one only between two pieces of a line.
  const broken = fc.tuple(leaf, hardBreak, leaf)
  // A tag at the start of a line would be an HTML block, and two codes cannot touch.
  const behindWord = fc.oneof(inlineHtml, inlineCode).map((node) => [word, node])
  const choices: fc.Arbitrary<PhrasingContent[]>[] = [one, one, one, broken, behindWord]
  if (depth > 0) choices.push(fc.constantFrom(...marks).chain((type) => marked(type, marks, depth)))
  return fc.array(fc.oneof(...choices), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.flat())
}

function marked(type: Mark, marks: readonly Mark[], depth: number): fc.Arbitrary<PhrasingContent[]> {
  // A mark inside the same mark means nothing.
  const children = phrasingWith(
    marks.filter((mark) => mark !== type),
    depth - 1,
  )
  if (type === 'link') return fc.record({ type: fc.constant(type), url, title, children }).map((node) => [node])
  const node = children.map((children) => ({ type, children }))
  // Two deletions cannot touch.
  return node.map((node) => (type === 'delete' ? [word, node, word] : [node]))
}

const paragraph = phrasing.map((children) => ({ type: 'paragraph' as const, children }))
const heading = fc.record({
  type: fc.constant('heading' as const),
  depth: fc.constantFrom(1, 2, 3, 6),
  children: phrasing.map(inOneLine),
})
const codeValue = fc
  .array(fc.constantFrom('a', '', '  b', '```', '~~~~', '---', '<!-- x', '- c', '\td', '> e'), { maxLength: 4 })
  .map((lines) => lines.join('\n'))
const code = fc.record({
  type: fc.constant('code' as const),
  lang: fc.constantFrom(null, 'js', 'c++'),
  meta: fc.constant(null),
  value: codeValue,
})
/** HTML blocks of every kind, each closed and without a blank line where that would end it. */
const html = fc
  .constantFrom(
    '<!-- a -->',
    '<div>\nb\n</div>',
    '<details>',
    '</details>',
    '<pre>\n\nc\n</pre>',
    '<b>',
    '<?d?>',
    '<!E>',
    '<![CDATA[\n\n]]>',
  )
  .map((value) => ({ type: 'html' as const, value }))
const rule = fc.constant({ type: 'thematicBreak' as const })
const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([columns, rows]) =>
  fc.record({
    type: fc.constant('table' as const),
    align: fc.array(fc.constantFrom(null, 'left' as const, 'right' as const, 'center' as const), {
      minLength: columns,
      maxLength: columns,
    }),
    children: fc.array(
      fc.record({
        type: fc.constant('tableRow' as const),
        children: fc.array(fc.record({ type: fc.constant('tableCell' as const), children: cell }), {
          minLength: columns,
          maxLength: columns,
        }),
      }),
      { minLength: rows, maxLength: rows },
    ),
  }),
)
const definition = fc.record({
  type: fc.constant('definition' as const),
  identifier: fc.constantFrom('n1', 'n2'),
  url,
  title,
})
const block = fc.oneof({ arbitrary: paragraph, weight: 3 }, heading, code, html, rule, table, definition)

/** Items hold at least so many blocks. */
function flowOf(depth: number, least: number): fc.Arbitrary<RootContent> {
  if (depth === 0) return block as fc.Arbitrary<RootContent>
  const inner = flowOf(depth - 1, least)
  const children = fc.array(inner, { minLength: least, maxLength: 3 }) as fc.Arbitrary<BlockContent[]>
  const item = fc
    .record({
      type: fc.constant('listItem' as const),
      spread: fc.boolean(),
      checked: fc.constantFrom(null, null, true, false),
      children,
    })
    .map((item) => ({
      ...item,
      checked: item.children[0]?.type === 'paragraph' ? item.checked : null,
    })) as fc.Arbitrary<ListItem>
  const list = fc
    .record({
      type: fc.constant('list' as const),
      ordered: fc.boolean(),
      start: fc.constantFrom(1, 1, 9, 0),
      spread: fc.boolean(),
      children: fc.array(item, { minLength: 1, maxLength: 3 }),
    })
    .map((node) => ({ ...node, start: node.ordered ? node.start : null }))
  const quote = fc.record({ type: fc.constant('blockquote' as const), children })
  return fc.oneof({ arbitrary: block, weight: 4 }, { arbitrary: list, weight: 2 }, quote) as fc.Arbitrary<RootContent>
}

function flowWith(least: number, maxLength: number): fc.Arbitrary<RootContent[]> {
  const footnote = fc.record({
    type: fc.constant('footnoteDefinition' as const),
    identifier: fc.constantFrom('f1', 'f2'),
    children: fc.array(flowOf(1, least), { maxLength: 2 }) as fc.Arbitrary<BlockContent[]>,
  }) as fc.Arbitrary<RootContent>
  const node = fc.oneof({ arbitrary: flowOf(2, least), weight: 9 }, footnote)
  return fc.array(node, { minLength: 1, maxLength })
}

/** One to four blocks, some of them items or quotes that hold nothing. */
export const flow: fc.Arbitrary<RootContent[]> = flowWith(0, 4)

/** One to three blocks as a generator makes them: with text in every item. */
export const blocks: fc.Arbitrary<RootContent[]> = flowWith(1, 3)

export const style: fc.Arbitrary<Style> = fc.record({
  eol: fc.constantFrom('\n', '\r\n', '\r'),
  finalNewline: fc.constant(true),
  bullet: fc.constantFrom('-', '*', '+'),
  delimiter: fc.constantFrom('.', ')'),
  increment: fc.boolean(),
  listIndent: fc.constantFrom('one', 'tab', 'mixed'),
  emphasis: fc.constantFrom('_', '*'),
  strong: fc.constantFrom('*', '_'),
  fence: fc.constantFrom('`', '~'),
  fenceLength: fc.constantFrom(3, 4),
  rule: fc.constantFrom('---', '* * *', '_____'),
  setext: fc.boolean(),
  closedHeadings: fc.boolean(),
  paddedTables: fc.boolean(),
  alignedTables: fc.boolean(),
  quote: fc.constantFrom('"', "'"),
  links: fc.constant('inline'),
})

const container = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '',
    '> ',
    '>',
    '  ',
    '    ',
    '   ',
    '\t',
    '- ',
    '> - ',
    '>- ',
    '- > ',
    '1. ',
    '-\t',
    '>\t',
    '  - ',
    ' ',
    '> > ',
  ],
  ...['      ', '[^a]: '],
)
const content = fc.constantFrom(
  ...[
    '',
    '',
    '',
    'a',
    'b',
    'a  ',
    '# h',
    '- x',
    '* x',
    '+ x',
    '1. x',
    '1) x',
    '1.    y',
    '-   w',
    '-     code',
    '- [ ] t',
  ],
  ...['-', '---', '===', '```', '~~~', '| t |', '| - |', '> q', '>', '[d]: u', '[^f]: n', '+++', '\tcode', '    code'],
  ...['<div>', '</div>', '<pre>', '<!-- c -->', '<!-- o', '-->'],
)
const lineEnding = fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n', '\r')

/** Sources as nobody writes them: lines of any container beside lines of any block, with any indentation and line endings. */
export const soup: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '\uFEFF'),
    fc.array(fc.tuple(container, content, lineEnding), { maxLength: 8 }),
    fc.boolean(),
  )
  .map(([mark, lines, final]) => {
    const text = lines.flat().join('')
    return mark + (final ? text : text.replace(/[\r\n]+$/, ''))
  })

const dangerous = fc.constantFrom(
  ...['@a', '@', '#1', '#', 'GH-7', 'o/r#9', 'abcdef1', '0123456', ':tada:', ':100:', ':', '12:30:45', '$', '$x$'],
  ...['<b>', '</details>', '<', '>', '<!--', '-->', '--!>', '--', '<?x', '<!x', '{{', '}}', '\x24{{ x }}', '{% x %}'],
  ...['http://e.example', 'https://a.b/c?d', 'ftp://x', 'www.', 'www.a.b', 'a@b.cd', 'mailto:a@b.cd', 'xmpp:a@b.cd'],
  ...[
    '::warning::',
    '##[x]',
    '##',
    '[',
    ']',
    '(',
    ')',
    '[x]: y',
    '![x](y)',
    '^1',
    '`',
    '``',
    '`x`',
    '\\',
    '&amp;',
    '&',
  ],
  ...['*', '_', '~~', '|', '!', '-', '+', '=', '1.', '- ', '# ', '> ', '---', '===', ',', ';', '.', '"', "'", ' ', ' '],
  ...[
    '\n',
    '\t',
    '\0',
    '\x1b[2J',
    '\x85',
    '\u2028',
    '\u200B',
    '\u202E',
    '\u200C',
    '\u200D',
    '\uFE0F',
    '\uD800',
    '\u{E0041}',
  ],
  ...['a', '1', 'é', '漢', 'مر', '👩', '👧', '🏴'],
)

/** Text from outside: pieces that a host acts on, and any characters. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.array(dangerous, { maxLength: 12 }).map((pieces) => pieces.join('')), weight: 6 },
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
)
