import { defaultStyle, type Style } from '@frontdoor/markdown/style'
import type { BlockContent, Heading, List, ListItem, Paragraph, RootContent, Text } from 'mdast'
import type { TitleForm } from '../changelog/heading.ts'
import { writeDate } from '../changelog/written-date.ts'
import type { ForgePages } from '../forge-pages.ts'
import { type Format, labelled } from '../formats/format.ts'
import type { Entry, Release } from '../release.ts'
import { breakingItem, dependenciesItem, type EntryContext, entryItem, isOfWorkspace } from './entry.ts'
import { groupsOf } from './groups.ts'
import type { Write } from './plain-write.ts'

/** What releases are written with. */
export interface RenderContext {
  readonly format: Format
  readonly pages: ForgePages
  readonly style: Style
  readonly read: EntryContext['read']
  readonly write: Write
}

/** The title of a section: a version or what the unreleased is called, its address and its date. */
export interface SectionTitle {
  readonly name: string
  readonly url?: string | undefined
  readonly date?: string | undefined
}

/** What is below the heading of a release, as Markdown that ends with a line ending; empty where there is nothing. */
export function renderBody(
  release: Pick<Release, 'sections'>,
  { format, pages, style, read, write }: RenderContext,
): string {
  const context = { form: format.entry, pages, read }
  const groups = groupsOf(release, format)
  const listed = groups.flatMap((group) => group.entries)
  const breaking = format.entry.breaking === 'section' ? listed.filter((entry) => entry.breaking) : []
  const told = breaking.map((entry) => breakingItem(entry, context))
  const blocks: RootContent[] = [
    ...(told.length > 0 ? groupBlocks('⚠ BREAKING CHANGES', format, told) : []),
    ...(format.isFlat
      ? listOf(itemsOf(listed, context, format))
      : groups.flatMap(({ title, entries }) => groupBlocks(title, format, itemsOf(entries, context, format)))),
  ]
  // git-cliff's own sign around a scope.
  const emphasis = format.entry.scope === 'italic' ? '*' : style.emphasis
  return write(blocks, { ...style, emphasis, bullet: format.bullet })
}

function itemsOf(entries: readonly Entry[], context: EntryContext, { name }: Format): ListItem[] {
  const joined = name === 'changesets' ? entries.filter(isOfWorkspace) : []
  const items = entries.filter((entry) => !joined.includes(entry)).map((entry) => entryItem(entry, context))
  return joined.length === 0 ? items : [...items, dependenciesItem(joined, context)]
}

function groupBlocks(title: string, { groupDepth, groupLabel }: Format, items: ListItem[]): RootContent[] {
  const heading: Heading = { type: 'heading', depth: groupDepth, children: [{ type: 'text', value: title }] }
  return [groupLabel ? labelParagraph(labelled(title, groupLabel)) : heading, ...listOf(items)]
}

function listOf(items: ListItem[]): List[] {
  if (items.length === 0) return []
  return [{ type: 'list', ordered: false, spread: false, children: items }]
}

function labelParagraph(label: string): Paragraph {
  const [, bold, behind = ''] = /^\*\*(.*)\*\*(:?)$/.exec(label) ?? []
  const text = (value: string): Text => ({ type: 'text', value })
  if (bold === undefined) return { type: 'paragraph', children: [text(label)] }
  return { type: 'paragraph', children: [{ type: 'strong', children: [text(bold)] }, text(behind)] }
}

/** How a heading is written. */
interface HeadingForm {
  readonly depth: number
  readonly form: TitleForm
  /** Line ending before an underline; absent for a heading with `#`. */
  readonly underlinedAfter?: string | undefined
}

/** The heading of a release, without the line ending behind. */
export function renderHeading(title: SectionTitle, { depth, form, underlinedAfter }: HeadingForm): string {
  const text = headingText(title, form)
  if (underlinedAfter === undefined || depth > 2) return `${'#'.repeat(depth)} ${text}`
  return `${text}${underlinedAfter}${(depth === 1 ? '=' : '-').repeat(text.length)}`
}

/** The text of the heading. All of it comes from us, from a version that was checked, and from the project's own address. */
function headingText({ name, url, date }: SectionTitle, { lead = '', link, date: behind }: TitleForm): string {
  const label =
    link === 'plain' || (link === 'link' && url === undefined)
      ? name
      : link === 'link'
        ? `[${name}](${url})`
        : `[${name}]`
  if (date === undefined) return lead + label
  return lead + label + behind.replace(/\{(.*)\}/, (_, pattern: string) => writeDate(date, pattern))
}

/** A style for what is written new, from what the scan of a changelog shows. */
export function plainStyle(eol: Style['eol'], bullet: Style['bullet']): Style {
  return { ...defaultStyle, eol, bullet }
}

/** For entries that hold no Markdown of maintainers. */
export function readNothing(markdown: string): BlockContent[] {
  return [{ type: 'paragraph', children: [{ type: 'text', value: markdown }] }]
}
