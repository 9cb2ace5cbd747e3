import type { GivenCategory, GivenCondition } from '../settings.ts'

/** A category with what its group is sorted by: its name, with the comment in front of it, as git-cliff has it; empty for what is in none. */
export interface Ruled {
  readonly category: GivenCategory
  readonly key: string
}

/** What is to be known of rules beside themselves. */
interface Arrangement {
  /** What they are called in the config. */
  readonly key: string
  /** True for rules that stand in the order of their sections already. */
  readonly isOrdered?: boolean
  /** The category of what none of them takes. */
  readonly leftOut: GivenCategory
}

/** Rules as categories in the order of their groups, as far as each still takes what it took, with what is to be told of that. */
export function arranged(
  rules: readonly Ruled[],
  { key, isOrdered = false, leftOut }: Arrangement,
): { readonly categories: readonly GivenCategory[]; readonly notes: readonly string[] } {
  const sorted = isOrdered ? rules : byGroup(rules)
  const categories = joined(sorted ?? rules).map(({ category }) => category)
  const end = categories.some(({ when }) => when === undefined) ? [] : [leftOut]
  return {
    categories: [...categories, ...end, ...(sorted ? [] : places(rules))],
    notes: sorted ? [] : [`${key}: the last categories take nothing, they only say in which order sections stand`],
  }
}

/** Rules with one title that follow one another, as one category. */
function joined(rules: readonly Ruled[]): Ruled[] {
  const done: Ruled[] = []
  for (const rule of rules) {
    const last = done.at(-1)
    if (last?.category.title !== rule.category.title || !last.category.when || !rule.category.when) done.push(rule)
    else {
      const when = [last.category.when, rule.category.when].flat() as GivenCondition[]
      done.splice(-1, 1, { ...last, category: { ...last.category, when } })
    }
  }
  return done
}

/** The rules in the order of their groups; undefined where another order could give a commit to another rule. */
function byGroup(rules: readonly Ruled[]): readonly Ruled[] | undefined {
  const visible = rules.filter(({ key }) => key !== '').toSorted((a, b) => compareGroups(a.key, b.key))
  let next = 0
  const sorted = rules.map((rule) => (rule.key === '' ? rule : (visible[next++] as Ruled)))
  const place = new Map(sorted.map((rule, at) => [rule, at]))
  const isSafe = rules.every((one, at) =>
    rules.slice(at + 1).every((other) => (place.get(one) ?? 0) < (place.get(other) ?? 0) || areApart(one, other)),
  )
  return isSafe ? sorted : undefined
}

/** Behind what takes everything, a category takes nothing any more, and only says where its section stands. */
function places(rules: readonly Ruled[]): GivenCategory[] {
  const sorted = rules.filter(({ key }) => key !== '').toSorted((a, b) => compareGroups(a.key, b.key))
  return [...new Set(sorted.map(({ category }) => category.title))].map((title) => ({ title }))
}

/** By the code of their signs, as git-cliff does, but whoever puts numbers into comments before titles means numbers. */
function compareGroups(one: string, other: string): number {
  const [a, b] = [numberOf(one), numberOf(other)]
  if (a !== undefined && b !== undefined && a !== b) return a - b
  const [left, right] = [[...one], [...other]]
  const at = left.findIndex((sign, index) => sign !== right[index])
  if (at === -1) return left.length - right.length
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0)
}

function numberOf(key: string): number | undefined {
  const digits = /^<!--\s*(\d+)\s*-->/.exec(key)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** True where no message can begin as both rules want it to. */
function areApart(one: Ruled, other: Ruled): boolean {
  if (one.key === other.key) return true
  const [starts, others] = [startsOf(one.category), startsOf(other.category)]
  const isShared = (word: string) => others?.some((start) => start.startsWith(word) || word.startsWith(start))
  return starts !== undefined && others !== undefined && !starts.some(isShared)
}

/** The words that messages must begin with; undefined where a rule asks for something else. */
function startsOf({ when }: GivenCategory): string[] | undefined {
  const starts = [when ?? {}].flat().map((condition) => {
    const { type, title, ...rest } = condition as Readonly<Record<string, unknown>>
    const types = [type ?? []].flat().map(String)
    if (Object.keys(rest).length > 0) return undefined
    if (title === undefined) return types.length > 0 && !types.includes('*') ? types : undefined
    const [, word = '', next = ''] = /^\/\^([a-z]+)(.)/.exec(String(title)) ?? []
    const certain = /[?*{|]/.test(next) ? word.slice(0, -1) : word
    return certain.length > 1 && !String(title).includes('|') ? [certain] : undefined
  })
  return starts.includes(undefined) ? undefined : starts.flatMap((words) => words ?? [])
}
