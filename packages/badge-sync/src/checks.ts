import type { Check } from './check.ts'

/** What `badge-sync` checks. */
export const checks: readonly Check[] = []
