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
