import { describe, expect, test } from 'vitest'
import { HtmlCollector } from '../../src/html/collector.ts'

function collect(...values: readonly string[]): HtmlCollector {
  const collector = new HtmlCollector()
  for (const value of values) collector.read(value, { at: (index) => index, flow: true })
  return collector
}

/** Tags as `name start-end`, closing ones with a slash. */
function tagsOf(value: string): string[] {
  return collect(value).tags.map(({ name, kind, start, end }) => `${kind === 'open' ? '' : '/'}${name} ${start}-${end}`)
}

describe('tags', () => {
  test.each<[string, string, string[]]>([
    ['opening and closing', '<b>x</b>', ['b 0-3', '/b 4-8']],
    ['in upper case', '<DIV></DIV>', ['div 0-5', '/div 5-11']],
    ['closing themselves', '<br/><br /><div/>', ['br 0-5', 'br 5-11', 'div 11-17']],
    ['with a hyphen or a number', '<my-tag><h1>', ['my-tag 0-8', 'h1 8-12']],
    ['with white space', '<b\n\t>x</b\n>', ['b 0-5', '/b 6-11']],
    ['with an attribute that holds `>`', '<b title=">">', ['b 0-13']],
    ['over lines', '<a\n  href="x"\n>', ['a 0-15']],
    ['behind text with `<`', 'a < b <c>', ['c 6-9']],
    ['behind an empty tag', '</><b>', ['b 3-6']],
    ['in a comment: none', '<!-- <b> --><i>', ['i 12-15']],
    ['not finished: none', '<b><i title="', ['b 0-3']],
    ['not finished, closing: none', '<b></b', ['b 0-3']],
    ['not finished, closing themselves: none', '<b><br /', ['b 0-3']],
    ['in a processing instruction: none up to `>`', '<?a <b> <i>', ['i 8-11']],
    ['in CDATA: none up to `>`, as in a browser', '<![CDATA[<b><i>]]>', ['i 12-15']],
    ['behind a declaration', '<!DOCTYPE html><b>', ['b 15-18']],
  ])('%s', (_, value, tags) => {
    expect(tagsOf(value)).toEqual(tags)
  })

  test.each(['iframe', 'noembed', 'noframes', 'plaintext', 'script', 'style', 'textarea', 'title', 'xmp', 'SCRIPT'])(
    'in the content of <%s>, which GitHub shows as text, are found',
    (name) => {
      const value = `<${name} a="b"><b>`
      const [raw, bold] = collect(value).tags
      expect(raw).toMatchObject({ name: name.toLowerCase(), attributes: [{ name: 'a', value: 'b' }] })
      expect(bold).toMatchObject({ name: 'b', start: value.length - 3, end: value.length })
    },
  )
})

describe('attributes', () => {
  test.each<[string, string, string, string, string]>([
    ['in double quotes', '<a b="c">', 'b="c"', 'c', 'c'],
    ['in single quotes', "<a b='c'>", "b='c'", 'c', 'c'],
    ['without quotes', '<a b=c>', 'b=c', 'c', 'c'],
    ['without quotes, before the end of the tag', '<a b=c/>', 'b=c/', 'c/', 'c/'],
    ['without a value', '<a b>', 'b', '', ''],
    ['without a value, before the end of the tag', '<a b/>', 'b', '', ''],
    ['with an empty value', '<a b="">', 'b=""', '', ''],
    ['with nothing behind `=`', '<a b= >', 'b= ', '', ''],
    ['with white space around `=`', '<a b = "c">', 'b = "c"', 'c', 'c'],
    ['with quotes of the other kind', `<a b="'">`, `b="'"`, "'", "'"],
    ['with a quote behind `=` and other text', '<a b=c"d>', 'b=c"d', 'c"d', 'c"d'],
    ['with a character reference', '<a b="c&amp;d">', 'b="c&amp;d"', 'c&amp;d', 'c&d'],
    ['with a numeric reference', '<a b="&#x1F389;">', 'b="&#x1F389;"', '&#x1F389;', '🎉'],
    ['with what is a reference in text only', '<a b="?c&copy=d">', 'b="?c&copy=d"', '?c&copy=d', '?c&copy=d'],
    ['with an unfinished reference', '<a b="&amp &x">', 'b="&amp &x"', '&amp &x', '& &x'],
    ['with a reference and no quotes', '<a b=&lt;c>', 'b=&lt;c', '&lt;c', '<c'],
    ['over lines', '<a b="c\nd">', 'b="c\nd"', 'c\nd', 'c\nd'],
    ['with a space that is none to HTML', '<a b=\u00A0c>', 'b=\u00A0c', '\u00A0c', '\u00A0c'],
    ['with the name of a tag in the value', '<a b="<title>">', 'b="<title>"', '<title>', '<title>'],
  ])('%s', (_, value, whole, written, decoded) => {
    const [attribute] = collect(value).tags[0]?.attributes ?? []
    expect(attribute).toMatchObject({ name: 'b', value: decoded })
    expect(value.slice(attribute?.start, attribute?.end)).toBe(whole)
    expect(value.slice(attribute?.valueAt.start, attribute?.valueAt.end)).toBe(written)
  })

  test('are all there, in the order they are written in, with those that have the same name', () => {
    const [tag] = collect('<a B c=1 b=2 b="3">').tags
    expect(tag?.attributes.map(({ name, value }) => [name, value])).toEqual([
      ['b', ''],
      ['c', '1'],
      ['b', '2'],
      ['b', '3'],
    ])
  })

  test('of one tag are not those of the next, nor of one that is not finished', () => {
    expect(collect('<a b="c"><d><e f="', '<g>').tags.map(({ attributes }) => attributes.length)).toEqual([1, 0, 0])
  })
})

