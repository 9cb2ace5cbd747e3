import type { GivenCategory } from '../settings.ts'

/** A category with what its group is sorted by: its name, with the comment in front of it, as git-cliff has it; empty for what is in none. */
export interface Ruled {
  readonly category: GivenCategory
  readonly key: string
}

/** The rules in the order of their groups; undefined where another order could give a commit to another rule. */
export function byGroup(rules: readonly Ruled[]): readonly Ruled[] | undefined {
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
export function places(rules: readonly Ruled[]): GivenCategory[] {
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
