import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { HtmlAttribute, HtmlTag } from '@frontdoor/markdown/html'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Host, State } from '../host.ts'
import { schemeOf } from '../readme/scheme.ts'
import { allowsAttribute, type HtmlList } from '../sanitizers/html-list.ts'

/** What a host does to the tags of an element. */
export function tagState({ html }: Host, name: string): State {
  if (html.does !== 'filtered') return html.does
  if (html.allows.escaped.has(name)) return 'literal'
  if (html.allows.disputed.has(name)) return 'unknown'
  return html.allows.tags.has(name) ? 'kept' : 'dropped'
}

/** What a host does to an attribute: what it does to its tag, unless the tag stays without it. */
export function attributeState(host: Host, { name: element }: Pick<HtmlTag, 'name'>, attribute: Written): State {
  const state = tagState(host, element)
  if (state !== 'kept' || host.html.does !== 'filtered') return state
  const { allows } = host.html
  const stays = allowsAttribute(allows, element, attribute) && allowsScheme(allows, attribute)
  return stays ? 'kept' : 'dropped'
}

type Written = Pick<HtmlAttribute, 'name' | 'value'>

function allowsScheme({ schemes }: HtmlList, { name, value }: Written): boolean {
  const scheme = schemeOf(value)
  return scheme === undefined || (schemes.get(name)?.has(scheme) ?? true)
}

/** The opening tags of a document that a host drops or shows as text. */
export function droppedTags(host: Host, document: MarkdownDocument): HtmlTag[] {
  const emptied = emptiedIn(host, document)
  const isDropped = ({ name, start }: HtmlTag) =>
    ['dropped', 'literal'].includes(tagState(host, name)) ||
    emptied.some((range) => range.start < start && start < range.end)
  return document.tags.filter((tag) => tag.kind === 'open' && isDropped(tag))
}

/** What a host leaves out with all that stands in it: what its filter empties, and the heading for which it has a title of its own. */
export function goneOn(host: Host, document: MarkdownDocument): Range[] {
  const heading = host.markup?.noFirstHeading ? firstHeading(host, document) : undefined
  return [...emptiedIn(host, document), ...(heading ? [heading] : [])]
}

/** A heading of the highest levels that a page begins with; tags that the host drops may stand around it. */
function firstHeading(host: Host, document: MarkdownDocument): Range | undefined {
  const [first] = document.sections
  if (!first || first.depth > 2) return undefined
  const isAround = ({ kind, start, name }: HtmlTag) =>
    kind === 'open' && start < first.start && ['kept', 'unknown'].includes(tagState(host, name))
  const before = document.text({ start: 0, end: first.start }, { alt: true })
  const holder = document.tree.children.find((node) => rangeOf(node).end > first.start)
  const isInner = holder?.type !== 'heading' && holder?.type !== 'html'
  const isBehind = before.trim() !== '' || document.links.some(({ image, start }) => image && start < first.start)
  return isInner || isBehind || document.tags.some(isAround) ? undefined : first
}

/** What vanishes whole. A host may keep what its filter would empty. */
function emptiedIn(host: Host, { elements }: MarkdownDocument): Range[] {
  if (host.html.does !== 'filtered') return []
  const { emptied } = host.html.allows
  return elements.filter(({ name, close }) => close && emptied.has(name) && tagState(host, name) === 'dropped')
}
