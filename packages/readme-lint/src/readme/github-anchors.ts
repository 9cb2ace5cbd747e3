import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { attributeOf } from '@frontdoor/markdown/html'
import { squeeze } from './squeeze.ts'

/** The anchors of a document as GitHub makes them: of headings, of `id` and `name` in HTML, and of footnotes. */
export function anchorsOf({ sections, tags, nodes }: MarkdownDocument): Set<string> {
  // That GitHub keeps the joiner of Persian words is likely, and not known.
  const anchors = new Set(sections.flatMap(({ slug }) => [slug, slug.replaceAll('\u200C', '')]))
  for (const tag of tags) {
    for (const name of ['id', 'name']) {
      const value = attributeOf(tag, name)
      if (value) anchors.add(value.replace(/^user-content-/, ''))
    }
  }
  for (const { node } of nodes.of('footnoteDefinition')) anchors.add(`fn-${node.identifier}`)
  for (const { node } of nodes.of('footnoteReference')) anchors.add(`fnref-${node.identifier}`)
  return anchors
}

/** Anchors as other tools write them: `{#id}` behind a heading (MkDocs), `(label)=` (MyST), and HTML. */
const written = /\{[^\n{}]*#([^\s{}]+)|^\(([^\s()]+)\)=|\b(?:id|name)\s*=\s*["']?([^\s"'>]+)/gm

/** What a line says of a heading: that it is one, or that the line above is. */
const headings =
  /^[ \t>]{0,6}#{1,6}[ \t]+(.+)$|^[ \t>]{0,6}(\S.*)\r?\n[ \t>]{0,6}(?:=+|-+)[ \t]*$|<h[1-6][^<>]*>((?:[^<]|<(?!\/?h[1-6]))*)<\/h[1-6]>/gim

/**
 * The anchors that the text of another file can have, squeezed: rather one too many than one too few, and without a parser,
 * since a README may lead to any number of files of any size.
 */
export function possibleAnchors(text: string): Set<string> {
  const anchors = new Set<string>()
  for (const [, ...names] of text.matchAll(written)) anchors.add(squeeze(names.join('')))
  for (const [, ...titles] of text.matchAll(headings)) {
    const title = titles.join('')
    // Nobody links a heading of this length, and hostile ones take long to read.
    if (title.length > 1000) continue
    anchors.add(squeeze(title)).add(squeeze(withoutMarkup(title)))
  }
  return anchors
}

function withoutMarkup(title: string): string {
  return title
    .replaceAll(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, '')
    .replaceAll(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replaceAll(/<[^>]+>|\{[^}]*\}/g, '')
    .replaceAll(/&\w+;/g, '')
}
