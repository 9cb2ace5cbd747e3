import { once } from '@frontdoor/kit/cache/once'
import { optionValues } from '@frontdoor/kit/config/options'
import type { Severity } from '@frontdoor/kit/report'
import type { ConfiguredRule, Rule } from '../rule.ts'
import { rule as unusedRule } from '../rules/suppress/unused.ts'
import { rules } from '../rules.generated.ts'
import { severities } from './section.ts'
import type { Settings } from './settings.ts'

/** What can be said about a rule. */
export type RuleSetting = 'off' | Severity | { readonly severity?: Severity; readonly [option: string]: unknown }

/** The rules to run, with their severities and options, before a profile has its say. */
export const configuredRules: (settings: Pick<Settings, 'rules' | 'only'>) => readonly ConfiguredRule[] = once(
  ({ rules: set, only }) => {
    const isNamed = ({ name }: Rule) => only.includes(name)
    const on = rules.filter((rule) => isNamed(rule) || set[rule.name] !== 'off')
    // Whether a comment suppresses something shows only when all rules run.
    const all = only.length === 0 || only.includes(unusedRule.name)
    return (all ? on : on.filter(isNamed)).map((rule) => ({
      ...configure(rule, set[rule.name], isNamed(rule)),
      ...(only.length > 0 && !isNamed(rule) && { untold: true }),
    }))
  },
)

/** A rule with what the config says of it: a severity, or an object with a severity and options. */
function configure(rule: Rule, setting: unknown, named: boolean): ConfiguredRule {
  if (typeof setting !== 'object' || setting === null) {
    const severity = severities.find((one) => one === setting)
    const chosen = named || severity !== undefined
    return { rule, severity: severity ?? rule.severity, chosen, options: optionValues(rule.options) }
  }
  const { severity, ...options } = setting as { readonly severity?: Severity }
  const chosen = named || severity !== undefined
  return { rule, severity: severity ?? rule.severity, chosen, options: optionValues(rule.options, options) }
}
