import type { Edit } from '@frontdoor/markdown/edit'
import type { Section } from '@frontdoor/markdown/sections'
import { distance } from 'fastest-levenshtein'
import { squeeze } from '../readme/squeeze.ts'
import { topOf } from '../readme/top.ts'
import { withEmoji } from '../shown/emoji.ts'
import type { Drift } from './drift.ts'
import { addressOf, linkTo, type Page } from './link.ts'
import { behindBlanks, editOf, gapOf, numbered, type Row, readRows, startOf } from './rows.ts'
import { type Toc, tocOf } from './toc.ts'

/** How a table of contents comes in sync. */
interface Sync {
  /** Headings that lack an entry, without those that an entry meant which leads nowhere. */
  readonly lacking: readonly Section[]
  /**
   * Keeps the depth, bullets, numbers and texts, and changes only lines that are wrong. Absent where a generator writes the table, or
   * where an item is more than a line.
   */
  readonly edit?: Edit | undefined
}

export function syncToc(page: Page, toc: Toc, { missing, ownOrder }: Drift): Sync {
  const mended = renameDead(page, toc, missing)
  if (!mended) return { lacking: missing }
  const { rows, renamed, unlisted } = mended
  const lacking = [...unlisted]
  const led = renamed.map((row, index) => (rows[index]?.dead ? row : redirect(row, { rows, unlisted, page })))
  const whole = [...unlisted].reduce<Row[]>((all, section) => place(all, section, page), living(led))
  const isSorted = !ownOrder && whole.every(({ section }) => section)
  const ordered = isSorted ? whole.toSorted((a, b) => startOf(a) - startOf(b)) : whole
  return { lacking, edit: editOf(page.document, toc, numbered(ordered, rows)) }
}

/** The edit that mends the entries of a table that lead nowhere, or takes them out, and leaves all else. */
export function mendDead(page: Page, toc: Toc, { missing }: Drift): Edit | undefined {
  const mended = renameDead(page, toc, missing)
  return mended && editOf(page.document, toc, numbered(living(mended.renamed), mended.rows))
}

/** The lines of a table, as they are and with those that led nowhere leading to what was meant. */
function renameDead(page: Page, toc: Toc, missing: readonly Section[]) {
  const { document } = page
  const rows = toc.list && !toc.block ? readRows(document, toc) : undefined
  if (!rows) return undefined
  const lacking = new Set(missing)
  const below = document.sections.filter(({ start }) => start >= toc.end)
  const renamed = rows.map((row) => (row.dead ? rename(row, { rows, below, unlisted: lacking, page }) : row))
  return { rows, renamed, unlisted: lacking }
}

/** A section that another edit adds. */
interface AddedSection {
  readonly title: string
  /** Where it will start. */
  readonly start: number
}

/** The edit that gives a new section of the highest level its entry, where all others of that level have theirs. */
export function entryFor({ document, showings }: Page, { title, start }: AddedSection): Edit | undefined {
  const toc = tocOf(document, showings)
  if (!toc?.list || toc.block || start < toc.end) return undefined
  const rows = readRows(document, toc) ?? []
  const { depth } = topOf(document)
  const siblings = rows.filter(({ section }) => section?.depth === depth)
  const below = document.sections.filter((section) => section.depth === depth && section.start >= toc.end)
  const at = rows.findLastIndex((row) => row.section && startOf(row) < start)
  const [before, lead] = [toc.entries[at], siblings.at(-1)?.lead]
  if (!before || lead === undefined || siblings.length < 2 || below.length > siblings.length) return undefined
  // Where items are counted, those behind this one would need other numbers.
  if (/\d/.test(lead) && siblings[0]?.lead !== lead) return undefined
  const slug = title.toLowerCase().replaceAll(' ', '-')
  const end = behindBlanks(document.source, before.item.end)
  return { start: end, end, text: `${gapOf(document.source, toc.entries) ?? document.eol}${lead}[${title}](#${slug})` }
}

