import { once } from '@frontdoor/kit/cache/once'
import { isBot, loginAt } from '@frontdoor/kit/git/people'
import type { Person } from '../change.ts'
import type { Commit } from '../history/commit.ts'

/** Somebody, from the name and address in a commit. A history has few people and many commits. */
export function personOf(name: string, email: string): Person {
  return peopleAt(email)(name)
}

const peopleAt = once((email: string) => once((name: string) => readPerson(name, email)))

function readPerson(name: string, email: string): Person {
  const address = email.trim().toLowerCase()
  const shown = name.trim() || address.replace(/@.*/, '')
  const login = loginAt(address)
  return { name: shown, email: address, ...(login && { login }), bot: isBot(shown, address) }
}

/** Who wrote a commit, and those that its `Co-authored-by` lines name. */
export function authorsOf({ name, email, message }: Pick<Commit, 'name' | 'email' | 'message'>): Person[] {
  return [personOf(name, email), ...coAuthors(message)]
}

function coAuthors(message: string): Person[] {
  if (!/^co-authored-by:/im.test(message)) return []
  return [...message.matchAll(/^co-authored-by:([^<\r\n]*)<([^>\r\n]*)>/gim)].map(([, name = '', email = '']) =>
    personOf(name, email),
  )
}

/** Each of them once, by address or else by name. */
export function distinct(people: readonly Person[]): Person[] {
  const seen = new Set<string>()
  return people.filter(({ name, email }) => {
    const key = email || name
    return !seen.has(key) && seen.add(key)
  })
}
