import type { Range } from '../edit.ts'
import type { RstBlock, RstDirective } from './block.ts'
import { readRstBlocks } from './blocks.ts'
import { directiveFaults, roleFaults } from './faults/directives.ts'
import { directives as known } from './faults/docutils.ts'
import type { RstFault, Written } from './faults/fault.ts'
import { listTableFaults } from './faults/list-tables.ts'
import { nameFaults } from './faults/names.ts'
import { paragraphFaults } from './faults/paragraphs.ts'
import { tableFaults } from './faults/tables.ts'
import { overlineFaults, titleFaults } from './faults/titles.ts'
import { transitionFaults } from './faults/transitions.ts'
import { unindentFaults } from './faults/unindents.ts'
import { within } from './faults/within.ts'
import { readInline } from './inline.ts'
import { paragraphsIn } from './tables/row.ts'

export type { RstFault } from './faults/fault.ts'

/** Finds what docutils warns of in a source, in its order: not all that it would find. */
export function rstFaults(source: string): RstFault[] {
  if (source.startsWith('\uFEFF'))
    return rstFaults(source.slice(1)).map((fault) => ({
      ...moved(fault),
      ...(fault.edits && { edits: fault.edits.map(moved) }),
    }))
  const written = readWritten(source)
  const overlines = overlineFaults(written)
  const isToldAlready = within(overlines.map(({ start, end }) => ({ start: start - 1, end: end + 1 })))
  const others = [
    ...directiveFaults(written),
    ...roleFaults(written),
    ...nameFaults(written),
    ...titleFaults(written),
    ...paragraphFaults(written),
    ...tableFaults(written),
    ...listTableFaults(written),
    ...transitionFaults(written),
    ...unindentFaults(written),
  ].filter(({ start }) => !isToldAlready(start))
  return [...overlines, ...others].sort((a, b) => a.start - b.start)
}

function moved<Part extends Range>(part: Part): Part {
  return { ...part, start: part.start + 1, end: part.end + 1 }
}

/** What docutils knows nothing of, it does not read. */
function readWritten(source: string): Written {
  const told: RstDirective[] = []
  const all = readRstBlocks(source, (directive) => told.push(directive))
  const unknown = told.filter(({ name }) => !known.has(name))
  const isUnread = within(unknown.map(({ whole }) => whole))
  const blocks = all.filter(({ start }) => !isUnread(start))
  const texts = new Map(blocks.map((block) => [block, textsOf(block).flatMap((range) => readInline(source, range))]))
  return {
    source,
    blocks,
    texts,
    pieces: [...texts.values()].flat(),
    directives: told.filter(({ start }) => !isUnread(start)),
  }
}

/** Where inline markup stands. */
function textsOf(block: RstBlock): readonly Range[] {
  if (block.kind === 'text') return [block]
  if (block.kind === 'title') return [block.inside]
  return block.kind === 'table' ? paragraphsIn(block).flat() : []
}
