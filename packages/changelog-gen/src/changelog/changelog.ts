import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import type { Range } from '@frontdoor/markdown/edit'
import { nameInTitle, type ReleaseTitle, readDatedTitle, readNamedTitle, readReleaseTitle } from './heading.ts'
import { type Line, readLines } from './lines.ts'

/** A CHANGELOG.md as a list of releases. Found by one scan of its lines; what a section holds is read when it is needed. */
export interface Changelog {
  readonly source: string
  /** False where only the newest releases were asked for, and there are more. */
  readonly isWhole: boolean
  readonly eol: '\n' | '\r\n' | '\r'
  /** The first heading, where it is not that of a release. */
  readonly title?: Heading
  /** From the start to the first release; the whole of a changelog without releases. */
  readonly preamble: Range
  readonly unreleased?: ReleaseSection
  /** The version of that section, where only the tags tell that it is still to come; a reading of an edited text is told so. */
  readonly coming?: string | undefined
  /** In the order of the file; the unreleased one is not among them. */
  readonly releases: readonly ReleaseSection[]
  /** `[1.2.3]: https://…`, wherever they stand. */
  readonly definitions: readonly Definition[]
  /** The definitions at the end, and what is between them; empty, at the end of the last text, where there are none. */
  readonly foot: Range
}

/** A heading. The range is that of its lines, without the last line ending. */
export interface Heading extends Range {
  readonly depth: number
  readonly text: string
  /** True for text that is underlined with `===` or `---`. */
  readonly setext: boolean
}

/** A release, from its heading to the next one, or to whatever else ends it. */
export interface ReleaseSection extends ReleaseTitle, Range {
  readonly heading: Heading
  /** Behind the line of the heading, up to the end of the section. */
  readonly body: Range
}

/** A link definition. The range is that of its line, without the line ending. */
export interface Definition extends Range {
  readonly label: string
  readonly url: string
}

/** The versions of a changelog, in its order. */
export function versionsIn({ releases }: Pick<Changelog, 'releases'>): string[] {
  return releases.flatMap(({ version }) => version ?? [])
}

/** How a changelog is read. */
interface Reading {
  /** How many releases to look for; of the rest, only the definitions at the foot are read. All where absent. */
  readonly most?: number | undefined
  /** The version of a section at the top that is not released, though its heading does not say so (`comingVersion`). */
  readonly coming?: string | undefined
}

/** Enough to know how a changelog is written and what is new, in a file of megabytes. */
export const newestOnly: Reading = { most: 8 }

/** Reads a changelog. A file in another format than Markdown has no releases. */
export function readChangelog(source: string, { most = Number.POSITIVE_INFINITY, coming }: Reading = {}): Changelog {
  const { headings, definitions, foot, isWhole } = find(source, most)
  const first = headings.findIndex(({ release }) => release !== undefined)
  const title = headings[0]?.release === undefined ? headings[0]?.heading : undefined
  const found = isWhole ? headings : headings.slice(0, -1)
  const sections = found.flatMap(({ release }, index) => (release ? [section(headings, index, foot.start)] : []))
  // Below a released version, it is a leftover. A version that is planned may stand above it.
  const released = sections.findIndex((one, index) => !one.unreleased && (index > 0 || one.version !== coming))
  const open = released === -1 ? sections : sections.slice(0, released)
  const unreleased = open.find(({ version }) => version === undefined) ?? open[0]
  return {
    source,
    isWhole,
    eol: (/\r\n?|\n/.exec(source)?.[0] ?? '\n') as Changelog['eol'],
    ...(title && { title }),
    preamble: { start: 0, end: headings[first]?.start ?? foot.start },
    ...(unreleased && { unreleased }),
    ...(unreleased && !unreleased.unreleased && { coming }),
    releases: sections.filter((one) => one !== unreleased),
    definitions,
    foot,
  }
}

interface Found {
  readonly heading: Heading
  readonly release: ReleaseTitle | undefined
  /** Of the heading, or of an anchor that somebody put above it. */
  readonly start: number
  /** Offset of the line behind. */
  readonly next: number
}

interface Scan extends Pick<Changelog, 'definitions' | 'foot' | 'isWhole'> {
  /** Where the scan ended early, the last one is that of the first release that is left out. */
  readonly headings: readonly Found[]
}

type ReadTitle = (text: string) => ReleaseTitle | undefined

