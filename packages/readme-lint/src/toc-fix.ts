import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Section } from '@frontdoor/markdown/sections'
import { distance } from 'fastest-levenshtein'
import type { Toc } from './toc.ts'
import type { Drift } from './toc-drift.ts'

/** A line of a table of contents: one item. */
interface Row {
  /** Indentation, bullet or number, and the space behind it. */
  readonly lead: string
  /** All that follows, with the link. */
  readonly text: string
  readonly level: number
  readonly section: Section | undefined
  readonly dead: boolean
}

/**
 * The edit that brings a table of contents in sync. It keeps its depth, bullets, numbers and texts, and changes only lines
 * that are wrong. Undefined where a generator writes it, or where an item is more than a line.
 */
export function syncToc(document: MarkdownDocument, toc: Toc, { missing }: Drift): Edit | undefined {
  if (!toc.list || toc.block) return undefined
  const rows = readRows(document, toc)
  if (!rows) return undefined
  const unlisted = new Set(missing)
  const renamed = rows.map((row) => (row.dead ? rename(row, { rows, unlisted, document }) : redirect(row, unlisted)))
  const kept = renamed.filter((row, index) => !row.dead || hasLiving(renamed, index))
  const whole = [...unlisted].reduce<Row[]>((all, section) => place(all, section, document), kept)
  const ordered = whole.every(({ section }) => section) ? whole.toSorted((a, b) => startOf(a) - startOf(b)) : whole
  return editOf(document, toc, numbered(ordered, rows))
}

function startOf({ section }: Row): number {
  return section?.start ?? 0
}

function readRows({ source }: MarkdownDocument, { entries }: Toc): Row[] | undefined {
  const rows: Row[] = []
  for (const [index, { item, link, level, section, dead }] of entries.entries()) {
    const lineStart = Math.max(source.lastIndexOf('\n', item.start - 1), source.lastIndexOf('\r', item.start - 1)) + 1
    const lead =
      source.slice(lineStart, item.start) +
      (/^(?:[-*+]|\d+[.)])[ \t]+/.exec(source.slice(item.start, item.end))?.[0] ?? '')
    const text = source.slice(lineStart + lead.length, item.end)
    const before = entries[index - 1]
    const isLine = lead.trim() !== '' && !/[\r\n]/.test(text) && /^[ \t]*$/.test(source.slice(lineStart, item.start))
    if (!isLine || (before && !/^[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(source.slice(before.item.end, item.start))))
      return undefined
    if (!link && dead) return undefined
    rows.push({ lead, text, level, section, dead })
  }
  return rows
}

