/** Letters that Unicode does not take apart, the common ones of those that docutils does. */
const apart: Readonly<Record<string, string>> = { ß: 'sz', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ı: 'i', ł: 'l' }

/** The anchor of a name (docutils, nodes.py, make_id, 0.23). */
export function docutilsSlug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[ßæœøđıł]/g, (letter) => apart[letter] as string)
    .normalize('NFKD')
    .replaceAll(/[^\p{ASCII}]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
}
