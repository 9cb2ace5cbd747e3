import type { Schema } from 'hast-util-sanitize'
import { find, html } from 'property-information'
import type { Host, HtmlFact } from '../host.ts'
import type { HtmlList } from '../shown/html-list.ts'

/** An attribute that stays, as hast names it, and what its value must match. */
type Definition = string | [name: string, value: RegExp]

/**
 * What a host lets through, as a schema for hast-util-sanitize; undefined for a host that does not filter tags. The schema is for a tree
 * in which raw HTML is parsed (`rehype-raw`).
 */
export function sanitizeSchema({ html, anchors, features }: Host): Schema | undefined {
  if (!isFiltered(html)) return undefined
  const { allows } = html
  return {
    tagNames: [...allows.tags, ...allows.disputed],
    attributes: Object.fromEntries([...allows.attributes].map(([element]) => [element, definitions(allows, element)])),
    protocols: Object.fromEntries([...allows.schemes].map(([name, schemes]) => [hastName(name), [...schemes]])),
    strip: [...allows.emptied],
    clobber: ['id', 'name'],
    clobberPrefix: anchors.prefix.written,
    allowComments: features.comment.does === 'kept',
  }
}

function isFiltered(html: HtmlFact): html is Extract<HtmlFact, { does: 'filtered' }> {
  return html.does === 'filtered'
}

function definitions({ attributes, values }: HtmlList, element: string): Definition[] {
  return [...(attributes.get(element) ?? [])].flatMap((name): Definition[] => {
    if (name === 'data-*') return ['data*']
    if (name === 'aria-*') return ariaProperties
    const pattern = values.get(`${element} ${name}`)
    return [pattern ? [hastName(name), pattern] : hastName(name)]
  })
}

const ariaProperties = Object.keys(html.property).filter((property) => property.startsWith('aria'))

function hastName(attribute: string): string {
  return find(html, attribute).property
}
