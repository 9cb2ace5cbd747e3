/** Types that tools agree on, in lower case. */
export const commonTypes: ReadonlySet<string> = new Set([
  ...['build', 'chore', 'ci', 'deps', 'doc', 'docs', 'feat', 'feature', 'fix', 'hotfix', 'perf', 'refactor', 'revert'],
  ...['security', 'style', 'test', 'tests', 'types'],
])

/** Types of what readers do not use, in lower case. */
export const quietTypes: ReadonlySet<string> = new Set([
  ...['build', 'chore', 'ci', 'doc', 'docs', 'refactor', 'style', 'test', 'tests'],
])
