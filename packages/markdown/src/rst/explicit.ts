import type { Range } from '../edit.ts'
import type { Reading, RstBlock, RstDirective, RstImage, Start } from './block.ts'
import { readCsvTable } from './csv-table.ts'
import type { Marker } from './items.ts'
import { bodyEnd, dedent, type Line, type RstText, runEnd, textStart } from './lines.ts'
import { count } from './options.ts'

/** What may stand behind two dots, each form with its name. The argument follows. */
const forms = {
  anonymous: /^(?:\.\. +__:|__)(?: +|$)/,
  target: /^\.\. +_(?![ _])(?:`(?<quoted>(?:\\.|[^`\\])+)`|(?<plain>(?:\\.|[^:\\]|:(?!\s|$))+)):(?:[ \t]+|$)/,
  substitution: /^\.\. +\|(?<name>[^|\s](?:[^|]*[^|\s])?)\| +(?<directive>[\w-]+)::(?:[ \t]+|$)/,
  note: /^\.\. +\[(?<label>[^\]\s]+)\](?:[ \t]+|$)/,
  directive: /^\.\. +(?<directive>[a-z][a-z\d]*(?:[-._+:][a-z\d]+)*) ?::(?:[ \t]+|$)/i,
  comment: /^\.\.(?:[ \t]+|$)/,
} as const

/** Reads what starts with two dots; also `__ address`. */
export function readExplicit(text: RstText, start: Start): Reading | undefined {
  for (const [form, pattern] of Object.entries(forms)) {
    const match = pattern.exec(start.text)
    if (match) return read[form as keyof typeof forms](partsOf(text, start, match[0].length), match.groups ?? {})
  }
  return undefined
}

type Read = (parts: Parts, groups: Readonly<Record<string, string | undefined>>) => Reading

const read: Readonly<Record<keyof typeof forms, Read>> = {
  anonymous: (parts) => run(parts, { kind: 'target', name: undefined, ...parts.range, address: parts.argument }),
  target: (parts, { quoted, plain }) =>
    run(parts, { kind: 'target', name: quoted ?? plain, ...parts.range, address: parts.argument }),
  substitution: (parts, groups) => {
    const name = groups.name as string
    const directive = directiveOf(parts, groups.directive as string, true)
    if (groups.directive === 'image') return { ...whole(parts, image(parts, name)), directive }
    const value = groups.directive === 'replace' ? oneLine(parts, parts.argument) : ''
    return { ...whole(parts, { kind: 'replacement', name, value, ...parts.range }), directive }
  },
  note: (parts, { label }) => ({
    ...run(parts, { kind: 'text', ...parts.argument, note: label as string }),
    opens: container(parts, 'part'),
  }),
  directive: (parts, { directive }) => ({
    ...readDirective(parts, (directive as string).toLowerCase()),
    directive: directiveOf(parts, directive as string),
  }),
  comment: readComment,
}

const codes = new Set('code code-block sourcecode parsed-literal doctest testcode prompt'.split(' '))
/** What shows no text of the document, or one that is not reStructuredText. */
const opaque = new Set('raw graphviz mermaid plantuml toctree include literalinclude sectnum meta highlight'.split(' '))
/** What has its text, or the start of it, in the argument. */
const titled = new Set(
  'note warning tip hint important caution danger attention error seealso admonition topic rubric table list-table'.split(
    ' ',
  ),
)

function directiveOf(parts: Parts, name: string, isDefinition = false): Omit<RstDirective, 'isInside'> {
  const { range, argument, options, stray } = parts
  const content = contentOf(parts)
  const whole = { start: range.start, end: content.end }
  return { ...range, name: name.toLowerCase(), argument, options, stray, content, isDefinition, whole }
}

/** What is indented below the first lines; empty where there is none. */
function contentOf({ text: { lines }, range, runEnd: below, end: behind }: Parts): Range {
  const end = Math.max(range.end, lineBefore(lines, behind).end)
  const first = lines.slice(below, behind).find(({ blank }) => !blank)
  return { start: first ? textStart(first) : end, end }
}

function readDirective(parts: Parts, name: string): Reading {
  if (name === 'image') return whole(parts, image(parts))
  if (name === 'figure') return { blocks: [image(parts)], next: parts.body, opens: container(parts, 'figure') }
  if (codes.has(name)) return readCode(parts)
  if (name === 'math') return readMath(parts)
  if (name === 'contents') return whole(parts, contents(parts))
  if (name === 'csv-table') return whole(parts, ...csvTable(parts))
  if (opaque.has(name)) return whole(parts)
  const opens = opened(parts, name)
  const argument: RstBlock[] = titled.has(name) && !isEmpty(parts.argument) ? [{ kind: 'text', ...parts.argument }] : []
  const head: RstBlock[] = labels.has(name) ? [{ kind: 'head', value: labels.get(name) as string, ...parts.range }] : []
  // What is indented behind the head is read for itself.
  const next = argument.length > 0 ? Math.max(parts.body, parts.argumentEnd) : parts.body
  return { blocks: [...head, ...argument], next, opens }
}

/** What docutils writes above an admonition, by its name. */
const labels: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ note: 'Note', warning: 'Warning', tip: 'Tip', hint: 'Hint', important: 'Important', seealso: 'See also' },
    ...{ caution: 'Caution!', danger: '!DANGER!', attention: 'Attention!', error: 'Error' },
  }),
)

/** What is indented below stands in it. */
function opened(parts: Parts, name: string): Marker {
  if (labels.has(name)) return { ...container(parts, 'admonition'), className: name }
  if (name !== 'list-table') return container(parts, 'part')
  const { text, options } = parts
  const [rows, columns] = [count(text.source, options, 'header-rows'), count(text.source, options, 'stub-columns')]
  return { ...container(parts, 'list-table'), heads: { rows, columns } }
}

function contents(parts: Parts): RstBlock {
  const { text, range, argument, options } = parts
  const depth = count(text.source, options, 'depth') || undefined
  const title = isEmpty(argument) ? undefined : argument
  return { kind: 'contents', ...range, title, depth, isLocal: options.local !== undefined }
}

/** Its title, and the table; nothing where that stands in a file. */
function csvTable(parts: Parts): RstBlock[] {
  const { text, range, argument, options } = parts
  const content = contentOf(parts)
  const title: RstBlock[] = isEmpty(argument) ? [] : [{ kind: 'text', ...argument }]
  return isEmpty(content) ? title : [...title, readCsvTable(text.source, { range, content, options })]
}

function container({ range, column }: Parts, kind: NonNullable<Marker['kind']>): Marker {
  return { start: range.start, column, sign: kind, kind }
}

function image(parts: Parts, name?: string): RstImage {
  const { alt, target, width, height } = parts.options
  return {
    ...{ kind: 'image', ...parts.range, address: parts.argument, target },
    // docutils lets the name of a substitution stand in for the text.
    alt: alt ? oneLine(parts, alt) : (name ?? ''),
    ...(name !== undefined && { name }),
    ...(width && { width: oneLine(parts, width) }),
    ...(height && { height: oneLine(parts, height) }),
  }
}

function readCode(parts: Parts): Reading {
  const { text, range, body, end } = parts
  const lines = text.lines.slice(body, end)
  const last = lines.findLast(({ blank }) => !blank)
  if (!last) return whole(parts)
  const language = (text.lines[parts.line] as Line).text.split('::').at(-1)?.trim()
  const code = { kind: 'code', start: range.start, end: last.end, value: dedent(lines) } as const
  return { blocks: [{ ...code, ...(language && { language }) }], next: end }
}

/** Formulas in LaTeX, behind the marker and below it. */
function readMath(parts: Parts): Reading {
  const { text, range, argument, argumentEnd, body, end } = parts
  const lines = text.lines.slice(Math.max(argumentEnd, body), end)
  const value = [oneLine(parts, argument), lines.some(({ blank }) => !blank) ? dedent(lines) : ''].join('\n\n').trim()
  return whole(parts, { kind: 'math', value, start: range.start, end: lineBefore(text.lines, end).end })
}

/** Two dots alone above a blank line do not make a comment of what follows. */
function readComment(parts: Parts): Reading {
  const { text, range, line, argument } = parts
  const alone = isEmpty(argument) && text.lines[line + 1]?.blank
  const next = alone ? line + 1 : parts.end
  const end = (text.lines[next - 1] as Line).end
  const value = text.source.slice(range.start + 2, end).trim()
  return { blocks: [{ kind: 'comment', start: range.start, end, value }], next }
}

/** Only the lines that follow without a blank one belong to it. */
function run({ runEnd: next }: Parts, ...blocks: RstBlock[]): Reading {
  return { blocks, next }
}

/** All that is indented belongs to it. */
function whole({ end: next }: Parts, ...blocks: RstBlock[]): Reading {
  return { blocks, next }
}

/** An explicit block in its parts; numbers are those of lines. */
interface Parts {
  readonly text: RstText
  readonly line: number
  readonly column: number
  /** From the two dots to the end of the lines that follow without a blank one. */
  readonly range: Range
  readonly argument: Range
  readonly options: Readonly<Record<string, Range>>
  readonly stray: Range | undefined
  /** Behind the argument, behind argument and options, and behind all lines without a blank one. */
  readonly argumentEnd: number
  readonly body: number
  readonly runEnd: number
  /** Behind all that is indented. */
  readonly end: number
}

function partsOf(text: RstText, { line, offset, column }: Start, marker: number): Parts {
  const { lines } = text
  const last = runEnd(lines, line + 1, column)
  const below = lines.slice(line + 1, last)
  // What stands further in is no option, even if it looks like one.
  const indent = below.reduce((least, one) => Math.min(least, one.indent), Number.POSITIVE_INFINITY)
  const behind = { ...behindMarker(lines[line] as Line, offset + marker), indent }
  // Options may start behind the marker.
  const first = isOption(behind) ? 0 : below.findIndex((one) => one.indent === indent && isOption(one)) + 1
  const written = first > 0 ? below.slice(first - 1) : isOption(behind) ? [behind, ...below] : []
  const isInline = written[0] === behind
  const argumentEnd = isInline ? line + 1 : written.length > 0 ? line + first : last
  const argument = isInline
    ? { start: behind.start, end: behind.start }
    : trimmed(text, offset + marker, lineBefore(lines, argumentEnd).end)
  return {
    ...{ text, line, column, argument, runEnd: last, argumentEnd },
    range: { start: offset, end: lineBefore(lines, last).end },
    ...readOptions(text, written),
    body: written.length > 0 ? last : line + 1,
    end: Math.max(last, bodyEnd(lines, line + 1, column)),
  }
}

/** What stands behind the marker of a directive, as a line. */
function behindMarker({ start, end, text }: Line, at: number): Omit<Line, 'indent'> {
  const rest = text.slice(at - start)
  return { start: at, end, text: rest, blank: rest.trim() === '' }
}

const option = /^\s*:(?! )([^:\\`]+)(?<![ _]):(?=\s|$)/

