import type { PlacedBlock } from '../block.ts'
import { behind, type RstPiece, reach, readInline } from '../inline.ts'
import { columnsOf } from '../lines.ts'
import { paragraphsIn, type RstRows } from '../tables/row.ts'
import type { RstFault, Written } from './fault.ts'

export function paragraphFaults({ source, texts }: Written): RstFault[] {
  return [...texts].flatMap(([block, pieces]) => {
    if (block.kind === 'text')
      return [...openFaults(pieces, block.end, source), ...indentFaults(block, source), ...literalFaults(block, source)]
    return block.kind === 'table' ? cellFaults(block, source) : []
  })
}

/** Of cells, paragraphs of one line: others stand apart in the source. */
function cellFaults(rows: RstRows, source: string): RstFault[] {
  return paragraphsIn(rows).flatMap(([line, ...others]) =>
    line && others.length === 0 ? openFaults(readInline(source, line), line.end, source) : [],
  )
}

/** What opens inline markup: behind white space or an opening sign, before something. */
const opening = /(?<![^\s"'([{<\-/:])(?<!["'([{<](?=[*`|]{1,2}["')\]}>]))(\*\*?|``?|\|)(?=[^\s*`|])/gu

function openFaults(pieces: readonly RstPiece[], last: number, source: string): RstFault[] {
  return pieces.flatMap(({ kind, start, end }): RstFault[] => {
    // With the sign before it, which may forbid that anything opens.
    const from = Math.max(start - 1, 0)
    opening.lastIndex = start - from
    const sign = kind === 'text' ? opening.exec(source.slice(from, end))?.[1] : undefined
    if (sign === undefined) return []
    const inside = from + opening.lastIndex
    const isClosed = closes(sign, source.slice(inside, Math.min(last, inside + reach)))
    return isClosed ? [] : [{ kind: 'open', name: sign, start, end }]
  })
}

const ends = new RegExp(behind, 'uy')

/** True where a sign stands behind something, and may end what it opened. */
function closes(sign: string, text: string): boolean {
  for (let at = text.indexOf(sign, 1); at !== -1; at = text.indexOf(sign, at + 1)) {
    ends.lastIndex = at + sign.length
    if (/\S/.test(text.charAt(at - 1)) && ends.test(text)) return true
  }
  return false
}

function literalFaults(block: PlacedBlock, source: string): RstFault[] {
  if (block.kind !== 'text' || !block.announces) return []
  const at = source.indexOf('::', Math.max(block.end - 1, block.start))
  return [{ kind: 'literal', name: '', start: at, end: at + 2 }]
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
