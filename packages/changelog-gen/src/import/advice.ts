import { at } from '../forge/json.ts'
import { notesOfUnknown } from './conventional-types.ts'

/** What to do instead of some keys that there is no setting for. */
export type Advice = readonly (readonly [instead: string, ...keys: string[]])[]

/** Keys of a table, and what becomes of them. */
export interface Known {
  /** Those that are taken over, or told of in other words. */
  readonly mapped: readonly string[]
  readonly advice: Advice
  /** What stands before a key where it is told of: `workspace.`. */
  readonly prefix?: string
}

/** Tells of the keys of a table that are not taken over, those with the same advice in one line. What is switched off is not told. */
export function keyNotes(table: unknown, { mapped, advice, prefix = '' }: Known): string[] {
  const known = new Set([...mapped, ...advice.flatMap(([, ...keys]) => keys)])
  const told = advice.flatMap(([instead, ...keys]) => {
    const given = keys.filter((key) => isOn(at(table, key))).map((key) => prefix + key)
    return given.length === 0 ? [] : [`${given.join(', ')}: ${instead}`]
  })
  return [...told, ...notesOfUnknown(table, known, prefix)]
}

function isOn(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : ![undefined, null, false, '', 0].some((off) => off === value)
}
