import { untrustedText } from '@frontdoor/markdown/untrusted'
import { visibleText } from '@frontdoor/markdown/visible-text'
import type { BlockContent, List } from 'mdast'
import { fencedLines } from '../message/notes.ts'

/** The text of a stranger, block by block: paragraphs, lists and fenced code stay such, and what is in them only says itself. */
export function noteBlocks(note: string): BlockContent[] {
  const lines = note.split(/\r\n|\r|\n/)
  return blocksOf(lines, fencedLines(lines), 0)
}

/** Lists in lists that are read as such; nobody breaks deeper. */
const deepest = 3

interface Found {
  readonly block: BlockContent | undefined
  /** The line behind it. */
  readonly end: number
}

function blocksOf(lines: readonly string[], isCode: readonly boolean[], depth: number): BlockContent[] {
  const blocks: (BlockContent | undefined)[] = []
  for (let at = 0; at < lines.length; ) {
    const found =
      codeAt(lines, isCode, at) ?? listAt(lines, isCode, { at, depth }) ?? paragraphAt(lines, isCode, { at, depth })
    blocks.push(found.block)
    at = found.end
  }
  return blocks.filter((block) => block !== undefined)
}

interface Place {
  readonly at: number
  readonly depth: number
}

/** Ends at a blank line, and where a list or code begins. */
function paragraphAt(lines: readonly string[], isCode: readonly boolean[], { at, depth }: Place): Found {
  let end = at + 1
  while (
    end < lines.length &&
    !isBlank(lines[end]) &&
    isCode[end] === isCode[at] &&
    !(depth < deepest && mayInterrupt.test(lines[end] ?? ''))
  )
    end++
  const children = untrustedText(lines.slice(at, end).join('\n'))
  return { block: children.length === 0 ? undefined : { type: 'paragraph', children }, end }
}

const fence = /^\s*(?<ticks>`{3,}|~{3,})[ \t]*(?<lang>[\w+#.-]{0,20})/

/** What is no text for a runner of workflows, or for who looks for markers, is not safe in code, either. */
const notOnlyCode = /^\s*::|##\[|<!--|-->/m

function codeAt(lines: readonly string[], isCode: readonly boolean[], at: number): Found | undefined {
  const { ticks = '', lang = '' } = isCode[at] ? (fence.exec(lines[at] ?? '')?.groups ?? {}) : {}
  if (ticks === '') return undefined
  let end = at + 1
  while (end < lines.length && isCode[end] && !(lines[end] ?? '').trim().startsWith(ticks)) end++
  const inside = lines.slice(at + 1, end)
  if (notOnlyCode.test(inside.join('\n'))) return undefined
  const value = dedented(inside)
    .map((line) => line.replaceAll(/[^\S \t]/g, ' ').replaceAll(/\S+/gu, visibleText))
    .join('\n')
  return { block: { type: 'code', lang: lang || null, value }, end: end + 1 }
}

/** Without the blanks that all lines begin with: in a message, code is often indented like the text around it. */
function dedented(lines: readonly string[]): string[] {
  const widths = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const width = widths.reduce((least, one) => Math.min(least, one), widths[0] ?? 0)
  return lines.map((line) => line.slice(Math.min(width, line.length - line.trimStart().length)))
}

const bullet = /^(?<lead> {0,3}(?:[-*+]|(?<number>\d{1,3})[.)])[ \t]+)(?=\S)/
/** As in Markdown, a number but 1 may be one of the text. */
const mayInterrupt = /^ {0,3}(?:[-*+]|1[.)])[ \t]+\S/

function listAt(lines: readonly string[], isCode: readonly boolean[], { at, depth }: Place): Found | undefined {
  const first = isCode[at] || depth === deepest ? undefined : bullet.exec(lines[at] ?? '')?.groups
  if (!first) return undefined
  const list: List = { type: 'list', ordered: first.number !== undefined, spread: false, children: [] }
  if (first.number !== undefined) list.start = Number(first.number)
  let end = at
  for (;;) {
    const groups = isCode[end] ? undefined : bullet.exec(lines[end] ?? '')?.groups
    if (!groups || (groups.number !== undefined) !== list.ordered) break
    const from = end
    end = itemEnd(lines, isCode, from)
    const width = groups.lead?.length ?? 0
    const own = lines
      .slice(from, end)
      .map((line, index) => (index === 0 ? line.slice(width) : line.replace(indent(width), '')))
    const children = blocksOf(own, isCode.slice(from, end), depth + 1)
    if (children.length > 0) list.children.push({ type: 'listItem', spread: false, children })
    while (isBlank(lines[end]) && end < lines.length) end++
  }
  return { block: list.children.length === 0 ? undefined : list, end }
}

/** The lines up to the next item, or to what stands behind a blank line without being indented. */
function itemEnd(lines: readonly string[], isCode: readonly boolean[], start: number): number {
  let end = start + 1
  for (let at = end; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (isBlank(line)) continue
    const isInside = /^(?: {2}|\t)/.test(line) || (isCode[at] && isCode[at - 1])
    if (!isInside && (bullet.test(line) || at > end || isCode[at])) break
    end = at + 1
  }
  return end
}

function indent(width: number): RegExp {
  return new RegExp(`^(?: {1,${width}}|\\t)`)
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === ''
}
