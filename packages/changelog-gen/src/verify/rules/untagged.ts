import { versionKey } from '../../version.ts'
import { compareVersionTexts } from '../../version-order.ts'
import type { VerifyRule } from '../rule.ts'

export const untagged: VerifyRule = {
  name: 'changelog/untagged',
  summary: 'Every version has a tag, but for the newest, which may be about to get it.',
  why: 'A section of a version that was never tagged is a release that did not happen, or a tag that was not pushed; readers cannot see the code of it.',
  severity: 'info',
  *check({ changelog: { releases }, history }) {
    const tagged = history.releases.flatMap(({ version }) => version ?? [])
    const known = new Set([...tagged, ...history.tagged()].map(versionKey))
    const [oldest] = tagged.toSorted(compareVersionTexts)
    if (oldest === undefined) return
    for (const { version, heading, yanked, unreleased } of releases.slice(1)) {
      if (
        version === undefined ||
        known.has(versionKey(version)) ||
        yanked ||
        unreleased ||
        // All of a series, such as what is told elsewhere of it.
        /\.[x*]$/i.test(version) ||
        compareVersionTexts(version, oldest) < 0
      )
        continue
      yield { at: heading, message: `${version} has no tag` }
    }
  },
}
