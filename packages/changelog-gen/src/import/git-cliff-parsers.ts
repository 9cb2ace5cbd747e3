import { at, listAt, textAt } from '../json.ts'
import type { GivenCategory, GivenCondition } from '../settings.ts'
import { bodyConditions, messageConditions, type Reading, subjectConditions, takesAll } from './git-cliff-patterns.ts'
import { usualParsers } from './git-cliff-usual.ts'
import { arranged, type Ruled } from './group-order.ts'

/** Categories made of parsers, and what of them is left out. */
export interface ParserCategories {
  readonly categories: readonly GivenCategory[]
  readonly notes: readonly string[]
}

/** How the template shows groups. */
export interface Layout {
  /** True where it has an order of its own: that of the parsers. */
  readonly isOrdered: boolean
  /** True where it writes the first letter of a title as a capital. */
  readonly isCapital: boolean
}

interface Rules {
  readonly reading: Reading
  readonly isProtected: boolean
  readonly isCapital: boolean
  readonly notes: string[]
}

/** The parsers of `[git]`, in the order that git-cliff gives the groups: that of their names, unless its template has their own. */
export function parserCategories(git: unknown, { isOrdered, isCapital }: Layout): ParserCategories {
  const notes: string[] = []
  const rules: Rules = {
    reading: readingOf(git),
    isProtected: at(git, 'protect_breaking_commits') === true,
    isCapital,
    notes,
  }
  const given = at(git, 'commit_parsers') === undefined ? usualParsers : listAt(git, 'commit_parsers')
  const named = given.flatMap((parser) => rulesOf(parser, rules))
  if (given.some((parser) => textAt(parser, 'scope') || textAt(parser, 'default_scope')))
    notes.push('git.commit_parsers: a scope is what the commit says; change one in .changelog/overrides.yml')
  const hasRest = !named.some(({ category: { when = [] } }) => takesTyped([when].flat() as GivenCondition[], rules))
  const rest = hasRest && keepsTyped(git) ? restOf(named, rules) : []
  if (rest.length > 0)
    notes.push(
      'git.commit_parsers: what none takes is in a section of its type, and in "Other" where that is a rare one',
    )
  // What no parser takes and has no type is in no group.
  const { categories, notes: placed } = arranged([...named, ...rest], { key: 'git.commit_parsers', isOrdered, leftOut })
  return { categories, notes: [...notes, ...placed] }
}

const leftOut: GivenCategory = { title: 'Left Out', hidden: true, bump: 'none' }

function readingOf(git: unknown): Reading {
  if (at(git, 'conventional_commits') === false) return 'text'
  return at(git, 'filter_unconventional') === false || at(git, 'split_commits') === true ? 'any' : 'conventional'
}

function keepsTyped(git: unknown): boolean {
  return at(git, 'conventional_commits') !== false && at(git, 'filter_commits') !== true
}

function takesTyped(when: readonly GivenCondition[], { reading }: Rules): boolean {
  return when.length === 0 || (reading === 'conventional' && when.some(isAnyType))
}

function isAnyType({ type, ...rest }: GivenCondition): boolean {
  return type !== undefined && isAnyOf(type) && Object.keys(rest).length === 0
}

const restTypes = ['feat', 'fix', 'perf', 'refactor', 'docs', 'style', 'test', 'build', 'ci', 'chore', 'revert']

/** What no parser takes is in a group that is called like its type; those of rare types are one here. */
function restOf(named: readonly Ruled[], { isCapital }: Rules): Ruled[] {
  const conditions = named.flatMap(({ category: { when = [] } }) => [when].flat() as GivenCondition[])
  const taken = new Set(
    conditions.flatMap(({ type, ...others }) => (Object.keys(others).length === 0 ? [type ?? []].flat() : [])),
  )
  const own = restTypes
    .filter((type) => !taken.has(type))
    .map((type) => ({ key: type, category: { title: isCapital ? capital(type) : type, when: [{ type: [type] }] } }))
  const last = '\u{10FFFF}'
  return [...own, { key: last, category: { title: 'Other', when: [{ type: ['*'] }] } }]
}

