import { once } from '@frontdoor/kit/cache/once'
import { optionValues } from '@frontdoor/kit/config/options'
import { UserError } from '@frontdoor/kit/io'
import type { Severity } from '@frontdoor/kit/report'
import { hosts } from '../hosts.generated.ts'
import type { ConfiguredRule } from '../lint.ts'
import type { Rule } from '../rule.ts'
import { rule as unusedRule } from '../rules/suppress/unused.ts'
import { rules } from '../rules.generated.ts'
import { type Section, sectionOf, severities } from './section.ts'
import type { Settings } from './settings.ts'

/** The section of the config, with the rules and hosts that there are. */
export const section: Section = sectionOf(rules, hosts)

/**
 * Settings from a program, checked like those from a file.
 *
 * @throws {UserError} with a line for each mistake
 */
export async function checkedValues<Values extends object>(given: Values): Promise<Values> {
  if (Object.keys(given).length === 0) return given
  const { parseJson } = await import('@frontdoor/kit/config/json')
  const { check } = await import('@frontdoor/kit/config/check')
  const located = parseJson({ name: 'options', text: JSON.stringify(given) })
  const problems = await check(located, section, 'options')
  if (problems.length === 0) return given
  throw new UserError(problems.map(({ message }) => message).join('\n'))
}

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
