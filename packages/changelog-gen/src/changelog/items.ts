import type { Range } from '@frontdoor/markdown/edit'
import { type Changelog, headingOf, type ReleaseSection } from './changelog.ts'
import { type Identity, identify } from './identity.ts'
import { type Line, readLines } from './lines.ts'

/** What stands in the section of a release. */
export interface SectionContent {
  readonly groups: readonly Group[]
  /** Every list item, in the order of the file, those of inner lists too. */
  readonly items: readonly Item[]
}

/** A heading inside a release, and what is below it. */
export interface Group extends Range {
  readonly title: string
  /** Deeper than any heading for a label. */
  readonly depth: number
  /** How it is written where it is no heading but a line above a list: `{title}:`, `**{title}**`. */
  readonly label?: string
  /** End of the heading's line, without the line ending. */
  readonly headingEnd: number
}

/** A list item. The range is that of its own lines, from its marker on, without items inside it and blank lines at its end. */
export interface Item extends Range {
  readonly marker: string
  /** Columns before the marker. */
  readonly indent: number
  /** Column at which its text starts. */
  readonly content: number
  /** 1 for an item of an outer list. */
  readonly depth: number
  /** Its Markdown without marker and indentation, lines as they are. */
  readonly text: string
  readonly identity: Identity
  /** The group it stands in; absent above the first heading. */
  readonly group?: Group
  /** End of all that belongs to it, items inside it too. */
  readonly wholeEnd: number
  /** True where a blank line stands before it and after the item before. */
  readonly loose: boolean
}

/** Reads the section of a release, and no other part of the changelog. */
export function readSection(
  { source }: Pick<Changelog, 'source'>,
  { body }: Pick<ReleaseSection, 'body'>,
): SectionContent {
  const groups: Mutable<Group>[] = []
  const items: Draft[] = []
  const open: Draft[] = []
  let before: Line | undefined
  let blank = false
  const lines = [...readLines(source, body)]
  const headings = headingsIn(lines)
  for (const line of lines) {
    if (line.kind === 'blank') {
      blank = true
      continue
    }
    const heading = headings.get(line)
    if (heading) {
      const last = groups.at(-1)
      if (last) last.end = heading.start
      groups.push({ ...heading, end: body.end })
    }
    open.length = Math.min(open.length, line.kind === 'item' ? line.depth - 1 : line.depth)
    if (line.kind === 'item') {
      const draft = startItem(line, { group: groups.at(-1), loose: blank && (before?.depth ?? 0) > 0 })
      items.push(draft)
      open.push(draft)
    } else if (line.depth > 0) {
      open.at(-1)?.lines.push(line)
    }
    for (const item of open) item.wholeEnd = line.end
    before = line
    blank = false
  }
  return { groups, items: items.map((draft) => finish(source, draft)) }
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] }

interface Draft extends Pick<Item, 'marker' | 'indent' | 'content' | 'depth' | 'loose'> {
  readonly lines: Line[]
  readonly group: Group | undefined
  wholeEnd: number
}

type GroupHeading = Omit<Group, 'end'>

/** The headings of a section; where it has none, its labels. */
function headingsIn(lines: readonly Line[]): ReadonlyMap<Line, GroupHeading> {
  const found = lines.flatMap((line, at) => {
    const heading = groupHeading(line, lines[at - 1])
    return heading ? [[line, heading] as const] : []
  })
  return found.length > 0 ? new Map(found) : labelsIn(lines)
}

function groupHeading(line: Line, before: Line | undefined): GroupHeading | undefined {
  const heading = headingOf(line, before)
  if (!heading) return undefined
  const { start, end, depth, text, setext } = heading
  return { start, title: setext ? text : text.replace(/(?:^|[ \t]+)#+$/, ''), depth, headingEnd: end }
}

/** A line of its own above a list, as `FEATURES:` and `**Fixed bugs:**`. */
const labelPattern = /^(?:\*\*(?<bold>[^*:]{2,40})(?::\*\*|\*\*:?)|(?<plain>\p{Lu}[\p{L} &/-]{1,40}):)$/u

function labelsIn(lines: readonly Line[]): Map<Line, GroupHeading> {
  const found = new Map<Line, GroupHeading>()
  for (const [at, line] of lines.entries()) {
    if (line.kind !== 'text' || line.depth > 0 || (lines[at - 1]?.kind ?? 'blank') !== 'blank') continue
    const { bold, plain } = labelPattern.exec(line.text)?.groups ?? {}
    const title = bold ?? plain
    const next = lines.slice(at + 1, at + 3).find(({ kind }) => kind !== 'blank')
    if (title === undefined || next?.kind !== 'item') continue
    const label = line.text.replace(title, '{title}')
    found.set(line, { start: line.start, title, depth: 7, label, headingEnd: line.end })
  }
  return found
}

function startItem(line: Line, { group, loose }: { group: Group | undefined; loose: boolean }): Draft {
  const [marker = ''] = /^(?:[-*+]|\d+[.)])/.exec(line.text) ?? []
  const { indent, content = 0, depth, end } = line
  return { marker, indent, content, depth, lines: [line], group, wholeEnd: end, loose }
}

function finish(source: string, { lines, group, ...draft }: Draft): Item {
  const [first, last] = [lines[0] as Line, lines.at(-1) as Line]
  const start = first.start + source.slice(first.start, first.end).indexOf(draft.marker)
  const texts = lines.map((line, index) => (index === 0 ? line.text.slice(draft.marker.length).trimStart() : line.text))
  const text = texts.join('\n')
  let identity: Identity | undefined
  return {
    ...draft,
    start,
    end: last.end,
    text,
    ...(group && { group }),
    // Most items are looked at for their form only.
    get identity() {
      identity ??= identify(text)
      return identity
    },
  }
}
