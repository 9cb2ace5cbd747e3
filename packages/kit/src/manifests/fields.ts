/** What a file says by the first words of its entries, in lower case: all values of each, in their order. */
export interface Fields {
  all(name: string): readonly string[]
  /** The first value, on one line; undefined for an empty one. */
  get(name: string): string | undefined
}

/**
 * Reads a file in which an entry begins at the margin and goes on indented, as Cabal and R have them: `version: 1.0`, or
 * `executable larder` with its own fields below.
 */
export function readFields(source: string): Fields {
  const entries = new Map<string, string[][]>()
  let open: string[] = []
  for (const line of source.split(/\r?\n/)) {
    if (/^\s*(?:--|#|$)/.test(line)) continue
    const [, name, value = ''] = /^([A-Za-z][\w.@/-]*)[ \t]*:?(.*)$/.exec(line) ?? []
    if (name === undefined) open.push(line)
    else {
      open = [value]
      const entry = entries.get(name.toLowerCase())
      if (entry) entry.push(open)
      else entries.set(name.toLowerCase(), [open])
    }
  }
  const all = (name: string) => (entries.get(name) ?? []).map((lines) => lines.join('\n'))
  return { all, get: (name) => all(name)[0]?.split(/\s+/).join(' ').trim() || undefined }
}

/** SPDX for the way in which Cabal and R name a licence of GNU by its number: `GPL-3`, in R also `GPL (>= 3)`. */
export function gnuLicense(name: string): string {
  const [whole, family, number, minor = '.0'] = /^([AL]?GPL)(?:-| ?\(>= ?)(\d)(\.\d)?\)?$/.exec(name) ?? []
  if (whole === undefined) return name
  return `${family}-${number}${minor}-${whole.includes('>') ? 'or-later' : 'only'}`
}
