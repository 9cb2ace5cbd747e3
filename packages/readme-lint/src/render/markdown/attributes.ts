import { withoutAttribute } from '@frontdoor/markdown/html'
import { attributeState, tagState } from '../../shown/html-filter.ts'
import { attributesInstead, readStyle } from '../../shown/instead/style.ts'
import type { Change, Rendering } from './transformation.ts'

/** Writes what a `style` says as attributes, and leaves out those that the host drops. */
export function* attributes({ document: { tags }, showing: { host } }: Rendering): Generator<Change> {
  if (host.html.does !== 'filtered') return
  for (const tag of tags) {
    if (tagState(host, tag.name) !== 'kept') continue
    for (const attribute of tag.attributes) {
      if (attributeState(host, tag, attribute) !== 'dropped') continue
      const styled = attribute.name === 'style' ? readStyle(tag) : undefined
      yield { edits: [styled ? attributesInstead({ ...styled, rest: [] }) : withoutAttribute(tag, attribute)] }
    }
  }
}
