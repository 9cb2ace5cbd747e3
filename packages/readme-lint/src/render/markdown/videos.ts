import { attributeOf, type HtmlElement } from '@frontdoor/markdown/html'
import { attributeText } from '@frontdoor/markdown/untrusted'
import { tagState } from '../../shown/html-filter.ts'
import { withoutTag } from './tags.ts'
import type { Change, Rendering } from './transformation.ts'

/** A link in the place of a video that the host would leave out. */
export function* videos({ document, showing: { host } }: Rendering): Generator<Change> {
  if (host.html.does !== 'filtered' || tagState(host, 'video') !== 'dropped') return
  for (const video of document.elements) {
    if (video.name !== 'video' || !video.close) continue
    const address = addressOf(video, document.elements)
    if (address === undefined) yield { edits: withoutTag(document, video) }
    else yield { edits: [{ start: video.start, end: video.end, text: linkTo(address) }] }
  }
}

function addressOf(video: HtmlElement, elements: readonly HtmlElement[]): string | undefined {
  const sources = elements.filter(({ name, parent }) => name === 'source' && parent === video)
  return [video, ...sources].map(({ open }) => attributeOf(open, 'src')).find(Boolean)
}

function linkTo(address: string): string {
  return `<a href="${attributeText(address)}">Watch the video</a>`
}
