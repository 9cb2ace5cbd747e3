import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit, Range } from '@frontdoor/markdown/edit'
import { attributeOf } from '@frontdoor/markdown/html'
import type { Link } from '@frontdoor/markdown/links'
import type { Host } from '../../host.ts'
import { isImage } from '../../readme/shown-images.ts'
import { allowsAttribute } from '../../sanitizers/html-list.ts'

/** True for a host that looks at what an alt text says. */
export function looksAtAlt({ html }: Host): boolean {
  return html.does === 'filtered' && html.allows.values.has('img alt')
}

/** True where a host keeps an alt text. */
export function allowsAlt({ html }: Host, alt: string): boolean {
  return html.does !== 'filtered' || allowsAttribute(html.allows, 'img', { name: 'alt', value: alt })
}

/** True for an image that may have an alt text. */
export function hasAlt(link: Link): boolean {
  return isImage(link) && link.kind !== 'definition'
}

/** The alt text of an image. */
export function altOf({ kind, text, tag }: Link): string {
  return kind === 'html' && tag ? (attributeOf(tag, 'alt') ?? '') : text
}

/** Signs that only part words can go; `C++` and `100%` would say something else without theirs. */
const parting: readonly Replacement[] = [
  [/ & /g, ' and '],
  [/[–—]/g, '-'],
  [/[‘’]/g, "'"],
  [/[“”"]|\uFE0F/g, ''],
  [/\s*[|:]\s+|\s+\|\s*/g, ' '],
  [/[?:]+(?=\s|$)/g, ''],
]

/** What is better than no alt text at all. */
const saying: readonly Replacement[] = [
  [/\+\+/g, ' plus plus'],
  [/\+/g, ' plus '],
  [/%/g, ' percent'],
  [/(?<=\w)#/g, ' sharp'],
  [/&/g, ' and '],
  [/[^\p{L}\p{N}\s\-_',[\]!./\\()]+/gu, ' '],
]

type Replacement = readonly [RegExp, string]

/** The alt text with signs that every one of the hosts keeps; none where a sign says something, unless it is `forced`. */
export function altInstead(
  document: MarkdownDocument,
  link: Link,
  { hosts, forced = false }: { readonly hosts: readonly Host[]; readonly forced?: boolean },
): Edit[] {
  const plain = replaced(altOf(link), parting)
  const at = placeOfAlt(document, link)
  const isAsWritten = at && document.slice(at) === altOf(link)
  if (!at || !(isAsWritten || forced)) return []
  const candidates = forced ? [plain, replaced(plain, saying)] : [plain]
  const text = candidates.find((one) => one !== '' && hosts.every((host) => allowsAlt(host, one)))
  if (text === undefined) return []
  if (link.kind === 'html') return [{ ...at, text: asValue(text, document.source.charAt(at.start - 1)) }]
  // Signs that were escaped may be signs of Markdown still.
  return [{ ...at, text: isAsWritten ? text : text.replaceAll(/[\\[\]_]/g, '\\$&') }]
}

/** A text for the value of an attribute that starts behind a sign: a quotation mark, or none. */
function asValue(text: string, sign: string): string {
  if (sign === "'") return text.replaceAll("'", '')
  return sign === '"' ? text : `"${text}"`
}

function replaced(alt: string, replacements: readonly Replacement[]): string {
  const text = replacements.reduce((one, [sign, instead]) => one.replaceAll(sign, instead), alt)
  return text.replaceAll(/ {2,}/g, ' ').trim()
}

function placeOfAlt({ source }: MarkdownDocument, link: Link): Range | undefined {
  if (link.kind === 'html') return link.tag?.attributes.find(({ name }) => name === 'alt')?.valueAt
  if (!source.startsWith('![', link.start)) return undefined
  const start = link.start + 2
  if (source.startsWith(link.text, start)) return { start, end: start + link.text.length }
  const end = source.lastIndexOf('](', link.urlAt.start)
  return end >= start ? { start, end } : undefined
}
