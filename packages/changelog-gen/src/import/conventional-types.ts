import type { Bump } from '../change.ts'
import { at, textAt } from '../json.ts'
import type { GivenCategory } from '../settings.ts'

/** Types that a tool lists under a title, or hides. */
export interface TypeRow {
  readonly type: string
  readonly scope?: string
  readonly title: string
  readonly hidden: boolean
}

/** The list that release-please, semantic-release and standard-version share: `{ type, section, hidden, scope }`. */
export function typeRows(list: readonly unknown[]): TypeRow[] {
  return list.map((one) => {
    const [type, title, scope] = [textAt(one, 'type'), textAt(one, 'section'), textAt(one, 'scope')]
    const hidden = at(one, 'hidden') === true || textAt(one, 'effect') === 'hidden' || title === ''
    return { type: type.toLowerCase(), title: title || type, hidden, ...(scope && { scope }) }
  })
}

/** The types that the preset of Conventional Commits lists where nothing else is said, and those that it hides. */
export const usualRows: readonly TypeRow[] = [
  { type: 'feat', title: 'Features', hidden: false },
  { type: 'feature', title: 'Features', hidden: false },
  { type: 'fix', title: 'Bug Fixes', hidden: false },
  { type: 'perf', title: 'Performance Improvements', hidden: false },
  { type: 'revert', title: 'Reverts', hidden: false },
  // Where something breaks, it is mostly in these, and then in a section of that name.
  { type: 'refactor', title: 'Code Refactoring', hidden: true },
  { type: 'chore', title: 'Miscellaneous Chores', hidden: true },
  { type: 'build', title: 'Build System', hidden: true },
  ...['docs', 'style', 'test', 'ci'].map((type) => ({ type, title: type, hidden: true })),
]

/**
 * The categories that those tools make of their types: what is hidden is listed where it breaks something, and text without
 * a type is left out.
 */
export function typeCategories(rows: readonly TypeRow[], bumpOf: (type: string) => Bump = usualBump): GivenCategory[] {
  const hidden = rows.filter((row) => row.hidden)
  const listed = rows.filter((row) => !row.hidden)
  const titles = [...new Set(listed.map(({ title }) => title))]
  return [
    ...hiddenCategory(hidden),
    ...titles.flatMap((title) => listedCategory(title, listed, bumpOf)),
    ...hidden.filter(({ type, title }) => title !== type).map(breakingCategory),
    { title: 'Other Changes', when: { type: '*', breaking: true }, bump: 'major' },
    { title: 'Left Out', hidden: true, bump: 'none' },
  ]
}

/** The same where every change moves the version, also one that no section lists. */
export function movingCategories(rows: readonly TypeRow[]): GivenCategory[] {
  return typeCategories(rows).map((one) => (one.hidden ? { ...one, bump: 'patch' } : one))
}

function hiddenCategory(rows: readonly TypeRow[]): GivenCategory[] {
  const when = rows.map(({ type, scope }) => ({ type, ...(scope && { scope }), breaking: false }))
  const plain = when.every(({ scope }) => scope === undefined)
  const types = when.map(({ type }) => type)
  if (rows.length === 0) return []
  return [{ title: 'Internal', hidden: true, bump: 'none', when: plain ? { type: types, breaking: false } : when }]
}

/** What is hidden has a section, too, for what breaks something. */
function breakingCategory({ type, title, scope }: TypeRow): GivenCategory {
  return { title, when: { type, ...(scope && { scope }), breaking: true }, bump: 'major' }
}

function listedCategory(title: string, rows: readonly TypeRow[], bumpOf: (type: string) => Bump): GivenCategory[] {
  const own = rows.filter((row) => row.title === title)
  const bumps = [...new Set(own.map(({ type }) => bumpOf(type)))]
  return bumps.map((bump) => {
    const some = own.filter(({ type }) => bumpOf(type) === bump)
    const plain = some.filter(({ scope }) => scope === undefined).map(({ type }) => type)
    const scoped = some.flatMap(({ type, scope }) => (scope === undefined ? [] : [{ type, scope }]))
    const all = [...(plain.length > 0 ? [{ type: plain }] : []), ...scoped]
    return { title, bump, when: all.length === 1 ? (all[0] as object) : all }
  })
}

/** conventional-changelog: a feature moves the minor version, everything else that is listed the patch version. */
function usualBump(type: string): Bump {
  return /^feat(?:ure)?$/.test(type) ? 'minor' : 'patch'
}

/** What leaves out changes that touch nothing but some paths, in front of all other categories; nothing where there are none. */
export function withoutPaths(path: readonly string[]): GivenCategory[] {
  if (path.length === 0) return []
  return [{ title: 'Elsewhere', when: { path, mode: 'only' }, hidden: true, bump: 'none' }]
}
