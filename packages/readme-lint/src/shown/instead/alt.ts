import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit, Range } from '@frontdoor/markdown/edit'
import { attributeOf } from '@frontdoor/markdown/html'
import type { Link } from '@frontdoor/markdown/links'
import type { Host } from '../../host.ts'
import { allowsAttribute } from '../html-list.ts'

/** True for a host that looks at what an alt text says. */
export function looksAtAlt({ html }: Host): boolean {
  return html.does === 'filtered' && html.allows.values.has('img alt')
}

/** True where a host keeps an alt text. */
export function allowsAlt({ html }: Host, alt: string): boolean {
  return html.does !== 'filtered' || allowsAttribute(html.allows, 'img', { name: 'alt', value: alt })
}

/** True for an image that may have an alt text. */
export function hasAlt({ image, kind, tag, attribute }: Link): boolean {
  return image && kind !== 'definition' && (kind !== 'html' || (tag?.name === 'img' && attribute?.name === 'src'))
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
  if (!at || document.slice(at) !== altOf(link)) return []
  const candidates = forced ? [plain, replaced(plain, saying)] : [plain]
  const text = candidates.find((one) => one !== '' && hosts.every((host) => allowsAlt(host, one)))
  return text === undefined ? [] : [{ ...at, text }]
}

function replaced(alt: string, replacements: readonly Replacement[]): string {
  const text = replacements.reduce((one, [sign, instead]) => one.replaceAll(sign, instead), alt)
  return text.replaceAll(/ {2,}/g, ' ').trim()
}

function placeOfAlt({ source }: MarkdownDocument, link: Link): Range | undefined {
  if (link.kind === 'html') return link.tag?.attributes.find(({ name }) => name === 'alt')?.valueAt
  const start = link.start + 2
  return source.startsWith('![', link.start) ? { start, end: start + link.text.length } : undefined
}
