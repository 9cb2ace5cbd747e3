import type { Check } from './check.ts'
import { check as alt } from './checks/alt.ts'
import { check as branch } from './checks/branch.ts'
import { check as dead } from './checks/dead.ts'
import { check as duplicate } from './checks/duplicate.ts'
import { check as https } from './checks/https.ts'
import { check as license } from './checks/license.ts'
import { check as link } from './checks/link.ts'
import { check as outdated } from './checks/outdated.ts'
import { check as outdatedLink } from './checks/outdated-link.ts'
import { check as pkg } from './checks/package.ts'
import { check as published } from './checks/published.ts'
import { check as repository } from './checks/repository.ts'
import { check as version } from './checks/version.ts'
import { check as workflow } from './checks/workflow.ts'
import { isDead } from './migrations.ts'

/** What `badge-sync` checks. */
export const checks: readonly Check[] = [
  dead,
  ...[alt, branch, duplicate, https, license, link, pkg, published, repository, version, workflow].map(ofLiving),
]

/** What `badge-sync migrate` checks. */
export const migrationChecks: readonly Check[] = [outdated, outdatedLink]

/** What shows nothing is not to be mended, but to be replaced. */
function ofLiving(check: Check): Check {
  return {
    ...check,
    check: (context) => check.check({ ...context, images: context.images.filter(({ url }) => !isDead(url)) }),
  }
}
