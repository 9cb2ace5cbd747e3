import { eastAsianWidth } from 'get-east-asian-width'
import type { RstFault, Written } from './fault.ts'

export function titleFaults({ source, blocks }: Written): RstFault[] {
  const faults: RstFault[] = []
  const styles: string[] = []
  let level = 0
  for (const block of blocks) {
    if (block.kind !== 'title') continue
    const { start, end, style, inside } = block
    const isOver = style.endsWith('over')
    const title = source.slice(isOver ? source.lastIndexOf('\n', inside.start) + 1 : inside.start, inside.end)
    const line = source.slice(inside.end, end).trim()
    if (line.length < width(title)) faults.push({ kind: 'underline', name: title, start, end })
    const at = styles.indexOf(style)
    const isNew = at === -1
    const next = isNew ? styles.length + 1 : at + 1
    if (next > level + 1) faults.push({ kind: 'level', name: title, start, end })
    if (isNew) styles.push(style)
    level = next
  }
  return faults
}

/** A line of signs above a text that has no such line below it. */
export function overlineFaults({ source, blocks }: Written): RstFault[] {
  const overline = /^([!-/:-@[-`{-~])\1{3,}[ \t]*(?:\r\n?|\n)[ \t]*\S/
  return blocks.flatMap(({ kind, start, end }): RstFault[] =>
    kind === 'text' && overline.test(source.slice(start, end)) ? [{ kind: 'overline', name: '', start, end }] : [],
  )
}

/** Columns that docutils counts. */
function width(text: string): number {
  let sum = 0
  for (const sign of text) if (!/\p{M}/u.test(sign)) sum += eastAsianWidth(sign.codePointAt(0) as number)
  return sum
}
