import { UserError } from '@frontdoor/kit/io'
import { nearest } from '@frontdoor/kit/text/nearest'
import type { Rule } from './rule.ts'
import { rules } from './rules.generated.ts'

/**
 * A rule by its name.
 *
 * @throws {UserError} where there is none, with the nearest name
 */
export function findRule(name: string): Rule {
  const rule = rules.find((one) => one.name === name)
  if (rule) return rule
  const near = named(name, (one) => one.name) ?? named(name, (one) => one.name.replace(/^.*\//, ''))
  throw new UserError(`no rule "${name}"${near ? `; did you mean "${near}"?` : '; --list-rules lists them'}`)
}

/** The rule of which one form of the name is the nearest: without its group, too, it is told. */
function named(text: string, form: (rule: Rule) => string): string | undefined {
  const near = nearest(text, rules.map(form))
  return rules.find((one) => form(one) === near)?.name
}
