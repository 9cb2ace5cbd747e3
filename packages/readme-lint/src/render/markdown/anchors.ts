import { reachedOn, withLink, workingLinks } from '../../shown/anchors.ts'
import { slugsFor } from '../../shown/slugs.ts'
import { forgePage } from './forge-page.ts'
import type { Change, Rendering } from './transformation.ts'
import { unlink } from './unlink.ts'

/** Links within the page as the host finds their headings; where it has no anchors, links to the page of the forge. */
export function* anchors(rendering: Rendering): Generator<Change> {
  const { document, showing } = rendering
  const { host } = showing
  const reached = reachedOn(host, document)
  if (!reached) return
  const { htmlLink } = host.anchors
  const inMarkdown = slugsFor(host, document) ?? []
  const inHtml = htmlLink === undefined ? inMarkdown : (slugsFor(withLink(host, htmlLink), document) ?? [])
  for (const link of workingLinks(document)) {
    if (reached(link)) continue
    const { at, anchor } = link
    const slugs = link.html ? inHtml : inMarkdown
    const index = document.sections.findIndex(({ slug }) => slug.toLowerCase() === anchor.toLowerCase())
    // Where the top of the page has no name, its first heading is near.
    const slug = anchor.toLowerCase() === 'top' && index < 0 ? slugs.find((one) => one !== undefined) : slugs[index]
    const address = slug === undefined ? forgePage(rendering, anchor) : `#${slug}`
    if (address !== undefined) yield { edits: [{ ...at, text: address }] }
    else {
      const links = document.links.filter(({ kind, urlAt }) => urlAt.start === at.start && kind !== 'reference')
      const message = `#${anchor} is not linked: ${host.title} has no anchors, and no repository is known that shows this README`
      yield { edits: links.flatMap((link) => unlink(document, link)), note: { at, message } }
    }
  }
}