const inlineLink = /\[((?:[^[\]\\]|\\.|\[[^\]]*\])*)\]\(#((?:[^()\s]|\([^()\s]*\))*)\)/

/** An entry with the words of a heading that nothing leads to, which leads to another one: of other words, or of the same elsewhere on the page. */
function redirect(row: Row, { rows, unlisted, page }: Pick<Renaming, 'rows' | 'unlisted' | 'page'>): Row {
  const [, words = ''] = inlineLink.exec(row.text) ?? []
  const said = squeeze(words)
  if (!row.section || said === '') return row
  const target = [...unlisted].find(({ title }) => squeeze(title) === said)
  const saysSame = squeeze(row.section.title).startsWith(said)
  if (!target || (saysSame && !standsFor(row, target, rows))) return row
  unlisted.delete(target)
  return { ...row, text: row.text.replace(inlineLink, () => `[${words}](${addressOf(target, page)})`), section: target }
}

/** True where an entry stands between those of the headings around another one than it leads to. */
function standsFor(row: Row, { start }: Section, rows: readonly Row[]): boolean {
  const at = rows.indexOf(row)
  const before = rows.slice(0, at).findLast(({ section }) => section)
  const behind = rows.slice(at + 1).find(({ section }) => section)
  const isBehind = before !== undefined && startOf(row) < startOf(before) && startOf(before) < start
  return isBehind && (behind === undefined || start < startOf(behind))
}

/** A dead entry whose heading was reworded leads to what it is called now; where only the anchor is wrong, its text stays. */
function rename(row: Row, { rows, below, unlisted, page }: Renaming): Row {
  const [, words = '', anchor = ''] = inlineLink.exec(row.text) ?? []
  const said = squeeze(words)
  const free = below.filter((section) => !rows.some((other) => other.section === section))
  const named = said === '' ? undefined : free.find(({ title }) => squeeze(withEmoji(title)) === said)
  const part = partOf(row, rows)
  const target = named ?? nearest(said, squeeze(anchor), part ? free.filter((section) => isIn(section, part)) : free)
  if (!target) return row
  unlisted.delete(target)
  // Who says more than the heading has chosen the words.
  const keepsWords = named !== undefined || said.includes(squeeze(target.title))
  const link = keepsWords ? `[${words}](${addressOf(target, page)})` : linkTo(target, page)
  return { ...row, text: row.text.replace(inlineLink, () => link), section: target, dead: false }
}

/** The section whose entry a nested one stands under. */
function partOf(row: Row, rows: readonly Row[]): Section | undefined {
  return rows.slice(0, rows.indexOf(row)).findLast(({ level }) => level < row.level)?.section
}

function isIn({ start }: Section, { body }: Section): boolean {
  return body.start <= start && start < body.end
}

interface Renaming {
  readonly rows: readonly Row[]
  /** Headings below the table. */
  readonly below: readonly Section[]
  /** Headings that lack an entry; whoever gives one an entry takes it out. */
  readonly unlisted: Set<Section>
  readonly page: Page
}

function nearest(text: string, anchor: string, sections: readonly Section[]): Section | undefined {
  return sections.find(({ title }) => {
    const is = squeeze(title)
    const away = Math.min(distance(is, text), distance(is, anchor))
    return away <= Math.floor(Math.max(is.length, 1) / 3) || goesOn(is, text) || goesOn(is, anchor)
  })
}

/** One is the beginning of the other: "Install" of "Installation". */
function goesOn(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a))
}

function living(rows: readonly Row[]): Row[] {
  return rows.filter((row, index) => !row.dead || hasLiving(rows, index))
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

/** Puts an entry behind that of the heading before it, on the level of the sibling before it: some stand below words that group them. */
function place(rows: readonly Row[], section: Section, page: Page): Row[] {
  const at = rows.findLastIndex((row) => row.section && startOf(row) < section.start) + 1
  const isSibling = (row: Row) => row.section?.depth === section.depth
  const model = rows.slice(0, at).findLast(isSibling) ?? rows.find(isSibling) ?? rows[0]
  const row: Row = {
    lead: model?.lead ?? '- ',
    level: model?.level ?? 0,
    text: linkTo(section, page),
    section,
    dead: false,
  }
  return rows.toSpliced(at, 0, row)
}
