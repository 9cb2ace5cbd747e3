import type { Code, List, Nodes } from 'mdast'
import type { Range } from '../edit.ts'
import { lineEnds, lineStart } from '../lines.ts'
import { rangeOf } from '../nodes.ts'
import { isContainer } from './prefix.ts'

/**
 * What ends an HTML block (CommonMark 0.31.2, section 4.6): the line it closes on, a blank line, or nothing that it holds:
 * a comment or `<pre>` that is open takes in all that follows.
 */
export function htmlEnd(html: string): 'line' | 'blank' | 'open' {
  const text = html.trimStart()
  for (const [start, end, overlap] of htmlBlocks) {
    if (start.test(text)) return end.test(text.slice(overlap)) ? 'line' : 'open'
  }
  return 'blank'
}

/** How the first five kinds of HTML blocks start and end, and how far behind the start the end may begin: `<!-->` is closed. */
const htmlBlocks: readonly (readonly [RegExp, RegExp, number])[] = [
  [/^<(?:pre|script|style|textarea)(?:[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i, 0],
  [/^<!--/, /-->/, 2],
  [/^<\?/, /\?>/, 1],
  [/^<!\[CDATA\[/, /\]\]>/, 0],
  [/^<![a-z]/i, />/, 0],
]

/** remark-frontmatter adds the type `toml`, which mdast does not know. */
export function isFrontMatter(node: { readonly type: string } | undefined): boolean {
  return node?.type === 'yaml' || node?.type === 'toml'
}

/** True for code that a closing fence or the end of its indentation ends. */
export function isClosed(code: Code, source: string): boolean {
  const text = sourceOf(code, source)
  const [opening] = /^(?:`{3,}|~{3,})/.exec(text) ?? []
  if (opening === undefined) return true
  const last = text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1)
  const closing = /^[ \t>]*(`+|~+)[ \t]*$/.exec(last)?.[1] ?? ''
  // The last line of code that is never closed may look like a fence, but then it is a line of the value.
  const outside = lineEnds(text) - lineEnds(code.value)
  return closing.startsWith(opening) && (code.value === '' ? outside > 0 : outside === 2)
}

/** True for code that is written without a fence: a list before it would take it in. */
export function isIndentedCode(node: Nodes, source: string): boolean {
  return node.type === 'code' && !/[`~]/.test(source.charAt(rangeOf(node).start))
}

/** True for a block that takes in a line right below it, even one outside its container: its last paragraph is not over. */
export function takesLine(block: Nodes): boolean {
  let last: Nodes | undefined = block
  while (isContainer(last)) last = last.children.at(-1)
  return last?.type === 'paragraph' || last?.type === 'definition'
}

/** True for a list that can stand right below a paragraph: others need a blank line to be one. */
function interrupts({ ordered, start, children }: List): boolean {
  return children[0]?.children.length !== 0 && (!ordered || (start ?? 1) === 1)
}

/** True for a block that starts with no list, or with one that can stand right below other text. */
export function startsAnywhere(block: Nodes): boolean {
  let first: Nodes | undefined = block
  while (isContainer(first)) {
    if (first.type === 'list' && !interrupts(first)) return false
    first = first.children[0]
  }
  return true
}

/** True where a blank line stands between blocks of a container. */
export function isLoose(blocks: readonly Nodes[], source: string): boolean {
  return blocks.some((block, index) => {
    const next = blocks[index + 1]
    if (!next) return false
    return lineEnds(source.slice(textEnd(block, source, next), rangeOf(next).start)) > 1
  })
}

/**
 * Where the text of a block ends, white space not counted: before the line of the next block at the latest, as remark lets
 * an item in a footnote end inside the next item, and a list in a quote inside the next line.
 */
export function textEnd(block: Nodes, source: string, next: Nodes | undefined): number {
  const { end } = rangeOf(block)
  return trimmedEnd(source, next ? Math.min(end, lineStart(source, rangeOf(next).start)) : end)
}

/** The offset with the white space before it taken away. */
export function trimmedEnd(source: string, offset: number): number {
  let end = offset
  while (/[ \t\r\n]/.test(source.charAt(end - 1))) end--
  return end
}

/** The bullet of a list, or the delimiter behind its first number; undefined for another block. */
export function markerIn(node: Nodes | undefined, source: string): string | undefined {
  return node?.type === 'list' ? /[-*+.)]/.exec(sourceOf(node, source))?.[0] : undefined
}

function sourceOf(node: Nodes, source: string): string {
  const { start, end }: Range = rangeOf(node)
  return source.slice(start, end)
}
