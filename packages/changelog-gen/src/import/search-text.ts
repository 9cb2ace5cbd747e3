import { searchOf } from '@frontdoor/kit/config/search'

/** Classes of POSIX, which expressions of Rust and Go have inside brackets. */
const classes: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z\\d',
  alpha: 'A-Za-z',
  digit: '\\d',
  lower: 'a-z',
  space: '\\s',
  upper: 'A-Z',
  word: '\\w',
}

/** An expression of Rust or Go as a search of ours, with more flags. */
export function searchText(pattern: string, more = ''): string {
  const given = flagsOf(pattern)
  const source = pattern
    .slice(given.length)
    .replace(/^\.\*(?=.)/, '')
    .replace(/(.)\.\*$/, '$1')
    .replaceAll(/\[:([a-z]+):\]/g, (whole, name: string) => classes[name] ?? whole)
  const flags = new Set(`${given.slice(2, -1)}${more}`)
  return `/${source.replaceAll(/(?<!\\)\//g, '\\/')}/${[...flags].join('')}`
}

/** `(?i)` in front of an expression. */
export function flagsOf(pattern: string): string {
  return /^\(\?[a-z]+\)/.exec(pattern)?.[0] ?? ''
}

/**
 * Searches made of the patterns of a key, each once, as far as they are expressions of JavaScript, too; of the others it is told.
 *
 * @param around makes the whole expression of a pattern
 */
export function searchesOf(
  patterns: readonly string[],
  key: string,
  around: (pattern: string) => string = (pattern) => pattern,
): { readonly searches: readonly string[]; readonly notes: readonly string[] } {
  const made = patterns.map((pattern) => ({ pattern, search: searchText(around(pattern)) }))
  const [known, odd] = [made.filter(({ search }) => searchOf(search)), made.filter(({ search }) => !searchOf(search))]
  return {
    searches: [...new Set(known.map(({ search }) => search))],
    notes: odd.map(({ pattern }) => `${key}: ${pattern} is no expression of JavaScript`),
  }
}

/** A word with `?` behind its last letter is two of them: `docs?`. */
export function wordsOf(word: string): readonly string[] {
  return word.endsWith('?') ? [word.slice(0, -2), word.slice(0, -1)] : [word]
}
