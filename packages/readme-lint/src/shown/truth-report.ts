import { type Paint, painter, printable, type Style } from '@frontdoor/kit/terminal'
import type { Look } from '@frontdoor/kit/terminal/look'
import type { State } from '../host.ts'
import type { Showing } from '../hosts.ts'
import type { Cell, TruthRow } from './truth.ts'

/** What is told of one README. */
export interface Truth {
  /** As the user named it. */
  readonly path: string
  readonly showings: readonly Showing[]
  readonly rows: readonly TruthRow[]
}

/** `{"hosts":[names],"features":[{"feature","line","cells":{host:state}}]}` */
export function truthJson({ showings, rows }: Truth): string {
  const hosts = showings.map(({ host }) => host.name)
  const features = rows.map(({ feature, line, cells }) => {
    return { feature, line, cells: Object.fromEntries(cells.map(({ state }, index) => [hosts[index], state])) }
  })
  return `${JSON.stringify({ hosts, features }, undefined, 2)}\n`
}

/** A table of GitHub Flavored Markdown. */
export function truthMarkdown({ showings, rows }: Truth): string {
  const header = ['Feature', 'Line', ...showings.map(({ host }) => host.title)]
  const lines = rows.map(({ feature, line, cells }) => [
    `\`${feature.replaceAll(/[`|\s]+/g, ' ')}\``,
    String(line),
    ...cells.map(word),
  ])
  const table = [header, ['---', '---:', ...showings.map(() => '---')], ...lines]
  return `${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n${legend(rows, '\n')}`
}

const styles: Readonly<Record<State, Style>> = {
  kept: 'green',
  rewritten: 'green',
  dropped: 'yellow',
  literal: 'red',
  broken: 'red',
  unknown: 'dim',
}

const widthOfAPipe = 120

/** A word of the table, and how it looks. */
interface Word {
  readonly text: string
  readonly style?: Style
  /** Stands at the right edge of its column. */
  readonly right?: true
}

/** A table for people. Hosts that do not fit beside each other follow below. */
export function truthText({ path, showings, rows }: Truth, look: Look): string {
  if (rows.length === 0) return `${printable(path)} uses nothing that the hosts treat differently.\n`
  const paint = painter(look.color)
  const features: Word[] = [{ text: '' }, ...rows.map(({ feature }) => ({ text: printable(feature) }))]
  const lines = ['line', ...rows.map(({ line }) => String(line))].map(
    (text): Word => ({ text, style: 'dim', right: true }),
  )
  const columns = showings.map(({ host }, index): Word[] => [
    { text: host.title, style: 'bold' },
    ...rows.map(({ cells }) => wordOf(cells[index] as Cell)),
  ])
  const room = (look.columns ?? widthOfAPipe) - widthOf(features) - widthOf(lines) - gap.length
  const tables = columnsThatFit(columns, room).map((part) => tableOf([features, lines, ...part], paint))
  return `${paint('bold', printable(path))}\n\n${tables.join('\n\n')}\n${legend(rows, '\n')}`
}

const gap = '  '

function wordOf(cell: Cell): Word {
  return { text: word(cell), style: styles[cell.state] }
}

function widthOf(column: readonly Word[]): number {
  return Math.max(...column.map(({ text }) => text.length))
}

function columnsThatFit(columns: readonly Word[][], room: number): Word[][][] {
  const parts: Word[][][] = []
  let used = Number.POSITIVE_INFINITY
  for (const column of columns) {
    const width = gap.length + widthOf(column)
    if (used + width > room) {
      parts.push([])
      used = 0
    }
    parts.at(-1)?.push(column)
    used += width
  }
  return parts
}

function tableOf(columns: readonly Word[][], paint: Paint): string {
  const widths = columns.map(widthOf)
  const rows = (columns[0] ?? []).map((_, row) =>
    columns.map((column, index) => padded(column[row] as Word, widths[index] as number, paint)),
  )
  return rows.map((cells) => cells.join(gap).trimEnd()).join('\n')
}

/** Blanks are not painted: the codes of colours have a length, too. */
function padded({ text, style, right }: Word, width: number, paint: Paint): string {
  const blanks = ' '.repeat(width - text.length)
  const shown = style ? paint(style, text) : text
  return right ? blanks + shown : shown + blanks
}

/** `dropped`, or `dropped?` where it was only reported. */
function word({ state, certain }: Cell): string {
  return certain || state === 'unknown' ? state : `${state}?`
}

function legend(rows: readonly TruthRow[], before: string): string {
  const doubtful = rows.some(({ cells }) => cells.some((cell) => word(cell).endsWith('?')))
  return doubtful
    ? `${before}? as users report it; neither read in the code of the host nor in its documentation\n`
    : ''
}
