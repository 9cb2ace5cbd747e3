/** What an address starts with, in lower case: `https`; undefined for a relative one. */
export function schemeOf(url: string): string | undefined {
  return /^\s*([a-z][a-z\d+.-]*):/i.exec(url)?.[1]?.toLowerCase()
}
