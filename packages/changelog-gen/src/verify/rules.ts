import type { VerifyRule } from './rule.ts'
import { compareLink } from './rules/compare-link.ts'
import { date } from './rules/date.ts'
import { duplicate } from './rules/duplicate.ts'
import { format } from './rules/format.ts'
import { manifest } from './rules/manifest.ts'
import { missingRelease } from './rules/missing-release.ts'
import { order } from './rules/order.ts'
import { shippedEntry } from './rules/shipped-entry.ts'
import { unpublished } from './rules/unpublished.ts'
import { untagged } from './rules/untagged.ts'

/** What `verify` looks at, in the order of the help. */
export const verifyRules: readonly VerifyRule[] = [
  missingRelease,
  shippedEntry,
  duplicate,
  manifest,
  date,
  compareLink,
  order,
  format,
  untagged,
  unpublished,
]
