/** Data of unknown shape, as a parser gives it: every step into it is checked, so a wrong type is a fact that is not there. */
export type Table = Readonly<Record<string, unknown>>

/** A table, or an empty one for anything else. */
export function table(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {}
}

/** What a table holds under a key of its own. */
export function get(value: unknown, key: string): unknown {
  const own = table(value)
  return Object.hasOwn(own, key) ? own[key] : undefined
}

/** Text without space around it; undefined for anything else and for nothing but space. */
export function text(value: unknown): string | undefined {
  const trimmed = typeof value === 'string' ? value.trim() : ''
  return trimmed === '' ? undefined : trimmed
}

/** The texts of a list, or the one text that stands instead of a list. */
export function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.flatMap((item) => text(item) ?? [])
}
