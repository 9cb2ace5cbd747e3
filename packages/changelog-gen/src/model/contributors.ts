import type { Person } from '../change.ts'
import type { Contributor } from '../release.ts'

/** Who is thanked, and who is new. */
export interface Thanks {
  /** Names of further bots, lower case. */
  readonly bots: ReadonlySet<string>
  /** True where nothing by the address is in an earlier release. */
  readonly isNew: (email: string) => boolean
}

/** Everyone who wrote something, most changes first, names in between; no bots. */
export function contributorsOf(people: readonly Person[], thanks: Thanks): Contributor[] {
  const counts = new Map<string, { person: Person; count: number }>()
  for (const person of people) {
    if (isBot(person, thanks)) continue
    const key = person.email || person.name
    const known = counts.get(key)
    counts.set(key, { person: known?.person ?? person, count: (known?.count ?? 0) + 1 })
  }
  const sorted = [...counts.values()].sort((a, b) => b.count - a.count || compare(a.person.name, b.person.name))
  return sorted.map(({ person }) => ({ ...shown(person), ...(thanks.isNew(person.email) && { isNew: true }) }))
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
