import { groupBy } from '@frontdoor/kit/group-by'
import type { Person } from '../change.ts'
import type { Contributor } from '../release.ts'

/** Who is thanked, and who is new. */
export interface Thanks {
  /** Names of further bots, lower case. */
  readonly bots: ReadonlySet<string>
  /** True where nothing by the address is in an earlier release. */
  readonly isNew: (email: string) => boolean
}

/** Everyone who wrote something, most changes first, names in between; no bots. One person may have several addresses. */
export function contributorsOf(people: readonly Person[], thanks: Thanks): Contributor[] {
  const named = [
    ...groupBy(
      people.filter((person) => !isBot(person, thanks)),
      ({ name }) => name.toLowerCase(),
    ).values(),
  ]
  const sorted = named.sort((a, b) => b.length - a.length || compare(a[0]?.name ?? '', b[0]?.name ?? ''))
  return sorted.map((same) => {
    const person = same.find(({ login }) => login !== undefined) ?? (same[0] as Person)
    return { ...shown(person), ...(same.every(({ email }) => thanks.isNew(email)) && { isNew: true }) }
  })
}

/** The authors of one entry. */
export function authorsOf(people: readonly Person[], thanks: Thanks): Contributor[] {
  return people.filter((person) => !isBot(person, thanks)).map(shown)
}

function isBot({ bot, name, login }: Person, { bots }: Thanks): boolean {
  return bot || bots.has(name.toLowerCase()) || (login !== undefined && bots.has(login))
}

function shown({ name, login }: Person): Contributor {
  return { name, ...(login && { login }) }
}

// Code units, not a locale: the order is the same on every machine.
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
