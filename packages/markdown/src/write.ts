import type { List, Nodes, Root, RootContent } from 'mdast'
import { defaultHandlers, type Handle, type Join, type State, type Unsafe } from 'mdast-util-to-markdown'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'
import { startsAnywhere } from './insert/edges.ts'
import type { Style } from './style.ts'

/** Deepest tree that is written: the guard lets no deeper one through, and the stringifier recurses. */
export const maxDepth = 100

/** A node and its Markdown, with `\n` between its lines and none at the end. */
export interface Written {
  readonly node: RootContent
  readonly text: string
}

/** What stands around nodes that are written. Markers are a bullet or the delimiter behind a number. */
export interface Surroundings {
  /** Marker of the list directly before. */
  readonly before?: string | undefined
  /** Marker of the list directly after. */
  readonly after?: string | undefined
  /** True where text follows that is indented by up to three columns: no item may take it in. */
  readonly wide?: boolean
  /** True at the start of a document, where `---` would open front matter. */
  readonly first?: boolean
  /** Number of nodes that the nodes stand in. */
  readonly depth?: number
}

/**
 * Writes nodes as Markdown in a style, one block below the other, with a line ending at the end; nothing for no nodes.
 *
 * Reading it gives the same nodes but for what Markdown cannot say: neighbouring texts become one, empty paragraphs,
 * emphasis and texts are left out, a web or e-mail address in a text becomes a link, and an html node must be one HTML block.
 *
 * @throws {RangeError} when the nodes are nested deeper than `maxDepth`
 */
export function writeNodes(nodes: readonly RootContent[], style: Style): string {
  // Two lists alternate between two of three bullets, so there is always one.
  const written = writeEach(nodes, style, { first: true }) as Written[]
  if (written.length === 0) return ''
  return toEol(`${written.map(({ text }) => text).join('\n\n')}\n`, style.eol)
}

/**
 * Writes each node alone, leaving out those that come to nothing. Neighbouring lists get different markers; undefined
 * where there is none left for a list that stands between two.
 */
export function writeEach(
  nodes: readonly RootContent[],
  style: Style,
  around: Surroundings,
): readonly Written[] | undefined {
  const written: Written[] = []
  for (const [index, given] of nodes.entries()) {
    const node = prepared(given, (around.depth ?? 0) + 1)
    const before = written.length === 0 ? around.before : markerOf(written.at(-1) as Written)
    const after = index === nodes.length - 1 ? around.after : undefined
    const first = around.first === true && written.length === 0
    const text = writeOne(node, style, { ...around, before, after, first })
    if (text === undefined) return undefined
    if (text !== '') written.push({ node, text })
  }
  return written
}

/** Gives text with any line endings the line ending of a document. */
function toEol(text: string, eol: string): string {
  return text.replaceAll(/\r\n?|\n/g, eol)
}

/** The bullet of a list as written, or the delimiter behind its number; undefined for another node. */
function markerOf({ node, text }: Written): string | undefined {
  return node.type === 'list' ? /[-*+.)]/.exec(text)?.[0] : undefined
}

function writeOne(node: RootContent, style: Style, around: Surroundings): string | undefined {
  // `---` at the start opens front matter, and `- ---` and `* ***` are breaks with no list, so `_` is used there.
  const plain = node.type === 'thematicBreak' && !around.first
  const options = { ...optionsOf(style, around), rule: (plain ? style.rule.charAt(0) : '_') as '_' }
  if (node.type !== 'list') return stringify(node, style, options)
  for (const markers of markerPairs(node, style)) {
    const text = stringify(node, style, { ...options, ...markers })
    const marker = markerOf({ node, text })
    if (marker === undefined || (marker !== around.before && marker !== around.after)) return text
  }
  return undefined
}

/** Markers to try for a list, the document's own first. */
function markerPairs(list: List, style: Style): readonly Options[] {
  if (list.ordered) {
    const delimiters = style.delimiter === '.' ? (['.', ')'] as const) : ([')', '.'] as const)
    return delimiters.map((bulletOrdered) => ({ bulletOrdered }))
  }
  const bullets = [style.bullet, ...(['-', '*', '+'] as const).filter((bullet) => bullet !== style.bullet)]
  return bullets.map((bullet, index) => ({ bullet, bulletOther: bullets[(index + 1) % bullets.length] as '-' }))
}

function stringify(node: RootContent, style: Style, options: Options): string {
  const text = toEol(processorFor(style, options).stringify({ type: 'root', children: [node] }), '\n')
  let end = text.length
  while (text[end - 1] === '\n') end--
  return text.slice(0, end)
}

type Writer = { readonly stringify: (tree: Root) => string }

/** To put a writer together takes longer than most nodes take to be written, and a document has few styles. */
const writers = new Map<string, Writer>()

function processorFor(style: Style, options: Options): Writer {
  // Functions are left out: there is one set of them for a style.
  const key = JSON.stringify([style, options])
  const known = writers.get(key)
  if (known) return known
  if (writers.size > 100) writers.clear()
  const made = unified()
    .use(remarkFrontmatter, ['yaml', 'toml'])
    .use(remarkGfm, { tableCellPadding: style.paddedTables, tablePipeAlign: style.alignedTables })
    .use(remarkStringify, options)
    .freeze()
  writers.set(key, made)
  return made
}

