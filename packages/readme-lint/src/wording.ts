/** Names for a sentence: `npm`, `npm and PyPI`, `npm, PyPI and NuGet`. */
export function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** ` (and 3 more)`, where one stands for all; nothing where it is the only one. */
export function andMore({ length }: readonly unknown[]): string {
  return length > 1 ? ` (and ${length - 1} more)` : ''
}
