import { absoluteUrl } from '../../shown/absolute.ts'
import { addressState, relativeUses } from '../../shown/relative.ts'
import type { Change, Rendering } from './transformation.ts'
import { unlink } from './unlink.ts'

/** Makes links, images and candidates of `srcset` absolute, where the host does not show the README among its files. */
export function* addresses(rendering: Rendering): Generator<Change> {
  const { document, project, showing, ref } = rendering
  for (const kind of ['link', 'image', 'srcset'] as const) {
    for (const use of relativeUses(rendering, kind)) {
      if (addressState(showing, use.link, project) === 'kept') continue
      const text = absoluteUrl(use, rendering, ref)
      const { urlAt: at, url } = use.link
      const message = `${url} is not linked on ${showing.host.title}, since no repository is known that has it`
      yield text ? { edits: [{ ...at, text }] } : { edits: unlink(document, use.link), note: { at, message } }
    }
  }
}
