import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import { attributeOf } from '@frontdoor/markdown/html'
import type { Link } from '@frontdoor/markdown/links'
import type { Host } from '../../host.ts'
import { outsideGenerated } from '../../readme/generated.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { allowsAttribute } from '../../shown/html-list.ts'
import { groupByHosts, tellOnce } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'host/alt-regex',
  summary: 'Alt text has only signs that pkg.go.dev lets through.',
  why: 'pkg.go.dev drops the whole alt text of an image if it holds a colon, a question mark, `&`, `%`, `|`, `+` or `#`. A screen reader then reads the address of the badge instead of "License: MIT".',
  severity: 'info',
  *check({ document, showings }) {
    const hosts = showings.map(({ host }) => host).filter(looksAtAlt)
    const images = hosts.length > 0 ? document.links.filter(hasAlt) : []
    const dropsOn = (link: Link): Host[] => hosts.filter((host) => !allowsAlt(host, altOf(link)))
    for (const { hosts, places } of groupByHosts(images, dropsOn)) {
      const [first] = places as readonly [Link]
      const edits = outsideGenerated(
        document,
        places.flatMap((link) => mend(document, link, hosts)),
      )
      yield tellOnce({ hosts, places }, document, ({ where, more }) => ({
        message: `The alt text "${altOf(first)}" is dropped on ${where} for its signs${more}: ${edits[0] ? `write "${edits[0].text}"` : 'use letters, digits, blanks and - _ , . ! / ( ) [ ]'}`,
        ...(edits.length > 0 && { fix: { safe: true, edits } }),
      }))
    }
  },
})

function looksAtAlt({ html }: Host): boolean {
  return html.does === 'filtered' && html.allows.values.has('img alt')
}

function allowsAlt({ html }: Host, alt: string): boolean {
  return html.does !== 'filtered' || allowsAttribute(html.allows, 'img', { name: 'alt', value: alt })
}

function hasAlt({ image, kind, tag, attribute }: Link): boolean {
  return image && kind !== 'definition' && (kind !== 'html' || (tag?.name === 'img' && attribute?.name === 'src'))
}

function altOf({ kind, text, tag }: Link): string {
  return kind === 'html' && tag ? (attributeOf(tag, 'alt') ?? '') : text
}

const replacements: readonly (readonly [RegExp, string])[] = [
  [/ & /g, ' and '],
  [/[–—]/g, '-'],
  [/[‘’]/g, "'"],
  [/[“”"]|\uFE0F/g, ''],
  [/\s*[|:]\s+|\s+\|\s*/g, ' '],
  [/[?:]+(?=\s|$)/g, ''],
]

/** Signs that only part words can go; `C++` and `100%` would say something else without theirs. */
function mend(document: MarkdownDocument, link: Link, hosts: readonly Host[]): Edit[] {
  const text = replacements.reduce((alt, [sign, instead]) => alt.replaceAll(sign, instead), altOf(link)).trim()
  const at = placeOfAlt(document, link)
  if (text === '' || !at || document.slice(at) !== altOf(link)) return []
  return hosts.every((host) => allowsAlt(host, text)) ? [{ ...at, text }] : []
}

function placeOfAlt({ source }: MarkdownDocument, link: Link): { start: number; end: number } | undefined {
  if (link.kind === 'html') return link.tag?.attributes.find(({ name }) => name === 'alt')?.valueAt
  const start = link.start + 2
  return source.startsWith('![', link.start) ? { start, end: start + link.text.length } : undefined
}