function isOption({ text }: Line): boolean {
  return option.test(text)
}

function readOptions(text: RstText, lines: readonly Line[]): Pick<Parts, 'options' | 'stray'> {
  const options: Record<string, Range> = {}
  const indent = lines[0]?.indent ?? 0
  const ends = lines.flatMap((line, index) => (line.indent <= indent ? [index] : []))
  let stray: Line | undefined
  for (const [number, at] of ends.entries()) {
    const line = lines[at] as Line
    const [head, name] = option.exec(line.text) ?? []
    const isOne = head !== undefined && name !== undefined
    if (line.indent === indent && (!isOne || Object.hasOwn(options, name))) stray ??= line
    if (!isOne) continue
    const { end } = lines[(ends[number + 1] ?? lines.length) - 1] as Line
    options[name] = trimmed(text, line.start + head.length, end)
  }
  return { options, stray: stray && { start: textStart(stray), end: stray.end } }
}

function lineBefore(lines: readonly Line[], line: number): Line {
  return lines[line - 1] as Line
}

function trimmed({ source }: RstText, start: number, end: number): Range {
  const written = source.slice(start, end)
  const from = start + written.length - written.trimStart().length
  return { start: from, end: Math.max(from, start + written.trimEnd().length) }
}

function oneLine({ text }: Parts, { start, end }: Range): string {
  return text.source.slice(start, end).replaceAll(/\s+/g, ' ')
}

function isEmpty({ start, end }: Range): boolean {
  return start === end
}
