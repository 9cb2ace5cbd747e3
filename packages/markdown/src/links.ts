import type { Definition, Image, ImageReference, Link as LinkNode, LinkReference } from 'mdast'
import type { Position } from 'unist'
import { definitionDestination, resourceDestination } from './destination.ts'
import type { Range } from './edit.ts'
import type { HtmlAttribute, HtmlElement, HtmlTag } from './html.ts'
import { oneLine } from './lines.ts'
import { type NodeIndex, rangeOf } from './nodes.ts'

/** Where the address of a node is written, if its parser knows. */
interface AddressData {
  address?: Position
}

declare module 'mdast' {
  interface DefinitionData extends AddressData {}
  interface ImageData extends AddressData {}
  interface LinkData extends AddressData {}
}

/** Where a link or image leads, and where that is written. */
export interface Link extends Range {
  /**
   * `inline` `[a](b)`, `reference` `[a][b]` (its address stands in a definition), `definition` `[b]: c`,
   * `autolink` `<https://…>` or a bare address, `html` an attribute of a tag.
   */
  readonly kind: 'inline' | 'reference' | 'definition' | 'autolink' | 'html'
  /** True for what is shown in its place; of a definition, where nothing but images has it. */
  readonly image: boolean
  /** The address, with escapes and character references decoded. */
  readonly url: string
  /** Range of the address as written; for a reference that of its definition. */
  readonly urlAt: Range
  /** What a reader sees, on one line: the text of a link with the alt text of images in it, the alt text of an image. */
  readonly text: string
  /** The Markdown node; absent for HTML. */
  readonly node?: LinkNode | Image | LinkReference | ImageReference | Definition
  /** For HTML the tag and its attribute (`href`, `src`, `srcset` …). Each candidate of a `srcset` is a link of its own. */
  readonly tag?: HtmlTag
  readonly attribute?: HtmlAttribute
}

/** What a document is made of, as far as its links need it. */
export interface LinkSource {
  readonly source: string
  readonly nodes: NodeIndex
  readonly elements: readonly HtmlElement[]
  /** What a reader sees in a range. */
  text(range: Range): string
}

/** Reads every link, image and definition of Markdown, kind by kind. */
export function readMarkdownLinks(document: LinkSource): Link[] {
  const { nodes } = document
  const isImage = imageDefinitions(nodes)
  const definitions = nodes.of('definition').map(({ node }) => readDefinition(document, node, isImage(node)))
  const resources = [...nodes.of('link'), ...nodes.of('image')].map(({ node }) => readResource(document, node))
  return [...definitions, ...resources, ...readReferences(document, definitions)]
}

/** Tells what is only shown and never linked. */
function imageDefinitions(nodes: NodeIndex): (definition: Definition) => boolean {
  const [links, images] = (['linkReference', 'imageReference'] as const).map(
    (type) => new Set(nodes.of(type).map(({ node }) => node.identifier)),
  ) as [Set<string>, Set<string>]
  return ({ identifier }) => images.has(identifier) && !links.has(identifier)
}

function readDefinition({ source }: LinkSource, node: Definition, image: boolean): Link {
  const urlAt = givenAddress(node) ?? definitionDestination(source, node)
  const text = oneLine(node.label as string)
  return { ...rangeOf(node), kind: 'definition', image, url: node.url, urlAt, text, node }
}

/** A parser of another language than Markdown says where an address is written. */
function givenAddress({ data }: LinkNode | Image | Definition): Range | undefined {
  return data?.address && { start: data.address.start.offset as number, end: data.address.end.offset as number }
}

function readReferences(document: LinkSource, definitions: readonly Link[]): Link[] {
  // The first definition of an identifier wins, so it is the last to be set.
  const byIdentifier = new Map(definitions.toReversed().map((link) => [(link.node as Definition).identifier, link]))
  const { nodes } = document
  return [...nodes.of('linkReference'), ...nodes.of('imageReference')].map(({ node }) => {
    const { url, urlAt } = byIdentifier.get(node.identifier) as Link
    return { ...describe(document, node), kind: 'reference', url, urlAt, node }
  })
}

function readResource(document: LinkSource, node: LinkNode | Image): Link {
  const { source } = document
  const range = rangeOf(node)
  const link = { ...describe(document, node), url: node.url, node }
  const given = givenAddress(node)
  if (given) return { ...link, kind: given.start === range.start ? 'autolink' : 'inline', urlAt: given }
  const first = source.charAt(range.start)
  if (first === '[' || node.type === 'image') {
    return { ...link, kind: 'inline', urlAt: resourceDestination(source, node) }
  }
  const urlAt = first === '<' ? { start: range.start + 1, end: range.end - 1 } : range
  return { ...link, kind: 'autolink', urlAt }
}

function describe(
  document: LinkSource,
  node: LinkNode | Image | LinkReference | ImageReference,
): Range & Pick<Link, 'image' | 'text'> {
  const range = rangeOf(node)
  const image = 'alt' in node
  return { ...range, image, text: oneLine(image ? (node.alt as string) : document.text(range)) }
}
