/** Ways to write a document otherwise that keep what it means: all that is found in one is found in the others. */
export const variants: readonly (readonly [name: string, change: (source: string) => string])[] = [
  ['as it is', (source) => source],
  ['with CRLF', (source) => source.replaceAll(/\r\n|\n|\r/g, '\r\n')],
  ['with CR', (source) => source.replaceAll(/\r\n|\n|\r/g, '\r')],
  ['with a byte order mark', (source) => `\uFEFF${source.replace(/^\uFEFF/, '')}`],
  ['in a quote', (source) => source.replaceAll(/(?<![^\r\n])(?!(?<=\r)\n)/g, '> ')],
  ['in a list item', (source) => `- ${source.replaceAll(/\n(?!$)/g, '\n  ')}`],
  ['in a list item in a quote', (source) => `> - ${source.replaceAll(/\n(?!$)/g, '\n>   ')}`],
]
