import fc from 'fast-check'
import type { Definition, Root, ThematicBreak } from 'mdast'
import { markdownToMdast } from 'satteri'
import { describe, expect, test } from 'vitest'
import { parse } from '../src/parse.ts'
import { draft, settle } from '../src/satteri.ts'
import { difference } from './support/difference.ts'
import { installedDocuments } from './support/documents.ts'
import { specExamples } from './support/samples.ts'

const examples = specExamples().map(({ source }) => source)
const documents = installedDocuments()
const filler = 'x\n\n'.repeat(20)

/** Pieces that mutations are made of, by what they try out. */
const pieces: Readonly<Record<string, readonly string[]>> = {
  blocks: split(
    '- |* |+ |1. |10) |> |>|>> |  |    |\t| |a|b|```|```js\n|~~~|# |---|***|===|<div>|</div>|<!--|-->|<pre>|<br>|[a]: b\n|\n> |\n- |\n  |\n    |\n   ',
  ),
  links: split(
    'www.|http://|https://|a@b.c|@|a|.|-|_|*|[|]|(|)|](|<|>| |/|?|&amp;|;|:|`|~|é|🎉|mailto:|\\|!|#|。|"|- |> ',
  ),
  emphasis: split('*|_|**|__|***|~|~~|a|b| |.|(|)|é|漢|🎉|\\|`|[|](/a)|!|-'),
  text: split(
    '[|]|(|)|](|](/a)|![|[a]|[b]: /a\n\n| "t"|<|>|<a|</a>|<b c="d">| e=f|`|``|\\|\\\n|  \n|a| |&amp;|&#0;|<!--|-->|<?|?>|<!A|*|_|- |> |  |<http://a.b>|:|"',
  ),
  tables: [
    '|',
    ...split('-!-!-!-\n!|-|-|\n!|:-:|!a!b! !\\|!`|`!`!*a*!> !- !  !\t!# !```\n!é!http://a.b!a@b.c!<b>', '!'),
  ],
  footnotes: split('[^1]|[^1]: |[^a]: |[^a]|[^A]:|    |  |a|b |- |> |`|*|[|]|(|#|```\n|!|^|[^|\t|<div>|1. '),
  tasks: split(
    '- [ ] |- [x] |* [X] |1. [ ] |- [ ]|[ ]|[x]|-|- |  | |\t|a|*b*|`c`|<i>|[l](u)|![i](u)|http://a.b|\\|>|> |    |🎉|_',
  ),
  'front matter': split('---|---\n|+++|+++\n|a: b\n| |\t|# h\n|- x\n|> q\n|x|...|--|----'),
}

/** One seed: the engines are compared on the same documents on every machine. */
const seed = 20261122

describe('trees are equal, positions and all', () => {
  test.each(Object.keys(pieces))('of mutations of %s', (name) => {
    const all = [...(pieces[name] ?? []), '\n', '\n', '\n\n', '\r\n']
    const source = fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: 20 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(source, (text) => differenceOf(text) === undefined),
      { numRuns: 1500, seed },
    )
  })

  test('of mutations of examples', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(3),
      piece: fc.constantFrom(...Object.values(pieces).flat()),
    })
    const source = fc.tuple(fc.constantFrom(...examples), fc.array(edit, { minLength: 1, maxLength: 4 })).map(mutate)
    fc.assert(
      fc.property(source, (text) => differenceOf(text) === undefined),
      { numRuns: 3000, seed },
    )
  })

  test('of two examples in one document', () => {
    const pairs = examples.map((source, index) => `${source}\n${examples[(index * 7) % examples.length]}`)
    expect(pairs.map(differenceOf).filter(Boolean)).toEqual([])
  })
})

describe('of what the dependencies of this repository ship, the reference has to read again', () => {
  const drafts = documents.map((source) => draft(source, markdownToMdast))

  test('nothing in nine of ten documents', () => {
    const settled = drafts.filter((drafted) => drafted?.doubtful.length === 0)
    expect(settled.length / documents.length).toBeGreaterThan(0.9)
  })

  test('no whole document', () => {
    expect(documents.filter((_, index) => !drafts[index])).toEqual([])
  })

  test('little of the text', () => {
    const groups = drafts.flatMap((drafted) => drafted?.doubtful ?? [])
    const length = groups.reduce((sum, { start, end }) => sum + end - start, 0)
    expect(length / documents.join('').length).toBeLessThan(0.03)
  })
})

