import type { Repository } from '@frontdoor/kit/project'

/** Addresses of badges that name a repository on GitHub (facts on 66 badges, 2026-11). */
const patterns: readonly RegExp[] = [
  /^github\.com\/(?<owner>[^/]+)\/(?<name>[^/]+)\/(?:actions\/)?workflows\//,
  /^img\.shields\.io\/github\/(?:actions\/workflow\/status|(?:v\/)?(?:release|tag)|languages\/\w+|commit-activity\/\w+|license|stars|forks|watchers|issues|issues-closed|issues-pr|issues-pr-closed|last-commit|contributors|downloads|repo-size|release-date|checks-status|deployments)\/(?<owner>[^/]+)\/(?<name>[^/]+?)(?:\.svg)?(?:\/|$)/,
  /^(?:www\.)?codecov\.io\/(?:gh|github)\/(?<owner>[^/]+)\/(?<name>[^/]+)\//,
  /^img\.shields\.io\/codecov\/c\/(?:gh|github)\/(?<owner>[^/]+)\/(?<name>[^/]+?)(?:\.svg)?(?:\/|$)/,
  /^coveralls\.io\/repos\/github\/(?<owner>[^/]+)\/(?<name>[^/]+)\//,
  /^img\.shields\.io\/(?:coverallsCoverage\/github|coveralls(?:\/github)?)\/(?!bitbucket\/)(?<owner>[^/]+)\/(?<name>[^/]+?)(?:\.svg)?(?:\/|$)/,
  /^(?:app\.)?travis-ci\.com\/(?<owner>[^/]+)\/(?<name>[^/]+?)\.(?:svg|png)$/,
  /^circleci\.com\/gh\/(?<owner>[^/]+)\/(?<name>[^/]+?)\.(?:svg|png)$/,
  /^goreportcard\.com\/badge\/github\.com\/(?<owner>[^/]+)\/(?<name>[^/]+)$/,
  /^api\.(?:securityscorecards|scorecard)\.dev\/projects\/github\.com\/(?<owner>[^/]+)\/(?<name>[^/]+)\//,
]

/** The repository that a badge is about; undefined where its address names none. */
export function badgeRepository({ hostname, pathname }: URL): Pick<Repository, 'owner' | 'name'> | undefined {
  for (const pattern of patterns) {
    const { owner, name } = pattern.exec(hostname + pathname)?.groups ?? {}
    if (owner && name) return { owner, name }
  }
  return undefined
}