describe('comments', () => {
  test.each<[string, string, [value: string, start: number, end: number, closed: boolean][]]>([
    ['a comment', '<!-- a -->', [[' a ', 0, 10, true]]],
    [
      'two',
      '<!--a--><!--b-->',
      [
        ['a', 0, 8, true],
        ['b', 8, 16, true],
      ],
    ],
    ['over lines', '<!--\na\n-->', [['\na\n', 0, 10, true]]],
    ['with hyphens', '<!-- a -- b --->', [[' a -- b -', 0, 16, true]]],
    ['an empty one', '<!---->', [['', 0, 7, true]]],
    [
      'one that ends as it starts',
      '<!--><!--->',
      [
        ['', 0, 5, true],
        ['', 5, 11, true],
      ],
    ],
    ['one that ends with `--!>`', '<!-- a --!>', [[' a ', 0, 11, true]]],
    ['one without an end', '<b><!-- a\n', [[' a\n', 3, 10, false]]],
    ['one whose end is not whole', '<!-- a --', [[' a --', 0, 9, false]]],
    ['what only a browser takes for one: none', '<!a></ b><?c?><![CDATA[d]]>', []],
    ['what only a browser takes for one, without an end: none', '<!a', []],
    ['one among tags', '<b><!--a--></b>', [['a', 3, 11, true]]],
  ])('%s', (_, value, comments) => {
    const found = collect(value).comments.map((one) => [one.value, one.start, one.end, one.closed])
    expect(found).toEqual(comments)
  })

  test('know whether they stand among blocks or in a text', () => {
    const collector = collect('<!--a-->')
    collector.read('<!--b-->', { at: (index) => index, flow: false })
    expect(collector.comments.map(({ flow }) => flow)).toEqual([true, false])
  })
})

describe('texts', () => {
  test.each<[string, string, [value: string, start: number, end: number][]]>([
    [
      'between tags',
      '<b>a</b> c',
      [
        ['a', 3, 4],
        [' c', 8, 10],
      ],
    ],
    ['with a character reference', '<b>a &amp; b</b>', [['a & b', 3, 12]]],
    ['with a reference without its semicolon', '<b>&copy x', [['© x', 3, 10]]],
    ['behind a comment', '<!--a-->&lt;', [['<', 8, 12]]],
    [
      'behind a declaration and an instruction',
      '<!DOCTYPE html>a<?b?>c',
      [
        ['a', 15, 16],
        ['c', 21, 22],
      ],
    ],
    [
      'with `<`',
      'a < b',
      [
        ['a ', 0, 2],
        ['< b', 2, 5],
      ],
    ],
    ['in the content of a tag that GitHub shows as text', '<title>a</title>', [['a', 7, 8]]],
    ['behind CDATA, of which a browser shows the end', '<![CDATA[>a]]>', [['a]]>', 10, 14]]],
    ['in a tag that is not finished: none', 'a<br /', [['a', 0, 1]]],
    ['in a closing tag that is not finished: none', 'a</b x', [['a', 0, 1]]],
  ])('%s', (_, value, texts) => {
    expect(collect(value).texts.map((one) => [one.value, one.start, one.end])).toEqual(texts)
  })
})

test('ranges are laid on the source, and end behind their own last character', () => {
  // As in a quote: the second line of the value lies two characters further on.
  const at = (index: number): number => (index < 3 ? index : index + 2)
  const collector = new HtmlCollector()
  collector.read('<b\nc="d">x</b>', { at, flow: true })
  const [open, close] = collector.tags
  expect(open).toMatchObject({ start: 0, end: 11, attributes: [{ start: 5, end: 10, valueAt: { start: 8, end: 9 } }] })
  expect(close).toMatchObject({ start: 12, end: 16 })
  expect(collector.texts).toEqual([{ start: 11, end: 12, value: 'x' }])
})
