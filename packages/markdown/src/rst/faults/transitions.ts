import type { Range } from '../../edit.ts'
import type { PlacedBlock, RstDirective } from '../block.ts'
import type { RstFault, Written } from './fault.ts'

/** What docutils takes for none of the text. */
const hidden: ReadonlySet<string> = new Set(['comment', 'target', 'replacement'])

/** Lines between texts that have none above them in their section, or none below. */
export function transitionFaults({ blocks, directives }: Written): RstFault[] {
  if (!blocks.some(({ kind }) => kind === 'rule')) return []
  const shown = [...blocks.filter(isShown), ...directives.filter(({ isDefinition }) => !isDefinition)].sort(
    (a, b) => a.start - b.start,
  )
  return shown.flatMap((block, index): RstFault[] => {
    if (!('kind' in block) || block.kind !== 'rule') return []
    const isApart = block.items.length === 0 && isText(shown[index - 1]) && shown[index + 1] !== undefined
    return isApart ? [] : [{ kind: 'transition', name: '', start: block.start, end: block.end }]
  })
}

function isShown(block: PlacedBlock): boolean {
  return !hidden.has(block.kind) && !(block.kind === 'image' && block.name !== undefined)
}

function isText(block: (Range & (PlacedBlock | RstDirective)) | undefined): boolean {
  return block !== undefined && !('kind' in block && ['title', 'rule'].includes(block.kind))
}
