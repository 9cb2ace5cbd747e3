import { once } from '@frontdoor/kit/cache/once'
import type { Person } from '../change.ts'
import type { Commit } from '../history/commit.ts'

/** Under which addresses assistants say that they helped, as seen in 190 repositories on 2026-11-28. People work there, too. */
const assistants = [
  '(?:noreply|claude)@anthropic',
  '(?:noreply|codex)@openai',
  '(?:cursoragent|ai)@cursor',
  'amp@ampcode',
  'copilot@github',
  'grok@x',
  'qwen-coder@alibabacloud',
].map((address) => String.raw`^${address}\.[a-z]+$`)

/** Names and addresses of programs. */
const bots = new RegExp(
  [
    String.raw`\[bot\]`,
    String.raw`^(?:dependabot|renovate|greenkeeper|snyk|imgbot|allcontributors|mergify|pyup|codecov|depfu|semantic-release)\b`,
    String.raw`(?:^|[\s._-])bot$|[\s._-]robot$|\(bot\)$|^pytorch(?:merge)?bot$`,
    '^(?:github[ -]actions|github|web-flow|pre-commit-ci)$',
    // Who merges for a review system.
    '^(?:bors|zuul|(?:openstack )?jenkins|gerrit code review)$',
    String.raw`bot@|noreply@(?:github\.com|weblate\.org)$|^action@github\.com$`,
    String.raw`^(?:\d+\+)?(?:copilot|cursoragent)@users\.noreply\.github\.com$`,
    ...assistants,
  ].join('|'),
  'i',
)

/** Somebody, from the name and address in a commit. A history has few people and many commits. */
export function personOf(name: string, email: string): Person {
  return peopleAt(email)(name)
}

const peopleAt = once((email: string) => once((name: string) => readPerson(name, email)))

function readPerson(name: string, email: string): Person {
  const address = email.trim().toLowerCase()
  const shown = name.trim() || address.replace(/@.*/, '')
  const [, login] = /^(?:\d+\+)?([a-z\d](?:[a-z\d-]*[a-z\d])?)@users\.noreply\.github\.com$/.exec(address) ?? []
  return { name: shown, email: address, ...(login && { login }), bot: bots.test(shown) || bots.test(address) }
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
