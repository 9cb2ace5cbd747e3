/** True where a text starts with a word that may get a capital letter: no name such as `npm-run`, nor several before a colon. */
export function hasSmallStart(text: string): boolean {
  return /^\p{Ll}+(?:'\p{Ll}+)?(?=,?\s|$)/u.test(text) && !/^[\w./-]+(?:, [\w./-]+)+: /.test(text)
}
