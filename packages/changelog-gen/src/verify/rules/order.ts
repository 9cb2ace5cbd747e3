import type { ReleaseSection } from '../../changelog/changelog.ts'
import { compareVersionTexts } from '../../version-order.ts'
import type { VerifyRule } from '../rule.ts'

export const order: VerifyRule = {
  name: 'changelog/order',
  summary: 'The newest version is at the top.',
  why: 'Readers take the first section for the newest. Either order will do, that of the versions or that of the dates: with several lines in maintenance they are not the same. Patches that stand inside the section of their series (`### 2.4.1` below `## 2.4`) are part of it.',
  severity: 'warning',
  *check({ changelog: { releases } }) {
    let series: ReleaseSection | undefined
    for (const [index, section] of releases.entries()) {
      const above = releases[index - 1]
      if (isInside(section, series)) continue
      series = /^\d+\.\d+$/.test(section.version ?? '') ? section : undefined
      if (above?.version === undefined || section.version === undefined) continue
      if (compareVersionTexts(section.version, above.version) <= 0) continue
      if (section.date !== undefined && above.date !== undefined && section.date <= above.date) continue
      yield { at: section.heading, message: `${section.version} is newer than ${above.version}, which stands above it` }
    }
  },
}

function isInside({ version = '', heading }: ReleaseSection, series: ReleaseSection | undefined): boolean {
  return series !== undefined && heading.depth > series.heading.depth && version.startsWith(`${series.version}.`)
}
