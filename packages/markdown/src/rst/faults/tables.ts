import type { RstFault, Written } from './fault.ts'

export function tableFaults({ blocks }: Written): RstFault[] {
  return blocks.flatMap((block): RstFault[] =>
    block.kind === 'malformed' ? [{ kind: 'table', name: block.why, start: block.start, end: block.end }] : [],
  )
}
