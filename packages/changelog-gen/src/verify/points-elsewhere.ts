/** True for text that only says where to read on: the changelog of a series may be on its branch, that of a package in its folder. */
export function pointsElsewhere(text: string): boolean {
  return /\]\(|https?:/.test(text) && !/^\s*[-*+] /m.test(text)
}
