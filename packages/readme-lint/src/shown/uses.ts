import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Feature } from '../host.ts'
import { emojiPlaces } from './emoji.ts'

/** Every place where a document uses something that not every host knows, in document order. */
export function usesOf(document: MarkdownDocument, feature: Feature): Range[] {
  return [...finders[feature](document)].sort((a, b) => a.start - b.start)
}

const finders: Readonly<Record<Feature, (document: MarkdownDocument) => Iterable<Range>>> = {
  alert: alerts,
  footnote: ({ nodes }) => nodes.of('footnoteReference').map(({ node }) => rangeOf(node)),
  'task-list': taskLists,
  mermaid: (document) => fences(document, 'mermaid'),
  math,
  'emoji-shortcode': shortcodes,
  comment: ({ comments }) => comments,
  'gh-mode-fragment': colorModes,
}

/**
 * GitHub docs, Alerts, 2026-11-25: the marker stands alone on the first line of a quote that stands in nothing else, in any case of letters (github/markup#1755
 * and github/docs#32959 for lists, Smana/runlore#314 for what stands behind it, 2026-11-27).
 */
function* alerts({ source, nodes }: MarkdownDocument): Generator<Range> {
  for (const { node, parent } of nodes.of('blockquote')) {
    const [first] = node.children
    if (parent.type !== 'root' || first?.type !== 'paragraph') continue
    const { start } = rangeOf(first)
    const [marker] =
      /^\[!(?:note|tip|important|warning|caution)\](?=[ \t]*(?:[\r\n]|$))/i.exec(source.slice(start, start + 40)) ?? []
    if (marker) yield { start, end: start + marker.length }
  }
}

/** One place for each list that has boxes. */
function* taskLists({ nodes }: MarkdownDocument): Generator<Range> {
  for (const { node } of nodes.of('list')) {
    const item = node.children.find(({ checked }) => typeof checked === 'boolean')
    if (item) yield { start: rangeOf(item).start, end: rangeOf(item.children[0] ?? item).end }
  }
}

function* fences({ source, nodes }: MarkdownDocument, language: string): Generator<Range> {
  for (const { node } of nodes.of('code')) {
    if (node.lang?.toLowerCase() !== language) continue
    const { start } = rangeOf(node)
    yield { start, end: start + (/^[^\r\n]*/.exec(source.slice(start, start + 200))?.[0].length ?? 0) }
  }
}

/** A formula has something that a price or a variable of the shell has not. */
export const formula: RegExp =
  /\$\$(?=[^$]*[\\^_=+\-*/{])[^$]+\$\$|(?<![\w$\\])\$(?=[^$\r\n]*[\\^_=])[^\s$](?:[^$\r\n]*[^\s$\\])?\$(?![\w$])/g

function* math(document: MarkdownDocument): Generator<Range> {
  yield* fences(document, 'math')
  const { source, nodes } = document
  const code = nodes.of('inlineCode').map(({ node }) => rangeOf(node))
  for (const { start, end } of code) {
    if (isDollared(source, { start, end })) yield { start: start - 1, end: end + 1 }
  }
  const written = ['paragraph', 'heading', 'tableCell'] as const
  const found = written.flatMap((type) => nodes.of(type).flatMap(({ node }) => formulasIn(source, rangeOf(node))))
  // In code, in tags and in addresses a dollar is a dollar.
  yield* without(found, [
    ...code,
    ...nodes.of('html').map(({ node }) => rangeOf(node)),
    ...document.links.map(({ urlAt }) => urlAt),
  ])
}

function formulasIn(source: string, { start, end }: Range): Range[] {
  const matches = source.slice(start, end).matchAll(formula)
  return [...matches].map(({ index, 0: { length } }) => ({ start: start + index, end: start + index + length }))
}

/** The places that none of the others reach into. */
function without(places: readonly Range[], others: readonly Range[]): Range[] {
  const holes = others.toSorted((a, b) => a.start - b.start)
  let next = 0
  const isFree = ({ start, end }: Range): boolean => {
    while ((holes[next]?.end ?? end) <= start) next++
    return (holes[next]?.start ?? end) >= end
  }
  return places.toSorted((a, b) => a.start - b.start).filter(isFree)
}

/** GitHub docs, Writing mathematical expressions, 2026-11-27: a formula may stand in code with a dollar on both sides. */
function isDollared(source: string, { start, end }: Range): boolean {
  return (
    /(?<![\w$\\])\$$/.test(source.slice(Math.max(start - 2, 0), start)) &&
    /^\$(?![\w$])/.test(source.slice(end, end + 2))
  )
}

/** In code the name of an emoji is a word. */
const code = new Set(['code', 'kbd', 'pre', 'samp', 'script', 'style', 'tt'])

function shortcodes({ source, nodes, htmlTexts, elements }: MarkdownDocument): Range[] {
  const texts = [...nodes.of('text').map(({ node }) => rangeOf(node)), ...htmlTexts]
  const inCode = elements.filter(({ name }) => code.has(name))
  return without(emojiPlaces(source, texts), inCode)
}

function* colorModes({ links }: MarkdownDocument): Generator<Range> {
  for (const { image, kind, url, urlAt } of links) {
    if (image && kind !== 'reference' && /#gh-(?:dark|light)-mode-only$/.test(url)) yield urlAt
  }
}
