import type { Check } from './check.ts'
import { check as outdated } from './checks/outdated.ts'
import { check as outdatedLink } from './checks/outdated-link.ts'

/** What `badge-sync migrate` checks. */
export const migrations: readonly Check[] = [outdated, outdatedLink]
