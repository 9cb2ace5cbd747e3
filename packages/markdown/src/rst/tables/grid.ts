import { cellOf, type Malformed, type RstCell, type RstRows, spanning, type TableRow } from './row.ts'

const head = /^\+=[=+]+=\+$/

/** How many signs are looked at for each that a table has. Only drawings that are none need more. */
const patience = 10

interface Box {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Finds the cells that the borders of a grid table draw; they may go over rows and columns. Undefined where that takes too long. */
export function gridRows(rows: readonly TableRow[]): RstRows | Malformed | undefined {
  const width = (rows[0] as TableRow).text.length
  if (rows.some(({ text }) => text.length !== width || !/[+|]$/.test(text)))
    return { why: 'the right border is not in one column' }
  const heads = rows.flatMap(({ text }, index) => (head.test(text) ? [index] : []))
  if (heads.length > 1) return { why: 'two borders below the head' }
  const lines = rows.map(({ text }, index) => (index === heads[0] ? text.replaceAll('=', '-') : text))
  const look = { lines, left: lines.length * width * patience }
  const boxes = tiled(look)
  if (look.left < 0) return undefined
  return boxes ? inRows(boxes, rows, heads[0]) : { why: 'its borders do not close all cells' }
}

/** The boxes, from the top; undefined unless they fill the table. */
function tiled(look: Look): Box[] | undefined {
  const { lines } = look
  const [bottom, right] = [lines.length - 1, (lines[0] as string).length - 1]
  const done = new Array<number>(right).fill(0)
  const boxes: Box[] = []
  for (let top = 0; top < bottom; top++) {
    for (let left = done.indexOf(top); left !== -1; left = done.indexOf(top)) {
      const box = boxFrom({ top, left }, look)
      if (!box || done.slice(left, box.right).some((row) => row !== top)) return undefined
      done.fill(box.bottom, left, box.right)
      boxes.push(box)
    }
  }
  return boxes
}

interface Look {
  readonly lines: readonly string[]
  /** Signs that may be looked at. */
  left: number
}

const level = /^[+-]$/
const upright = /^[+|]$/

/** The first box that closes, of those with a corner on their top left. */
function boxFrom({ top, left }: Pick<Box, 'top' | 'left'>, look: Look): Box | undefined {
  const sign = (row: number, column: number) => {
    look.left--
    return look.lines[row]?.charAt(column) ?? ''
  }
  const isClosed = (bottom: number, right: number) => {
    for (let at = left; at < right; at++) if (!level.test(sign(bottom, at))) return false
    for (let at = top; at < bottom; at++) if (!upright.test(sign(at, left))) return false
    return sign(bottom, left) === '+'
  }
  for (let right = left + 1; level.test(sign(top, right)); right++) {
    if (sign(top, right) !== '+') continue
    for (let bottom = top + 1; upright.test(sign(bottom, right)); bottom++) {
      if (look.left < 0) return undefined
      if (sign(bottom, right) === '+' && isClosed(bottom, right)) return { top, left, bottom, right }
    }
  }
  return undefined
}

function inRows(boxes: readonly Box[], rows: readonly TableRow[], border: number | undefined): RstRows {
  const numbered = (edges: readonly number[]) =>
    new Map([...new Set(edges)].sort((a, b) => a - b).map((edge, index) => [edge, index]))
  const tops = numbered(boxes.flatMap(({ top, bottom }) => [top, bottom]))
  const lefts = numbered(boxes.flatMap(({ left, right }) => [left, right]))
  const distance = (edges: ReadonlyMap<number, number>, from: number, to: number) =>
    (edges.get(to) as number) - (edges.get(from) as number)
  const cells: RstCell[][] = Array.from({ length: tops.size - 1 }, () => [])
  for (const { top, left, bottom, right } of [...boxes].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const cell = cellOf(rows.slice(top + 1, bottom), [left + 1, right])
    cells[tops.get(top) as number]?.push(spanning(cell, distance(tops, top, bottom), distance(lefts, left, right)))
  }
  const count = border === undefined ? 0 : (tops.get(border) as number)
  return { head: cells.slice(0, count), body: cells.slice(count) }
}
