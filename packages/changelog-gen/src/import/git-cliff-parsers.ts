import type { Bump } from '../change.ts'
import { at, listAt, textAt } from '../forge/json.ts'
import { searchOf } from '../search-pattern.ts'
import type { GivenCategory } from '../settings.ts'

/** Categories made of parsers, and what of them is left out. */
export interface ParserCategories {
  readonly categories: readonly GivenCategory[]
  readonly notes: readonly string[]
}

interface Ruled {
  readonly category: GivenCategory
  /** What git-cliff sorts by: the title with the comment in front of it. */
  readonly key: string
}

type When = NonNullable<GivenCategory['when']>

/** The parsers of `[git]`, in the order that git-cliff gives the groups: that of their titles, unless its template has their own. */
export function parserCategories(git: unknown, isOrdered: boolean): ParserCategories {
  const notes: string[] = []
  const conventional = at(git, 'conventional_commits') !== false && at(git, 'filter_unconventional') !== false
  const isProtected = at(git, 'protect_breaking_commits') === true
  const ruled = listAt(git, 'commit_parsers').flatMap((parser): Ruled[] => {
    const when = whenOf(parser, conventional, notes)
    if (when === undefined) return []
    const group = textAt(parser, 'group')
    const title = group.replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, '').trim()
    if (title !== '') return [{ key: group, category: { title, ...when, bump: bumpOf(when.when) } }]
    if (at(parser, 'skip') !== true) return [] // Only sets a scope.
    return [{ key: '', category: { title: 'Skipped', ...safe(when, isProtected), hidden: true, bump: 'none' } }]
  })
  if (listAt(git, 'commit_parsers').some((parser) => textAt(parser, 'scope') || textAt(parser, 'default_scope')))
    notes.push('git.commit_parsers: a scope is what the commit says; change one in .changelog/overrides.yml')
  const sorted = isOrdered ? ruled : byTitle(ruled)
  if (!sorted)
    notes.push('git.commit_parsers: groups stand in the order of their rules, which is not that of their titles')
  return { categories: joined(sorted ?? ruled).map(({ category }) => category), notes }
}

/** What only leaves out may be told not to leave out what breaks. */
function safe({ when }: { when?: When }, isProtected: boolean): { when?: When } {
  if (!isProtected) return { ...(when && { when }) }
  const conditions = when === undefined ? [{}] : ([when].flat() as object[])
  return { when: conditions.map((one) => ({ ...one, breaking: false })) }
}

/** What a parser looks at; no condition takes everything, and undefined says that it cannot be had. */
function whenOf(parser: unknown, conventional: boolean, notes: string[]): { when?: When } | undefined {
  const [message, body, footer, field] = ['message', 'body', 'footer', 'field'].map((key) => textAt(parser, key))
  const leave = (what: string, instead: string) => {
    notes.push(`git.commit_parsers: ${what}: ${instead}`)
    return undefined
  }
  if (textAt(parser, 'sha'))
    return leave(`sha ${textAt(parser, 'sha')}`, 'put it into .changelog/overrides.yml, as "HASH: { skip: true }"')
  if (field) return fieldWhen(field, textAt(parser, 'pattern')) ?? leave(`field ${field}`, 'it cannot be asked here')
  const given = Object.entries({ title: message, body: body || footer }).filter(([, pattern]) => pattern !== '')
  if (given.length === 0) return undefined
  if (given.every(([, pattern]) => /^\^?\.\*\$?$/.test(pattern ?? '')))
    return conventional ? { when: { type: '*' } } : {}
  const types = given.length === 1 && message ? typesIn(message) : undefined
  if (types) return { when: { type: types } }
  const searches = given.map(([key, pattern = '']) => [key, searchText(pattern, key === 'body')] as const)
  const wrong = searches.find(([, search]) => !searchOf(search))
  if (wrong) return leave(wrong[1], 'it is no expression of JavaScript; write it as a category with "title" or "body"')
  return { when: { ...(conventional && { type: '*' }), ...Object.fromEntries(searches) } }
}

function fieldWhen(field: string, pattern: string): { when: When } | undefined {
  const words = pattern.replaceAll(/^\^|\$$/g, '').split('|')
  const isPlain = words.every((word) => /^[\w ./-]+$/.test(word))
  if (/^(?:github|remote|gitlab|gitea|bitbucket)\.pr_labels$/.test(field) && isPlain) return { when: { label: words } }
  return field === 'scope' && isPlain ? { when: { scope: words } } : undefined
}

