import { UserError } from '@frontdoor/kit/io'
import type { Change } from '../change.ts'
import { canonical } from '../changelog/group-title.ts'
import type { Category } from './category.ts'
import type { Item } from './item.ts'

/** What somebody wrote afterwards about a change that is merged. What is absent stays as it was. */
export interface Override {
  /** A hash, whole or its first digits, or `#12`. */
  readonly key: string
  /** Markdown that is shown instead of the subject. */
  readonly text?: string
  readonly type?: string
  readonly scope?: string
  readonly breaking?: boolean
  readonly note?: string
  /** True to leave the change out. */
  readonly skip?: boolean
  /** The category, whatever the conditions say. */
  readonly section?: string
}

/** Finds what is written about a commit. */
export function overrideFinder(overrides: readonly Override[]): (item: Item) => Override | undefined {
  if (overrides.length === 0) return () => undefined
  return ({ commit, pr }) =>
    overrides.find(({ key }) => (key.startsWith('#') ? key === `#${pr}` : commit.sha.startsWith(key.toLowerCase())))
}

/** A change with what is written about it. */
export function overridden(change: Change, { text, type, scope, breaking, note }: Override): Change {
  const given = {
    ...(text !== undefined && { subject: text }),
    ...(type !== undefined && { type: type.toLowerCase() }),
    ...(scope !== undefined && { scope }),
    ...((breaking ?? note) !== undefined && { breaking: breaking ?? true }),
    ...(note !== undefined && { breakingNote: note }),
  }
  const origins = Object.fromEntries(Object.keys(given).map((field) => [field, 'override']))
  return { ...change, ...given, origins: { ...change.origins, ...origins } }
}

/**
 * The category that an override names, in the words of the config or in those of a changelog: `Fixed` is `Bug Fixes`.
 *
 * @throws {UserError} where there is none
 */
export function categoryNamed({ key, section }: Override, categories: readonly Category[]): Category | undefined {
  if (section === undefined) return undefined
  const meant = canonical(section)
  const found =
    categories.find(({ id, title }) => [id, title].includes(section)) ??
    categories.find(({ id, title }) => [id, canonical(title)].includes(meant))
  if (found) return found
  const titles = [...new Set(categories.map(({ title }) => title))].join(', ')
  throw new UserError(`the override of ${key} names a section ${JSON.stringify(section)}, which is none of ${titles}`)
}
