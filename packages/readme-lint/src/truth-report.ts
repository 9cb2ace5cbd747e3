import type { Look } from '@frontdoor/kit/report'
import { type Paint, painter, printable, type Style } from '@frontdoor/kit/terminal'
import type { State } from './host.ts'
import type { Showing } from './hosts.ts'
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

/** A table for people. Hosts that do not fit beside each other follow below. */
export function truthText(truth: Truth, look: Look): string {
  const { path, showings, rows } = truth
  if (rows.length === 0) return `${printable(path)} uses nothing that the hosts treat differently.\n`
  const paint = painter(look.color)
  const names = rows.map(({ feature }) => printable(feature))
  const first = Math.max(...names.map(({ length }) => length))
  const second = Math.max(4, ...rows.map(({ line }) => String(line).length))
  const parts = columnsThatFit(truth, (look.columns ?? widthOfAPipe) - first - second - 2).map((columns) => {
    const header = columns.map(({ index, width }) =>
      paint('bold', (showings[index] as Showing).host.title.padEnd(width)),
    )
    const lines = rows.map(({ line, cells }, row) => [
      (names[row] as string).padEnd(first),
      paint('dim', String(line).padStart(second)),
      ...columns.map(({ index, width }) => painted(cells[index] as Cell, width, paint)),
    ])
    return [
      ['', 'line']
        .map((text, column) => (column === 0 ? text.padEnd(first) : paint('dim', text.padStart(second))))
        .concat(header),
      ...lines,
    ]
  })
  const table = parts.map((lines) => lines.map((cells) => cells.join('  ').trimEnd()).join('\n')).join('\n\n')
  return `${paint('bold', printable(path))}\n\n${table}\n${legend(rows, '\n')}`
}

interface Column {
  readonly index: number
  readonly width: number
}

function columnsThatFit({ showings, rows }: Truth, room: number): Column[][] {
  const parts: Column[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const [index, { host }] of showings.entries()) {
    const width = Math.max(host.title.length, ...rows.map(({ cells }) => word(cells[index] as Cell).length))
    if (used + width + 2 > room) {
      parts.push([])
      used = 0
    }
    parts.at(-1)?.push({ index, width })
    used += width + 2
  }
  return parts
}

/** Padded before it is painted: the codes of colours have a length, too. */
function painted(cell: Cell, width: number, paint: Paint): string {
  return paint(styles[cell.state], word(cell)) + ' '.repeat(width - word(cell).length)
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
