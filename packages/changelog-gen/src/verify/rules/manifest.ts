import { hasMoved } from '@frontdoor/kit/project/moved-changelog'
import { seriesFinder } from '../../changelog/series.ts'
import { compareVersionTexts } from '../../version-order.ts'
import type { VerifyRule } from '../rule.ts'

export const manifest: VerifyRule = {
  name: 'changelog/manifest',
  summary: 'The version of the manifest is in the changelog.',
  why: 'A version is raised in package.json, pyproject.toml or Cargo.toml and published, and its section is forgotten. It may as well be raised ahead of its release, so this is a warning. Versions in development (`-dev`, `-SNAPSHOT`, `.9000`) are not asked for.',
  severity: 'warning',
  *check({ changelog: { source, releases, unreleased }, manifests }) {
    if (hasMoved(source)) return
    const [newest] = releases
    const isOfSeries = seriesFinder({ releases }, [])
    for (const { path, version: full } of manifests) {
      // What stands behind a plus is the number of a build, and no other version.
      const version = full.replace(/\+.*/, '')
      if (/[-.](?:dev|snapshot|git|9\d{3}$)|^0\.0\.0/i.test(version)) continue
      if (newest?.version === undefined || [unreleased, ...releases].some((section) => section?.version === version))
        continue
      if (compareVersionTexts(version, newest.version) < 0 || isOfSeries(version)) continue
      yield { at: newest.heading, message: `${path} says ${version}, and the newest version here is ${newest.version}` }
    }
  },
}
