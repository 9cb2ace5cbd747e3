import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Section } from '@frontdoor/markdown/sections'
import type { Showing } from '../hosts.ts'
import { perDocument } from '../readme/per-document.ts'
import { slugsFor } from '../shown/slugs.ts'

/**
 * What a link within the page says to reach each section: as the forge makes its anchors, or GitHub where the forge is not
 * known. A heading without an anchor there has none here.
 */
export const anchorsOf: (document: MarkdownDocument, showings: readonly Showing[]) => ReadonlyMap<Section, string> =
  perDocument((document, showings: readonly Showing[]) => {
    const forge = showings.find(({ host }) => host.kind === 'forge')?.host
    const slugs = (forge && slugsFor(forge, document)) ?? document.sections.map(({ slug }) => slug)
    return new Map(
      document.sections.flatMap((section, index) => {
        const slug = slugs[index]
        return slug === undefined ? [] : [[section, slug] as const]
      }),
    )
  })