function rulesOf(parser: unknown, rules: Rules): Ruled[] {
  // Merges are no entries here anyway.
  if (textAt(parser, 'field') === 'merge_commit' && at(parser, 'skip') === true) return []
  const when = whenOf(parser, rules)
  if (when === undefined) return []
  const group = textAt(parser, 'group')
  if (/\$(?:\d|\{)/.test(group))
    rules.notes.push(`git.commit_parsers: group ${group}: a title is not made of what a commit says`)
  const skipped = { title: 'Skipped', ...some(rules.isProtected ? narrowed(when, { breaking: false }) : when) }
  const hidden: Ruled = { key: '', category: { ...skipped, hidden: true, bump: 'none' } }
  if (at(parser, 'skip') !== true) return [listed(group || typeIn(when), when, rules)]
  if (!rules.isProtected || group === '') return [hidden]
  return [hidden, listed(group, narrowed(when, { breaking: true }), rules)]
}

function listed(group: string, when: readonly GivenCondition[], { isCapital }: Rules): Ruled {
  const bare = group.replaceAll(/<!--[\s\S]*?-->|<[^>]*>|\(?\$\{?\w+\}?\)?/g, '')
  const title = bare.replaceAll(/\s+/g, ' ').trim() || 'Other'
  return { key: group, category: { title: isCapital ? capital(title) : title, ...some(when) } }
}

/** A parser without a group leaves a commit in that of its type. */
function typeIn(when: readonly GivenCondition[]): string {
  const type = [when[0]?.type ?? []].flat()[0] ?? '*'
  return type === '*' ? 'other' : type
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function some(when: readonly GivenCondition[]): { when?: readonly GivenCondition[] } {
  return when.length === 0 ? {} : { when }
}

/** Conditions that ask for more. */
function narrowed(when: readonly GivenCondition[], more: GivenCondition): GivenCondition[] {
  return (when.length === 0 ? [{}] : when).map((one) => ({ ...one, ...more }))
}

/** What a parser looks at, of which all must hold; no condition takes everything, and undefined says that it cannot be had. */
function whenOf(parser: unknown, { reading, notes }: Rules): readonly GivenCondition[] | undefined {
  const [message, body, footer, field] = ['message', 'body', 'footer', 'field'].map((key) => textAt(parser, key))
  const hash = hashOf(parser)
  const given = [
    ...(message ? [messageConditions(message, reading) ?? message] : []),
    ...(body ? [bodyConditions(body, reading) ?? body] : []),
    ...(footer ? [bodyConditions(footer, reading) ?? footer] : []),
    ...(field && !hash ? [fieldConditions(field, textAt(parser, 'pattern'), reading) ?? `field ${field}`] : []),
  ]
  if (hash)
    notes.push(`git.commit_parsers: sha ${hash}: put it into .changelog/overrides.yml, as "HASH: { skip: true }"`)
  for (const one of given) if (typeof one === 'string') notes.push(`git.commit_parsers: ${one}: ${instead(one)}`)
  const had = given.filter((one) => typeof one !== 'string')
  return had.length === 0 || had.length < given.length ? undefined : had.reduce(both)
}

/** The one commit that a parser is for. */
function hashOf(parser: unknown): string {
  const pattern = textAt(parser, 'pattern')
  return textAt(parser, 'sha') || (textAt(parser, 'field') === 'id' && !takesAll(pattern) ? bare(pattern) : '')
}

/** Conditions of which one holds in each of two lists. */
function both(some: readonly GivenCondition[], others: readonly GivenCondition[]): GivenCondition[] {
  if (some.length === 0 || others.length === 0) return [...some, ...others]
  // A second condition on the body would be another way to hold.
  const narrow = some.filter(({ body }) => body === undefined || others.every((other) => other.body === undefined))
  return narrow.flatMap((one) =>
    others.map((other) => ({ ...other, ...one, ...(isAnyOf(one.type) && other.type && { type: other.type }) })),
  )
}

function isAnyOf(type: GivenCondition['type']): boolean {
  return type === undefined || [type].flat().includes('*')
}

function instead(what: string): string {
  if (what.endsWith('.pr_labels')) return 'labels are compared as a whole, not with an expression; see "label"'
  return what.startsWith('field ')
    ? 'it cannot be asked here; see what a category asks for'
    : 'it is no expression of JavaScript; write it as a category with "title" or "body"'
}

function fieldConditions(field: string, pattern: string, reading: Reading): GivenCondition[] | undefined {
  const words = wordsIn(pattern)
  if (/^(?:github|remote|gitlab|gitea|bitbucket)\.pr_labels$/.test(field)) return words && [{ label: words }]
  if (/^(?:author\.name|\w+\.username)$/.test(field)) return words && [{ author: words }]
  // The group that a commit has at first is its type.
  if (field === 'group') return words && [{ type: words }]
  if (field === 'scope') return words && [{ scope: words }]
  if (field === 'breaking') return [{ breaking: /true/.test(pattern) }]
  if (field === 'body') return bodyConditions(pattern, reading)
  if (field === 'raw_message' || field === 'id') return messageConditions(pattern, reading)
  return field === 'message' ? subjectConditions(pattern, reading) : undefined
}

/** The words of a pattern that is nothing but words: `^a$`, `a|b`, `bot\[x\]`. */
function wordsIn(pattern: string): string[] | undefined {
  const words = bare(pattern).split('|')
  const isPlain = words.every((word) => /^(?:[\w ./-]|\\[[\]().])+$/.test(word))
  return isPlain ? words.map((word) => word.replaceAll('\\', '')) : undefined
}

function bare(pattern: string): string {
  return pattern.replaceAll(/^\^|\$$/g, '')
}