const inlineLink = /\[((?:[^[\]\\]|\\.|\[[^\]]*\])*)\]\(#([^)\s]*)\)/

/** An entry with the words of a heading that nothing leads to, which leads to another one. */
function redirect(row: Row, unlisted: Set<Section>): Row {
  const [, words = ''] = inlineLink.exec(row.text) ?? []
  const said = squeeze(words)
  if (!row.section || said === '' || squeeze(row.section.title).startsWith(said)) return row
  const target = [...unlisted].find(({ title }) => squeeze(title) === said)
  if (!target) return row
  unlisted.delete(target)
  return { ...row, text: row.text.replace(inlineLink, () => `[${words}](#${target.slug})`), section: target }
}

/** A dead entry whose heading was reworded leads to what it is called now; where only the anchor is wrong, its text stays. */
function rename(row: Row, { rows, unlisted, document }: Renaming): Row {
  const [, words = '', anchor = ''] = inlineLink.exec(row.text) ?? []
  const said = squeeze(words)
  const free = document.sections.filter((section) => !rows.some((other) => other.section === section))
  const named = said === '' ? undefined : free.find(({ title }) => squeeze(title) === said)
  const target = named ?? nearest(said, squeeze(anchor), unlisted)
  if (!target) return row
  unlisted.delete(target)
  const link = named ? `[${words}](#${target.slug})` : linkTo(target, document)
  return { ...row, text: row.text.replace(inlineLink, () => link), section: target, dead: false }
}

interface Renaming {
  readonly rows: readonly Row[]
  /** Headings that lack an entry; whoever gives one an entry takes it out. */
  readonly unlisted: Set<Section>
  readonly document: MarkdownDocument
}

function nearest(text: string, anchor: string, sections: ReadonlySet<Section>): Section | undefined {
  return [...sections].find(({ title }) => {
    const is = squeeze(title)
    const away = Math.min(distance(is, text), distance(is, anchor))
    return away <= Math.floor(Math.max(is.length, 1) / 3)
  })
}

function squeeze(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** An entry that leads nowhere stays where entries below it lead somewhere. */
function hasLiving(rows: readonly Row[], index: number): boolean {
  const level = rows[index]?.level ?? 0
  for (const row of rows.slice(index + 1)) {
    if (row.level <= level) return false
    if (!row.dead) return true
  }
  return false
}

/** Puts an entry behind that of the heading before it, on the level of its siblings. */
function place(rows: readonly Row[], section: Section, document: MarkdownDocument): Row[] {
  const model = rows.find((row) => row.section?.depth === section.depth) ?? rows[0]
  const at = rows.findLastIndex((row) => row.section && startOf(row) < section.start) + 1
  const row: Row = {
    lead: model?.lead ?? '- ',
    level: model?.level ?? 0,
    text: linkTo(section, document),
    section,
    dead: false,
  }
  return rows.toSpliced(at, 0, row)
}

/** A link to a heading, with the heading's own words: its code and emphasis, but no links and images. */
export function linkTo({ node, title, slug }: Section, { source }: MarkdownDocument): string {
  const plain = /^(?:text|inlineCode|emphasis|strong|delete)$/
  const [first, last] = [node?.children[0], node?.children.at(-1)]
  const written = first && last && source.slice(rangeOf(first).start, rangeOf(last).end)
  const isPlain = node?.children.every(({ type }) => plain.test(type))
  const words = written && isPlain && isBalanced(written) ? written : title.replaceAll(/[\\`*_<>[\]]/g, '\\$&')
  return `[${words}](#${slug})`
}

/** True where every bracket has its counterpart, so that none of them ends the text of a link. */
function isBalanced(text: string): boolean {
  let open = 0
  for (const [sign] of text.matchAll(/[[\]]/g)) {
    open += sign === '[' ? 1 : -1
    if (open < 0) return false
  }
  return open === 0
}

/** Counts the items of ordered lists anew, where they were counted; where all have one number, they keep it. */
function numbered(rows: readonly Row[], before: readonly Row[]): Row[] {
  const counts: number[] = []
  const numbers = before.filter(({ level }) => level === 0).map(({ lead }) => /\d+/.exec(lead)?.[0])
  if (numbers.length < 2 || new Set(numbers).size === 1) return [...rows]
  return rows.map((row) => {
    counts.length = row.level + 1
    counts[row.level] = (counts[row.level] ?? 0) + 1
    return { ...row, lead: row.lead.replace(/\d+/, String(counts[row.level])) }
  })
}

function editOf({ source, eol }: MarkdownDocument, { entries }: Toc, rows: readonly Row[]): Edit | undefined {
  const [first, last] = [entries[0], entries.at(-1)]
  if (!first || !last || rows.length === 0) return undefined
  const start =
    Math.max(source.lastIndexOf('\n', first.item.start - 1), source.lastIndexOf('\r', first.item.start - 1)) + 1
  const text = rows.map((row) => row.lead + row.text).join(eol)
  return narrowed(source, { start, end: last.item.end, text })
}

/** The same edit without the lines at its ends that stay as they are. */
function narrowed(source: string, { start, end, text }: Edit): Edit | undefined {
  const old = source.slice(start, end)
  if (old === text) return undefined
  let head = 0
  while (head < old.length && head < text.length && old[head] === text[head]) head++
  const from = Math.max(old.lastIndexOf('\n', head - 1), -1) + 1
  let tail = 0
  while (tail < old.length - from && tail < text.length - from && old.at(-1 - tail) === text.at(-1 - tail)) tail++
  const lines = /^[^\r\n]*/.exec(old.slice(old.length - tail))?.[0].length ?? 0
  const cut = tail === old.length - from ? tail : tail - lines
  return { start: start + from, end: end - Math.max(0, cut), text: text.slice(from, text.length - Math.max(0, cut)) }
}
