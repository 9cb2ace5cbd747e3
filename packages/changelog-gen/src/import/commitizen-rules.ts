import type { Bump } from '../change.ts'
import { at, textAt } from '../json.ts'
import type { GivenCategory } from '../settings.ts'
import { type TypeRow, typeCategories } from './conventional-types.ts'

/** Categories made of the rules of Commitizen, and what of them is left out. */
export interface CommitizenRules {
  readonly categories: readonly GivenCategory[]
  readonly notes: readonly string[]
}

const usualTypes = ['feat', 'fix', 'refactor', 'perf']
const usualTitles = { feat: 'Feat', fix: 'Fix', refactor: 'Refactor', perf: 'Perf' }
const usualOrder = ['Feat', 'Fix', 'Refactor', 'Perf']
const usualBumps = { '^feat': 'MINOR', '^fix': 'PATCH', '^refactor': 'PATCH', '^perf': 'PATCH' }

/** The sections of a changelog by Commitizen: those of its conventional rules, or of `[tool.commitizen.customize]`. */
export function commitizenRules(config: unknown): CommitizenRules {
  const isOwn = textAt(config, 'name') === 'cz_customize'
  const own = isOwn ? at(config, 'customize') : undefined
  const bumps = bumpsOf(at(own, 'bump_map') ?? usualBumps)
  if (textAt(config, 'name') === 'cz_jira' || (isOwn && !textAt(own, 'commit_parser')))
    return { categories: together(bumps.types), notes: bumps.notes }
  const types = isOwn ? typesIn(textAt(own, 'commit_parser')) : { listed: usualTypes, notes: [] }
  const named = (key: string) => at(config, key) ?? at(own, key)
  const titles = (named('change_type_map') ?? (isOwn ? {} : usualTitles)) as Readonly<Record<string, string>>
  const order = (named('change_type_order') ?? usualOrder) as readonly string[]
  const rows = types.listed.map((type) => ({ type: type.toLowerCase(), title: titles[type] ?? type, hidden: false }))
  return {
    categories: [
      breakingCategory(titles),
      ...quiet(bumps.types, rows),
      ...typeCategories(sorted(rows, order), (type) => bumps.types.get(type) ?? 'none'),
    ],
    notes: [...types.notes, ...bumps.notes],
  }
}

/** Sections stand in the order that is given, others behind them by their names. */
function sorted(rows: readonly TypeRow[], order: readonly string[]): TypeRow[] {
  const place = ({ title }: TypeRow) => (order.includes(title) ? order.indexOf(title) : order.length)
  return rows.toSorted((a, b) => place(a) - place(b) || (a.title < b.title ? -1 : 1))
}

/** The words that a parser takes for `change_type`; what breaks has a section by itself. */
function typesIn(parser: string): { listed: readonly string[]; notes: readonly string[] } {
  const words = /\(\?P<change_type>([^()]*)\)/.exec(parser)?.[1]?.split('|') ?? []
  const found = words.filter((word) => !/^BREAKING[\\ -]*CHANGE$/.test(word))
  const listed = found.filter((word) => /^[\w-]+$/.test(word))
  const odd = found.filter((word) => !listed.includes(word))
  const notes = odd.map((word) => `customize.commit_parser: ${word} is no type, which is one word before a colon`)
  if (listed.length > 0) return { listed, notes }
  const instead = 'no types can be read from it; those of Conventional Commits are taken, see "categories"'
  return { listed: usualTypes, notes: [...notes, `customize.commit_parser: ${instead}`] }
}

/** What types do to the version. A commit that breaks something always does the same. */
function bumpsOf(map: unknown): { types: ReadonlyMap<string, Bump>; notes: string[] } {
  const types = new Map<string, Bump>()
  const notes: string[] = []
  for (const [pattern, level] of Object.entries(map as object)) {
    const bump = String(level).toLowerCase() as Bump
    const isBreaking = /!|BREAKING/.test(pattern)
    // `^feat`, `fix`, `^(docs|style)`: words that what is found begins with.
    const words = isBreaking ? undefined : /^\^?\(?(\w[\w|-]*)\)?(?:[(\\[:$]|$)/.exec(pattern)?.[1]
    for (const type of words?.split('|') ?? []) if (!types.has(type)) types.set(type.toLowerCase(), bump)
    if (words === undefined && !(isBreaking && bump === 'major'))
      notes.push(`customize.bump_map: ${pattern}: it names no type; give a category with bump: ${bump}`)
  }
  return { types, notes }
}

/** Messages that begin with the keyword of a footer. */
function breakingCategory(titles: Readonly<Record<string, string>>): GivenCategory {
  const keyword = 'BREAKING CHANGE'
  return { title: titles[keyword] ?? keyword, when: { title: '/^BREAKING[- ]CHANGE/' }, bump: 'major' }
}

/** One list of everything, where rules sort by nothing. */
function together(bumps: ReadonlyMap<string, Bump>): GivenCategory[] {
  const title = 'Changes'
  return [...[...bumps].map(([type, bump]) => ({ title, when: { type }, bump })), { title, bump: 'none' }]
}

/** Types that move the version and stand in no section. */
function quiet(bumps: ReadonlyMap<string, Bump>, rows: readonly TypeRow[]): GivenCategory[] {
  const listed = new Set(rows.map(({ type }) => type))
  const apart = [...bumps].filter(([type]) => !listed.has(type))
  return apart.map(([type, bump]) => ({ title: `Type ${type}`, when: { type, breaking: false }, bump, hidden: true }))
}
