import type { PlacedBlock } from '../blocks.ts'
import { type RstPiece, reach } from '../inline.ts'
import { columnsOf } from '../lines.ts'
import type { RstFault, Written } from './fault.ts'

export function paragraphFaults({ source, texts }: Written): RstFault[] {
  return [...texts].flatMap(([block, pieces]) =>
    block.kind === 'text' ? [...openFaults(pieces, block.end, source), ...indentFaults(block, source)] : [],
  )
}

/** What opens inline markup: behind white space or an opening sign, before something. */
const opening = /(?<![^\s"'([{<\-/:])(?<!["'([{<](?=\*{1,2}["')\]}>]))(\*\*?|``?|\|)(?=[^\s*`|])/gu

function openFaults(pieces: readonly RstPiece[], last: number, source: string): RstFault[] {
  return pieces.flatMap(({ kind, start, end }): RstFault[] => {
    // With the sign before it, which may forbid that anything opens.
    const from = Math.max(start - 1, 0)
    opening.lastIndex = start - from
    const sign = kind === 'text' ? opening.exec(source.slice(from, end))?.[1] : undefined
    if (sign === undefined) return []
    const behind = from + opening.lastIndex
    const isClosed = closes(sign, source.slice(behind, Math.min(last, behind + reach)))
    return isClosed ? [] : [{ kind: 'open', name: sign, start, end }]
  })
}

/** True where a sign stands behind something, and may end what it opened. */
function closes(sign: string, text: string): boolean {
  return text
    .split(sign)
    .slice(0, -1)
    .some((part) => /\S$/.test(part))
}

/** The lines of a paragraph start in one column; the second may explain the first. */
function indentFaults({ start, end }: PlacedBlock, source: string): RstFault[] {
  const head = source.slice(source.lastIndexOf('\n', start - 1) + 1, start)
  const lines = `${head.replaceAll(/\S/g, ' ')}${source.slice(start, end).trimEnd()}`.split(/\r\n?|\n/)
  const [first, second, ...others] = lines.map((line) =>
    columnsOf(line.slice(0, line.length - line.trimStart().length)),
  )
  const isFurther = second !== undefined && second === first && others.some((indent) => indent > second)
  return isFurther ? [{ kind: 'indent', name: '', start, end }] : []
}