/** Where no heading is that of a release as most write them, all may begin with the same name; older ones need not. */
function find(source: string, most: number): Scan {
  const usual = scan(source, most, readReleaseTitle)
  const newest = usual.headings.findIndex(({ release }) => release?.version !== undefined)
  const above = newest === -1 ? usual.headings : usual.headings.slice(0, newest)
  const open = above.find(({ release }) => release !== undefined)
  const beside = above.filter(({ heading }) => heading.depth <= (open?.heading.depth ?? heading.depth))
  const [name, ...others] = beside.flatMap(({ heading }) => nameInTitle(heading.text) ?? [])
  // Above a version without one, a single name may be the title of the file.
  if (name === undefined || (newest !== -1 && !others.includes(name))) return usual
  return scan(source, most, (text) => readNamedTitle(text, name) ?? readReleaseTitle(text))
}

function scan(source: string, most: number, readTitle: ReadTitle): Scan {
  const headings: Found[] = []
  const definitions: Definition[] = []
  let before: Line | undefined
  // Where the definitions at the end start, and where the last text before them ends.
  let footStart: number | undefined
  let textEnd = 0
  let left = most
  for (const line of readLines(source, { start: 0, end: source.length })) {
    if (line.kind === 'blank') continue
    if (line.kind === 'definition') {
      footStart ??= line.start
      definitions.push(readDefinition(line))
      continue
    }
    footStart = undefined
    textEnd = line.end
    const heading = headingOf(line, before)
    const below = () => source.slice(line.next, line.next + 200)
    const release = heading && (readTitle(heading.text) ?? readDatedTitle(heading.text, below))
    if (heading) headings.push({ heading, release, start: startOf(heading, release && before), next: line.next })
    if (release && left-- === 0) return { headings, ...readFoot(source), isWhole: false }
    before = line
  }
  const end = footStart === undefined ? textEnd : source.length
  return { headings, definitions, foot: { start: footStart ?? textEnd, end }, isWhole: true }
}

/** The definitions at the end, read from there: what is before them may be long. */
function readFoot(source: string): Pick<Changelog, 'definitions' | 'foot'> {
  const definitions: Definition[] = []
  let start = source.length
  for (let end = source.length; end > 0; ) {
    const at = startOfLine(source, end)
    const text = source.slice(at, end).trim()
    if (text !== '' && !/^\[[^\]]+\]:[ \t]*\S/.test(text)) break
    if (text !== '') {
      start = at
      definitions.unshift(readDefinition({ start: at, end: at + source.slice(at, end).trimEnd().length, text }))
    }
    end = at - 1
  }
  const textEnd = source.trimEnd().length
  return {
    definitions,
    foot: definitions.length > 0 ? { start, end: source.length } : { start: textEnd, end: textEnd },
  }
}

/** `<a name="1.2.3"></a>` above a heading is the place that links to it lead to. */
function startOf({ start, setext }: Heading, before: Line | undefined): number {
  const isAnchor = before && !setext && /^<a\s(?:name|id)="[^"]*">\s*<\/a>$/.test(before.text)
  return isAnchor ? before.start : start
}

/** The heading that a line is, or underlines; none in a list. */
export function headingOf(line: Line, before: Line | undefined): Heading | undefined {
  if (line.depth > 0) return undefined
  if (line.kind === 'heading') {
    const [marks = ''] = /^#+/.exec(line.text) ?? []
    return {
      start: line.start,
      end: line.end,
      depth: marks.length,
      text: line.text.slice(marks.length).trim(),
      setext: false,
    }
  }
  if (line.kind !== 'underline' || !before) return undefined
  return {
    start: before.start,
    end: line.end,
    depth: line.text.startsWith('=') ? 1 : 2,
    text: before.text,
    setext: true,
  }
}

function readDefinition({ start, end, text }: Pick<Line, 'start' | 'end' | 'text'>): Definition {
  const [, label = '', url = ''] = /^\[([^\]]+)\]:[ \t]*<?([^\s>]*)/.exec(text) ?? []
  return { start, end, label, url }
}

function section(headings: readonly Found[], index: number, last: number): ReleaseSection {
  const { heading, release, start, next } = headings[index] as Found
  const behind = headings.slice(index + 1).find((other) => endsSection(other, heading))
  const end = Math.max(behind?.start ?? last, next)
  return { ...(release as ReleaseTitle), start, end, heading, body: { start: Math.min(next, end), end } }
}

/** Groups that some write at the depth of the releases themselves. */
const groupTitle =
  /^(?:[^\p{L}]*)(?:added|chang(?:ed|es)|deprecat(?:ed|ions)|remov(?:ed|als)|fixed|reverts|performance|security|features?|bug ?fixes|other|what's changed|documentation|breaking changes?|new contributors|full changelog|dependencies)\b/iu

function endsSection({ heading, release }: Found, { depth }: Heading): boolean {
  if (release !== undefined || heading.depth < depth) return true
  // standard-version writes patches as deep as groups, and no other heading stands beside them.
  return heading.depth === depth && depth < 3 && !groupTitle.test(heading.text)
}
