import { decode } from '@frontdoor/kit/text/percent'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import type { Section } from '@frontdoor/markdown/sections'
import { movedBy } from './offsets.ts'

/** Edits of a document so that its links still lead to the headings that edits of the document before it have given other anchors. */
export function retarget(before: MarkdownDocument, edits: readonly Edit[], after: MarkdownDocument): Edit[] {
  const renamed = new Map<string, string>()
  for (const [old, section] of pairs(before, edits, after)) {
    if (old.slug !== section.slug) renamed.set(old.slug.toLowerCase(), section.slug)
  }
  if (renamed.size === 0) return []
  return after.links.flatMap(({ kind, image, url, urlAt }) => {
    if (image || kind === 'reference' || !url.startsWith('#')) return []
    const slug = renamed.get(decode(url.slice(1)).toLowerCase())
    return slug === undefined ? [] : [{ ...urlAt, text: `#${slug}` }]
  })
}

/** Each heading that is still there, as it was and as it is. */
function* pairs(
  before: MarkdownDocument,
  edits: readonly Edit[],
  after: MarkdownDocument,
): Generator<[Section, Section]> {
  let next = 0
  for (const section of before.sections) {
    const place = movedBy(edits, section.start)
    while (next < after.sections.length && (after.sections[next] as Section).start < place.start) next++
    const found = after.sections[next]
    if (!found || found.start > place.end) continue
    next++
    yield [section, found]
  }
}
