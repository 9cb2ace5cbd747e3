import type { Range } from './edit.ts'
import type { HtmlComment } from './html.ts'

/** A region between two marker comments that a generator owns. The range spans both markers. */
export interface Block extends Range {
  /** Who writes it: `badge-sync`, `doctoc`, `all-contributors` …; `unknown` for markers of a common form. */
  readonly owner: string
  /** Name of the block, as the marker writes it. */
  readonly name: string
  /** What stands behind the name in the start marker. */
  readonly parameters: string
  readonly open: HtmlComment
  /** Absent where the end marker is missing. */
  readonly close: HtmlComment | undefined
  /** What the generator writes: all between the markers; up to the end of the document without an end marker. */
  readonly body: Range
}

/** Form of one generator's markers: `open` and `close` capture the name, `open` what follows it. */
interface MarkerForm {
  readonly owner: string
  readonly open: RegExp
  readonly close: RegExp
}

/**
 * Forms in use on 2026-11-22, read in the documentation of each generator; tried in this order. A form without a name
 * in its closing marker closes the nearest block of its owner.
 */
const forms: readonly MarkerForm[] = [
  { owner: 'badge-sync', open: /^badge-sync:start\s+(\S+)\s*(.*)$/s, close: /^badge-sync:end(?:\s+(\S+))?/ },
  { owner: 'doctoc', open: /^START (doctoc)\b(.*)$/s, close: /^END (doctoc)\b/ },
  {
    owner: 'all-contributors',
    open: /^(ALL-CONTRIBUTORS-[A-Z]+):START\b(.*)$/s,
    close: /^(ALL-CONTRIBUTORS-[A-Z]+):END\b/,
  },
  { owner: 'automd', open: /^automd:([\w-]+)\s*(.*)$/s, close: /^\/automd\b/ },
  { owner: 'markdown-magic', open: /^doc-gen\s+(\S+)\s*(.*)$/s, close: /^end-doc-gen\b/ },
  {
    owner: 'markdown-magic',
    open: /^AUTO-GENERATED-CONTENT:START\s*\(?([\w:-]*)(.*)$/s,
    close: /^AUTO-GENERATED-CONTENT:END\b/,
  },
  { owner: 'release-please', open: /^(x-release-please)-start-\w+/, close: /^(x-release-please)-end\b/ },
  { owner: 'markdown-toc', open: /^(toc)$/i, close: /^(toc)stop$/i },
  { owner: 'oclif', open: /^(usage|commands)$/, close: /^(usage|commands)stop$/ },
  {
    owner: 'unknown',
    open: /^([\w.:/ -]+?)\s*[:_\- ]\s*(?:start|begin)\b(.*)$/is,
    close: /^([\w.:/ -]+?)\s*[:_\- ]\s*(?:end|stop)\b/i,
  },
  { owner: 'unknown', open: /^(?:start|begin)\s*[:_\- ]\s*(.+)$/is, close: /^(?:end|stop)\s*[:_\- ]\s*(.+)$/is },
]

/** Finds the blocks of a document, in document order. Markers are comments of the tree, so none is ever found inside code. */
export function readBlocks(comments: readonly HtmlComment[], end: number): Block[] {
  const slashed = new Set(comments.map(({ value }) => /^\/(.+)$/s.exec(value.trim())?.[1]?.trim()))
  const blocks: { -readonly [Key in keyof Block]: Block[Key] }[] = []
  const open: typeof blocks = []
  for (const comment of comments) {
    const closing = findClosed(open, comment)
    if (closing >= 0) {
      const block = open[closing] as (typeof blocks)[number]
      open.length = closing
      Object.assign(block, { close: comment, end: comment.end, body: { start: block.open.end, end: comment.start } })
      continue
    }
    const marker = readOpening(comment, slashed)
    if (!marker) continue
    const body = { start: comment.end, end }
    const block = { ...marker, start: comment.start, end, open: comment, close: undefined, body }
    blocks.push(block)
    open.push(block)
  }
  return blocks
}

/** `<!-- x -->` opens a block only where a `<!-- /x -->` is in the document. */
function readOpening(
  { value }: HtmlComment,
  slashed: ReadonlySet<string | undefined>,
): Pick<Block, 'owner' | 'name' | 'parameters'> | undefined {
  const text = value.trim()
  for (const { owner, open } of forms) {
    const match = open.exec(text)
    if (match) return { owner, name: (match[1] as string).trim(), parameters: (match[2] ?? '').trim() }
  }
  return slashed.has(text) ? { owner: 'unknown', name: text, parameters: '' } : undefined
}

/** Number of the open block that a comment closes, or -1. */
function findClosed(open: readonly Block[], { value }: HtmlComment): number {
  const text = value.trim()
  return open.findLastIndex(({ owner, name }) => {
    if (text === `/${name}`) return true
    return forms.some((form) => {
      const match = form.owner === owner ? form.close.exec(text) : null
      return match !== null && (match[1] === undefined || match[1].trim().toLowerCase() === name.toLowerCase())
    })
  })
}