function optionsOf(style: Style, { wide }: Surroundings): Options {
  return {
    bullet: style.bullet,
    bulletOrdered: style.delimiter,
    incrementListMarker: style.increment,
    listItemIndent: wide ? 'tab' : style.listIndent,
    emphasis: style.emphasis,
    strong: style.strong,
    fence: style.fence,
    fences: true,
    ruleRepetition: style.rule.replaceAll(' ', '').length,
    ruleSpaces: style.rule.includes(' '),
    setext: style.setext,
    closeAtx: style.closedHeadings,
    quote: style.quote,
    unsafe,
    join: [joinInItem],
    handlers: { root: writeRoot, code: codeWriter(style.fenceLength) },
  }
}

/** In a tight item only a list stands right below a paragraph: the stringifier does not foresee all that blocks take in. */
const joinInItem: Join = (left, right, parent) => {
  if (parent.type !== 'listItem') return undefined
  return left.type === 'paragraph' && right.type === 'list' && startsAnywhere(right) ? undefined : 1
}

/** What means something to those who read the file as lines, beyond what means something in Markdown. */
const unsafe: Unsafe[] = [
  // The end of a comment: a marker that is looked for with a regular expression ends there.
  { character: '>', before: '--!?', inConstruct: 'phrasing' },
  { character: '<', after: '!--', inConstruct: ['titleQuote', 'titleApostrophe'] },
  // A workflow command of GitHub Actions, once the text is printed there.
  { atBreak: true, character: ':', after: ':' },
  // As the first character of a file it would be taken for its byte order mark.
  { character: '\uFEFF', inConstruct: 'phrasing' },
]

/**
 * Mends what the stringifier writes of a string. An escaped `\<!-- x -->` still has `<!--` in it, so `<` and `>` become
 * references. And `~` beside a text is passed on as `*`: the letter next to it may become a reference too, and then a `_`
 * behind it needs its escape.
 */
const writeRoot: Handle = (node, parent, state, info) => {
  const { safe } = state
  state.safe = (value, { before, after, encode, ...config }) => {
    const beside = { before: before.replaceAll('~', '*'), after: after.replaceAll('~', '*') }
    const text = safe.call(state, value, { ...config, ...beside, encode: [...(encode ?? []), '<', '>'] })
    const written = mended(text, isLabel(state.stack))
    // In an address `&` is mostly what separates parameters: only one that reads as a reference needs its escape.
    if (state.stack.at(-1) !== 'destinationRaw') return written
    return written.replaceAll(/\\[\s\S](?:#?\w+;)?/g, (found) => (found === '\\&' ? '&' : found))
  }
  return defaultHandlers.root(node, parent, state, info)
}

/**
 * Gives references their names, and underscores beside an astral character their escapes: the stringifier takes half of an
 * emoji for a letter. Each escape is passed over with the character behind it: `\&#x3C;` is text. A label is not touched,
 * as it must stay equal to that of its definition.
 */
function mended(text: string, label: boolean): string {
  return text.replaceAll(/\\[\s\S]|&#x3C;|&#x3E;|_+/g, (found: string, offset: number) => {
    if (!found.startsWith('_') || label) return names[found] ?? found
    const besideAstral = isSurrogate(text, offset - 1) || isSurrogate(text, offset + found.length)
    return besideAstral ? found.replaceAll('_', '\\_') : found
  })
}

function isLabel(stack: State['stack']): boolean {
  return stack.includes('reference') || stack.includes('definition') || stack.at(-2) === 'footnoteDefinition'
}

function isSurrogate(text: string, at: number): boolean {
  return /[\uD800-\uDFFF]/.test(text.charAt(at))
}

const names: Readonly<Record<string, string>> = { '&#x3C;': '&lt;', '&#x3E;': '&gt;' }

function codeWriter(length: number): Handle {
  return (node, parent, state, info) => {
    const text = defaultHandlers.code(node, parent, state, info)
    const fence = /^(?:`+|~+)/.exec(text)?.[0] as string
    const more = fence.charAt(0).repeat(Math.max(length - fence.length, 0))
    return `${more}${text}${more}`
  }
}

/**
 * The node with neighbouring texts as one, and neighbouring codes too, which would touch; then each line of a text apart,
 * since the stringifier overlooks every second one of two lines that need an escape.
 */
function prepared<Node extends Nodes>(node: Node, depth: number): Node {
  if (depth > maxDepth) throw new RangeError(`Nodes are nested deeper than ${maxDepth}`)
  if (!('children' in node)) return node
  const children: Nodes[] = []
  for (const child of node.children) {
    const last = children.at(-1)
    if (last && 'value' in last && last.type === child.type && touching.has(child.type)) {
      children[children.length - 1] = { ...last, value: last.value + (child as typeof last).value }
    } else {
      children.push(prepared(child, depth + 1))
    }
  }
  // mdast takes a list without the field for a tight one, the stringifier for a loose one.
  const spread = node.type === 'list' || node.type === 'listItem' ? { spread: node.spread ?? false } : {}
  return { ...node, ...spread, children: children.flatMap(lines) }
}

const touching: ReadonlySet<string> = new Set(['text', 'inlineCode'])

function lines(node: Nodes): Nodes[] {
  if (node.type !== 'text' || !/[\r\n]/.test(node.value)) return [node]
  return node.value.split(/(?<=\n|\r(?!\n))/).map((value) => ({ type: 'text', value }))
}
