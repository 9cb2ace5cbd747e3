import { UserError } from '@frontdoor/kit/io'
import { nearest } from '@frontdoor/kit/nearest'
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
  const near = nearest(
    name,
    rules.map((one) => one.name),
  )
  throw new UserError(`no rule "${name}"${near ? `; did you mean "${near}"?` : '; --list-rules lists them'}`)
}
