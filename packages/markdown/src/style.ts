import type { List, ListItem, Nodes, Parents, Root, Table } from 'mdast'
import { lineEnd, lineStart } from './lines.ts'
import { type NodeOf, rangeOf, walk } from './nodes.ts'

export type Eol = '\n' | '\r\n' | '\r'

/** How the people who wrote a document write Markdown. */
export interface Style {
  readonly eol: Eol
  readonly finalNewline: boolean
  readonly bullet: '-' | '*' | '+'
  /** What follows the number of an ordered item. */
  readonly delimiter: '.' | ')'
  /** False where every item of an ordered list has the number of the first. */
  readonly increment: boolean
  /** Where the text of an item starts: behind one space, at a multiple of four columns, or so only in loose lists. */
  readonly listIndent: 'one' | 'tab' | 'mixed'
  readonly emphasis: '_' | '*'
  readonly strong: '*' | '_'
  readonly fence: '`' | '~'
  readonly fenceLength: number
  /** A thematic break as written: `---`, `* * *` … */
  readonly rule: string
  /** Headings of depth 1 and 2 are underlined. */
  readonly setext: boolean
  /** `# Title #` */
  readonly closedHeadings: boolean
  /** `| a |` rather than `|a|`. */
  readonly paddedTables: boolean
  /** The pipes of a table stand below one another. */
  readonly alignedTables: boolean
  /** Around the title of a link. */
  readonly quote: '"' | "'"
  /** `[a](b)`, or `[a][b]` with a definition. */
  readonly links: 'inline' | 'reference'
}

/** What is written where a document does not say: the form that GitHub's READMEs and Prettier use most. */
export const defaultStyle: Style = {
  eol: '\n',
  finalNewline: true,
  bullet: '-',
  delimiter: '.',
  increment: true,
  listIndent: 'one',
  emphasis: '_',
  strong: '*',
  fence: '`',
  fenceLength: 3,
  rule: '---',
  setext: false,
  closedHeadings: false,
  paddedTables: true,
  alignedTables: true,
  quote: '"',
  links: 'inline',
}

/** What one node says about the style. Two habits of lists are one entry of a style. */
type Ballot = Partial<Omit<Style, 'listIndent'> & { tight: 'one' | 'tab'; loose: 'one' | 'tab' }>

/** The style of a document: each node has a vote, the most votes win, and the default wins a tie. */
export function styleOf(source: string, tree: Root): Style {
  const votes = new Votes()
  for (const [eol] of source.matchAll(/\r\n?|\n/g)) votes.add({ eol: eol as Eol })
  walk(tree, ({ node, parent }) => {
    if (!node.position) return
    const { start, end } = rangeOf(node)
    votes.add(ballot(node, source.slice(start, end), parent))
  })
  const style = { ...defaultStyle, ...votes.winners(defaultStyle), ...listIndent(votes) }
  return { ...style, finalNewline: /(?:^\uFEFF?|[\r\n])$/.test(source) }
}

/**
 * The line ending of the neighbourhood: that of the line an offset lies in, for the last line that of the line before, and
 * `\n` in a source of one line. Before that line ending it can be written without the two becoming one.
 */
export function eolAt(source: string, offset: number): Eol {
  const end = lineEnd(source, offset)
  const at = end < source.length ? end : lineStart(source, offset) - 1
  if (source[at] === '\n') return source[at - 1] === '\r' ? '\r\n' : '\n'
  if (source[at] === '\r') return source[at + 1] === '\n' ? '\r\n' : '\r'
  return '\n'
}

function ballot(node: Nodes, text: string, parent: Parents): Ballot {
  const read = readers[node.type] as ((node: Nodes, text: string, parent: Parents) => Ballot) | undefined
  return read?.(node, text, parent) ?? {}
}

