import type { Schema } from 'hast-util-sanitize'
import { find, html, svg } from 'property-information'
import type { Host, HtmlFact } from '../host.ts'
import type { HtmlList } from '../sanitizers/html-list.ts'

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
    attributes: attributesIn(allows),
    protocols: Object.fromEntries([...allows.schemes].map(([name, schemes]) => [hastName(name), [...schemes]])),
    strip: [...allows.emptied],
    clobber: ['id', 'name'],
    clobberPrefix: anchors.prefix.written,
    // The filter would make a box of every `<input>`.
    required: {},
    allowComments: features.comment.does === 'kept',
  }
}

function isFiltered(html: HtmlFact): html is Extract<HtmlFact, { does: 'filtered' }> {
  return html.does === 'filtered'
}

/**
 * For the sanitizer, what may stand on every element stays where the list of an element has a pattern that its value does not match, too. So every
 * element has such attributes on a list of its own.
 */
function attributesIn({ tags, disputed, attributes, values }: HtmlList): Record<string, Definition[]> {
  const everywhere = attributes.get('*') ?? new Set()
  const matched = new Set(
    [...values.keys()].map((key) => key.split(' ')[1] ?? '').filter((name) => everywhere.has(name)),
  )
  const elements = new Set(['*', ...attributes.keys(), ...(matched.size > 0 ? [...tags, ...disputed] : [])])
  const namesOn = (element: string) =>
    element === '*'
      ? [...everywhere].filter((name) => !matched.has(name))
      : new Set([...(attributes.get(element) ?? []), ...matched])
  const definitionsOn = (element: string) =>
    [...namesOn(element)].flatMap((name) =>
      definitions(name, values.get(`${element} ${name}`) ?? values.get(`* ${name}`)),
    )
  return Object.fromEntries([...elements].map((element) => [element, definitionsOn(element)]))
}

function definitions(name: string, pattern: RegExp | undefined): Definition[] {
  if (name === 'data-*') return ['data*']
  if (name === 'aria-*') return ariaProperties
  return hastNames(name).map((one) => (pattern ? [one, pattern] : one))
}

const ariaProperties = Object.keys(html.property).filter((property) => property.startsWith('aria'))

function hastName(attribute: string): string {
  return find(html, attribute).property
}

/** In a drawing, an attribute may have a name of its own: `viewBox`. */
function hastNames(attribute: string): string[] {
  return [...new Set([hastName(attribute), find(svg, attribute).property])]
}
