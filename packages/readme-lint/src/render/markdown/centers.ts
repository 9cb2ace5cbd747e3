import { attributeState, tagState } from '../../shown/html-filter.ts'
import { divInstead } from '../../shown/instead/center.ts'
import type { Change, Rendering } from './transformation.ts'

/** `<div align="center">` in the place of `<center>`, where only the one is kept. */
export function* centers({ document: { elements }, showing: { host } }: Rendering): Generator<Change> {
  const align = { name: 'align', value: 'center' }
  if (tagState(host, 'center') !== 'dropped' || attributeState(host, { name: 'div' }, align) !== 'kept') return
  for (const element of elements) {
    if (element.name === 'center' && element.close) yield { edits: divInstead(element) }
  }
}
