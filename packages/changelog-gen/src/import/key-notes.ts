import { at, textAt } from '../json.ts'

/** What to do instead of some keys that there is no setting for. */
export type Advice = readonly (readonly [instead: string, ...keys: string[]])[]

/** Advice that holds for most tools. */
export const noCommit = 'no commit or tag is made; let the release job do it'
export const noProgram = 'no program is run; let the release job do it'

/** The same for versions, behind what they stand in. */
export const notWritten = 'is not written; let the release job do it with "changelog-gen next"'

/** Keys of a table, and what becomes of them. */
export interface Known {
  /** Those that are taken over, told of in other words, or mean nothing here. */
  readonly mapped: readonly string[]
  readonly advice?: Advice
  /** What stands before a key where it is told of: `workspace.`. */
  readonly prefix?: string
}

/**
 * Tells of the keys of a table that are not taken over, those with the same advice in one line. Of those with advice, what is switched off is
 * not told.
 */
export function keyNotes(table: unknown, { mapped, advice = [], prefix = '' }: Known): string[] {
  const known = new Set([...mapped, ...advice.flatMap(([, ...keys]) => keys)])
  const told = advice.flatMap(([instead, ...keys]) => {
    const given = keys.filter((key) => isOn(at(table, key))).map((key) => prefix + key)
    return given.length === 0 ? [] : [`${given.join(', ')}: ${instead}`]
  })
  const keys = typeof table === 'object' && table !== null && !Array.isArray(table) ? Object.keys(table) : []
  const unknown = keys.filter((key) => !known.has(key))
  return [...told, ...unknown.map((key) => `${prefix}${key}: there is no such setting here, so it is left out`)]
}

/** False where a key says that something is not wanted, or says nothing. */
export function isOn(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : ![undefined, null, false, '', 0].some((off) => off === value)
}

/** Tells of a preset of conventional-changelog, a name or an object with one, whose types are not those that are known. */
export function presetNotes(config: unknown, key: string): string[] {
  const preset = at(config, key)
  const name = typeof preset === 'string' ? preset : textAt(preset, 'name')
  return name === '' || /conventional-?commits|angular/.test(name)
    ? []
    : [`${key}: ${name} is not known here; set "categories"`]
}
