/** What stands at a place in an answer; undefined where the way there ends early. */
export function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )
}

/** The string at a place; empty where there is none. */
export function textAt(value: unknown, ...keys: readonly (string | number)[]): string {
  const found = at(value, ...keys)
  return typeof found === 'string' ? found : ''
}

/** The list at a place, without what is null in it. */
export function listAt(value: unknown, ...keys: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...keys)
  return Array.isArray(found) ? found.filter((one) => one !== null && one !== undefined) : []
}

/** The strings of the list at a place. */
export function textsAt(value: unknown, ...keys: readonly (string | number)[]): string[] {
  return listAt(value, ...keys).filter((one) => typeof one === 'string')
}
