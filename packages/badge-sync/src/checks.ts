import type { Check } from './check.ts'
import { check as alt } from './checks/alt.ts'
import { check as branch } from './checks/branch.ts'
import { check as duplicate } from './checks/duplicate.ts'
import { check as https } from './checks/https.ts'
import { check as license } from './checks/license.ts'
import { check as link } from './checks/link.ts'
import { check as pkg } from './checks/package.ts'
import { check as published } from './checks/published.ts'
import { check as repository } from './checks/repository.ts'
import { check as version } from './checks/version.ts'
import { check as workflow } from './checks/workflow.ts'

/** What `badge-sync` checks. */
export const checks: readonly Check[] = [
  alt,
  branch,
  duplicate,
  https,
  license,
  link,
  pkg,
  published,
  repository,
  version,
  workflow,
]
