import { addressEdit } from '../address/edits.ts'
import { knownParts } from '../address/known-parts.ts'
import type { Check } from '../check.ts'
import { findOutdated, linkMigrations, renew } from '../migrations.ts'

export const check: Check = {
  name: 'badge/outdated-link',
  summary: 'The page that a badge leads to has not moved.',
  *check({ document, images, project }) {
    for (const { link, url } of images) {
      // What becomes of the image may take its link along.
      if (!link || !URL.canParse(link.url) || findOutdated(url)) continue
      const address = new URL(link.url)
      const outdated = findOutdated(address, linkMigrations)
      const target = outdated && renew(address, outdated, knownParts(outdated.parts, project).known)
      if (!target) continue
      yield {
        at: link.urlAt,
        message: `The page behind this badge moved: ${outdated.migration.because}; write ${target}`,
        fix: { safe: true, edits: [addressEdit(document, link, target)] },
      }
    }
  },
}
