import { defaultsOf } from '@frontdoor/kit/options'
import type { ConfiguredRule } from './lint.ts'
import { rules } from './rules.generated.ts'
import { findRule } from './rules.ts'

/** Every rule, or those with the given names, as configured. */
export function configuredRules(names: readonly string[]): ConfiguredRule[] {
  const chosen = names.length > 0 ? names.map(findRule) : rules
  return chosen.map((rule) => ({ rule, severity: rule.severity, options: defaultsOf(rule.options) }))
}
