import { printable } from '@frontdoor/kit/terminal'
import type { VerifyRule } from '../rule.ts'

export const unpublished: VerifyRule = {
  name: 'changelog/unpublished',
  summary: 'Every version with a tag has its release on the forge, once the project makes them there (with `--forge`).',
  why: 'People and robots follow the releases of a forge. A tag without one, or with one that is still a draft, is a version that they never hear of. Versions older than the oldest release there are not asked for.',
  severity: 'warning',
  *check({ changelog: { releases }, history, hosted = [] }) {
    const byTag = new Map(hosted.map((release) => [release.tag, release]))
    const oldest = history.releases.findLastIndex(({ tag }) => tag !== undefined && byTag.has(tag))
    for (const { tag, version } of history.releases.slice(0, oldest + 1)) {
      const section = releases.find((one) => one.version === version)
      if (tag === undefined || !section) continue
      const found = byTag.get(tag)
      if (found && !found.draft) continue
      const what = found ? 'is only a draft on the forge' : 'has no release on the forge'
      yield {
        at: section.heading,
        message: `${version} ${what}; "changelog-gen publish --tag ${printable(tag)}" makes it`,
      }
    }
  },
}