describe('the reference reads', () => {
  test.each([
    ['nothing where nothing is in doubt', '# a\n\n- b\n', []],
    ['one part, with the line behind it', 'a\n\nb www.\nc\n\nd\ne\n', ['\n\n\n***\n\nb www.\nc\n\nd']],
    [
      'a part with the labels of the document',
      'www. [a]\n\n[a]: b\n\n[^1]: c',
      ['\n[a]: x\n\n[^1]: x\n\n***\n\nwww. [a]\n\n[a]: b', expect.any(String)],
    ],
    ['blocks without a blank line between them as one', '# a\nwww.\n- b\n\nc', ['\n\n\n***\n\n# a\nwww.\n- b\n\nc']],
    ['blocks around indented code as one', 'a\n\nwww.\n\n    b\n\nc\n\nd', ['\n\n\n***\n\nwww.\n\n    b\n\nc\n\nd']],
    ['a part apart from the front matter before it', '---\na: b\n---\nwww.', ['\n\n\n***\n\nwww.\n\nx']],
  ])('%s', (_, source, expected) => {
    const read: string[] = []
    const drafted = draft(`${source}\n\n${filler}`, markdownToMdast)
    const reference = (part: string) => {
      read.push(part)
      return parse(part)
    }
    if (drafted) settle(drafted, reference)
    expect(read).toEqual(expected)
  })

  test.each([
    ['where the parts would be longer than the whole', `${'[a]: b\n\n'.repeat(50)}www.\n\nc\n\nwww.`],
    ['where a label goes over lines', `www.\n\n[a\nb]: c\n\n${filler}`],
    ['where a text has thousands of character references', 'a &amp; b '.repeat(20_000)],
  ])('the whole document %s', (_, source) => {
    expect(settledTree(source)).toBeUndefined()
  })

  test('no more than its part where the character references stand in many texts', () => {
    expect(draft('a &amp; b\n\n'.repeat(20_000), markdownToMdast)?.doubtful).toEqual([])
  })

  test.each([
    ['with no node', []],
    ['with a node that goes on behind the part', [breakAt(8, 1000)]],
    ['with a definition', [breakAt(8, 12), definition()]],
  ])('the whole document where a part is read otherwise: %s', (_, children) => {
    const drafted = draft(`www.\n\n${filler}`, markdownToMdast)
    expect(drafted && settle(drafted, () => ({ type: 'root', children }))).toBeUndefined()
  })

  test('the whole document where satteri gives no root', () => {
    expect(draft('a', () => ({ type: 'thematicBreak' }))).toBeUndefined()
  })

  test('nothing where satteri gives no positions', () => {
    const root: Root = { type: 'root', children: [{ type: 'thematicBreak' }, { type: 'thematicBreak' }] }
    expect(draft('***\n\n***', () => root)?.doubtful).toEqual([])
  })
})

/** Where the tree that comes of satteri differs from the reference's. */
function differenceOf(source: string): string | undefined {
  const expected = referenceTree(source)
  return expected && difference(settledTree(source) ?? expected, expected)
}

/** Undefined where the reference is to read the whole document. */
function settledTree(source: string): Root | undefined {
  const drafted = draft(source, markdownToMdast)
  return drafted && settle(drafted, parse)
}

/** Tests load its build for development, with assertions that its build for production has not; what breaks one cannot be compared. */
function referenceTree(source: string): Root | undefined {
  try {
    return parse(source)
  } catch {
    return undefined
  }
}

function mutate([source, edits]: [string, { at: number; cut: number; piece: string }[]]): string {
  return edits.reduce((text, { at, cut, piece }) => {
    const offset = Math.floor(at * text.length)
    return text.slice(0, offset) + piece + text.slice(offset + cut)
  }, source)
}

function breakAt(start: number, end: number): ThematicBreak {
  const point = (offset: number) => ({ line: 1, column: 1, offset })
  return { type: 'thematicBreak', position: { start: point(start), end: point(end) } }
}

function definition(): Definition {
  return { ...breakAt(8, 12), type: 'definition', identifier: 'a', url: 'b' }
}

function split(text: string, separator = '|'): readonly string[] {
  return text.split(separator)
}