const relatives: Readonly<Record<string, readonly string[]>> = {
  feat: ['feat', 'feature'],
  doc: ['doc', 'docs'],
  test: ['test', 'tests'],
}

/** `^feat`, `^(feat|fix)`, `^chore|^ci`: words at the start of a message are types. */
function typesIn(pattern: string): string[] | undefined {
  const bare = /^\^\(([\w|]+)\)[:(]?$/.exec(pattern)?.[1] ?? pattern.replaceAll(/(^|\|)\^/g, '$1').replace(/[:(]$/, '')
  const isAnchored = pattern.split('|').every((part) => part.startsWith('^')) || /^\^\(/.test(pattern)
  const words = bare.split('|')
  if (!isAnchored || !words.every((word) => /^[a-z]{2,}$/.test(word))) return undefined
  return [...new Set(words.flatMap((word) => relatives[word] ?? [word]))]
}

/** An expression of Rust as one of ours; a footer is a line of the text. */
function searchText(pattern: string, isBody: boolean): string {
  const flags = /^\(\?([a-z]+)\)/.exec(pattern)
  const source = (flags ? pattern.slice(flags[0].length) : pattern).replace(/^\.\*(?=.)/, '').replace(/(.)\.\*$/, '$1')
  return `/${source.replaceAll(/(?<!\\)\//g, '\\/')}/${[...new Set(`${flags?.[1] ?? ''}${isBody ? 'm' : ''}`)].join('')}`
}

function bumpOf(when: When | undefined): Bump {
  const types = when === undefined ? [] : [when].flat().flatMap((one) => (one as { type?: string[] }).type ?? [])
  return types.includes('feat') ? 'minor' : 'patch'
}

/** The rules by the titles of their groups; undefined where another order could give a commit to another rule. */
function byTitle(rules: readonly Ruled[]): Ruled[] | undefined {
  const visible = rules.filter(({ key }) => key !== '').toSorted((a, b) => compare(a.key, b.key))
  let next = 0
  const sorted = rules.map((rule) => (rule.key === '' ? rule : (visible[next++] as Ruled)))
  const place = new Map(sorted.map((rule, at) => [rule, at]))
  const isSafe = rules.every((one, at) =>
    rules.slice(at + 1).every((other) => (place.get(one) ?? 0) < (place.get(other) ?? 0) || areApart(one, other)),
  )
  return isSafe ? sorted : undefined
}

/** True where no message can begin as both rules want it to. */
function areApart(one: Ruled, other: Ruled): boolean {
  if (one.key === other.key) return true
  const [starts, others] = [startsOf(one), startsOf(other)]
  const isShared = (word: string) => others?.some((start) => start.startsWith(word) || word.startsWith(start))
  return starts !== undefined && others !== undefined && !starts.some(isShared)
}

/** The words that messages must begin with; undefined where a rule asks for something else. */
function startsOf({ category: { when } }: Ruled): string[] | undefined {
  const starts = [when ?? {}].flat().map((condition) => {
    const { type, title, ...rest } = condition as Readonly<Record<string, unknown>>
    if (Object.keys(rest).length > 0) return undefined
    if (title === undefined) return Array.isArray(type) ? type.map(String) : undefined
    const [, word = '', next = ''] = /^\/\^([a-z]+)(.)/.exec(String(title)) ?? []
    const certain = /[?*{|]/.test(next) ? word.slice(0, -1) : word
    return certain.length > 1 && !String(title).includes('|') ? [certain] : undefined
  })
  return starts.includes(undefined) ? undefined : starts.flatMap((words) => words ?? [])
}

/** Rules with one title that follow one another, as one category. */
function joined(rules: readonly Ruled[]): Ruled[] {
  const done: Ruled[] = []
  for (const rule of rules) {
    const last = done.at(-1)
    const isSame = last && last.category.title === rule.category.title && last.category.bump === rule.category.bump
    if (!isSame || !last.category.when || !rule.category.when) done.push(rule)
    else {
      const when = [last.category.when, rule.category.when].flat() as object[]
      done.splice(-1, 1, { ...last, category: { ...last.category, when } })
    }
  }
  return done
}

/** Whoever puts numbers into comments before titles means numbers. */
function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