/** What a node, as written, says about the style. */
const readers: { readonly [Type in Nodes['type']]?: (node: NodeOf<Type>, text: string, parent: Parents) => Ballot } = {
  list: readList,
  listItem: readItem,
  emphasis: (_, text) => ({ emphasis: text.charAt(0) as Style['emphasis'] }),
  strong: (_, text) => ({ strong: text.charAt(0) as Style['strong'] }),
  code: (_, text) => readFence(text),
  thematicBreak: (_, text) => ({ rule: ruleOf(text) }),
  heading: ({ depth }, text) =>
    text.startsWith('#')
      ? { ...(depth < 3 && { setext: false }), closedHeadings: /[ \t]#+$/.test(text) }
      : { setext: true },
  table: readTable,
  link: (_, text) => ({ ...readQuote(text), ...(text.startsWith('[') && { links: 'inline' }) }),
  image: (_, text) => readQuote(text),
  definition: (_, text) => readQuote(`${text})`),
  linkReference: () => ({ links: 'reference' }),
}

function readList(list: List, text: string): Ballot {
  const [, mark] = /^(?=[-*+]|\d+[.)])\d*(.)/.exec(text) ?? []
  if (mark === undefined) return {}
  if (!list.ordered) return { bullet: mark as Style['bullet'] }
  const delimiter = mark as Style['delimiter']
  const [first, second] = list.children
  if (!first || !second) return { delimiter }
  const next = text.slice(rangeOf(second).start - rangeOf(first).start)
  return { delimiter, increment: Number.parseInt(next, 10) !== Number.parseInt(text, 10) }
}

function readItem(item: ListItem, text: string, parent: Parents): Ballot {
  // reStructuredText has other marks, too.
  const [start = '', space = ''] = /^(?:[-*+]|\d+[.)])([ \t]*)/.exec(text) ?? []
  const width = start.length
  const indent = space.includes('\t') || width % 4 === 0 ? 'tab' : 'one'
  // `10. a` is both, and an item with no text or one that starts with indented code is neither.
  if (space === '' || space.length > 4 || (space.length === 1 && width % 4 === 0)) return {}
  return item.spread || (parent as List).spread ? { loose: indent } : { tight: indent }
}

function listIndent(votes: Votes): Pick<Style, 'listIndent'> {
  const { tight, loose } = votes.winners<Required<Pick<Ballot, 'tight' | 'loose'>>>({ tight: 'one', loose: 'one' })
  if (tight === 'one' && loose === 'tab') return { listIndent: 'mixed' }
  return { listIndent: tight ?? loose ?? defaultStyle.listIndent }
}

/** Indented code says nothing: code is always written with a fence, which needs nothing of its neighbours. */
function readFence(text: string): Ballot {
  const [fence = ''] = /^(?:`{3,}|~{3,})/.exec(text) ?? []
  return fence === '' ? {} : { fence: fence.charAt(0) as Style['fence'], fenceLength: fence.length }
}

function ruleOf(text: string): string {
  const marks = text.replaceAll(/[ \t]/g, '')
  return /[-*_][ \t]+[-*_]/.test(text) ? [...marks].join(' ') : marks
}

function readTable({ children }: Table, text: string): Ballot {
  const header = text.split(/[\r\n]/, 1)[0] as string
  const lengths = new Set(children.map((row) => rangeOf(row).end - rangeOf(row).start))
  return {
    paddedTables: /\| \S|\S \|/.test(header),
    ...(children.length > 1 && { alignedTables: lengths.size === 1 }),
  }
}

function readQuote(text: string): Ballot {
  const quote = /["'](?=\)$)/.exec(text.slice(-2))?.[0]
  return quote === undefined ? {} : { quote: quote as Style['quote'] }
}

/** Counts what each node says of each habit. */
class Votes {
  readonly #counts = new Map<string, Map<unknown, number>>()

  add(ballot: Ballot): void {
    for (const [habit, value] of Object.entries(ballot)) {
      const counts = this.#counts.get(habit) ?? new Map<unknown, number>()
      counts.set(value, (counts.get(value) ?? 0) + 1)
      this.#counts.set(habit, counts)
    }
  }

  /** For each habit that has votes, the value with the most; the default where that is among them. */
  winners<Habits extends object>(defaults: Habits): Partial<Habits> {
    const winners: [string, unknown][] = []
    for (const [habit, fallback] of Object.entries(defaults)) {
      const counts = this.#counts.get(habit)
      if (!counts) continue
      const most = Math.max(...counts.values())
      const best = [...counts].filter(([, count]) => count === most).map(([value]) => value)
      winners.push([habit, best.includes(fallback) ? fallback : best[0]])
    }
    return Object.fromEntries(winners) as Partial<Habits>
  }
}
