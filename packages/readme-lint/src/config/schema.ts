import { UserError } from '@frontdoor/kit/io'
import { hosts } from '../hosts.generated.ts'
import { rules } from '../rules.generated.ts'
import { type Section, sectionOf } from './section.ts'

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
