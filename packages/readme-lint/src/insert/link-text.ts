import { attributeOf } from '@frontdoor/markdown/html'
import type { Link } from '@frontdoor/markdown/links'
import { type NodeOf, rangeOf } from '@frontdoor/markdown/nodes'
import { percentEncoded } from '@frontdoor/markdown/percent'

/** A piece of the text of a link. */
type PhrasingContent = NodeOf<'link'>['children'][number] | NodeOf<'link'>

/** A link to add. The label comes from us, the address from the project's own facts. */
export interface NewLink {
  readonly label: string
  readonly url: string
}

/** Signs that end an address, or make something else of it, in Markdown or HTML. */
const unsafe = /[\s<>()[\]{}"'`\\|]/g

/** An address as it can be written anywhere: what could end it is percent-encoded. */
export function hrefOf(url: string): string {
  return url.replaceAll(unsafe, percentEncoded)
}

/** An address that `hrefOf` has made, with nothing that Markdown would decode. */
export function inMarkdown(href: string): string {
  return href.replaceAll(/&(?=#?\w+;)/g, '&amp;')
}

/** The same as the value of an attribute or the text of an element. */
export function inHtml(href: string): string {
  return href.replaceAll('&', '&amp;')
}

/** Writes a link in the form of another one, with its emphasis and without its title. */
export function writeLike(model: Link, { label, url }: NewLink, source: string): string {
  const href = hrefOf(url)
  if (model.kind === 'autolink') return source.charAt(model.start) === '<' ? `<${inMarkdown(href)}>` : href
  if (model.kind === 'html') return htmlLike(model, { label, url: href }, source)
  const children = model.node && 'children' in model.node ? (model.node.children as PhrasingContent[]) : []
  return `[${textLike(children, label, source)}](${inMarkdown(href)})`
}

/** The label with the emphasis around the text of the model, if it has the same around all of it. */
function textLike(children: readonly PhrasingContent[], label: string, source: string): string {
  const [only] = children
  if (!only || children.length > 1 || !('children' in only)) return label
  const [start, end] = [rangeOf(only).start, rangeOf(only).end]
  const inner = only.children as PhrasingContent[]
  const [first, last] = [inner[0], inner.at(-1)]
  if (!first || !last) return label
  return (
    source.slice(start, rangeOf(first).start) + textLike(inner, label, source) + source.slice(rangeOf(last).end, end)
  )
}

function htmlLike(model: Link, { label, url }: NewLink, source: string): string {
  const { tag } = model
  if (!tag) return `<a href="${inHtml(url)}">${label}</a>`
  const kept = ['target', 'rel'].flatMap((name) => {
    const value = attributeOf(tag, name)
    return value && /^(?:_\w+|(?:no\w+\s*)+)$/.test(value) ? [` ${name}="${value}"`] : []
  })
  const inner = source.slice(tag.end, Math.max(tag.end, source.lastIndexOf('</', model.end - 1)))
  // Words between tags that hold all of them: `<b>Docs</b>`.
  const [, open = '', close = ''] =
    /^(\s*(?:<(?:b|strong|em|i|code|sub|sup)>\s*)*)[^<>]*?((?:\s*<\/\w+>)*\s*)$/i.exec(inner) ?? []
  return `<a href="${inHtml(url)}"${kept.join('')}>${open}${label}${close}</a>`
}
