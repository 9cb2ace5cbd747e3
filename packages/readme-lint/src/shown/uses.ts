import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Feature } from '../host.ts'
import { emojiIn } from './emoji.ts'

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
  for (const { node } of nodes.of('inlineCode')) {
    const { start, end } = rangeOf(node)
    if (isDollared(source, { start, end })) yield { start: start - 1, end: end + 1 }
  }
  const code = nodes.of('inlineCode').map(({ node }) => rangeOf(node))
  for (const { node } of nodes.of('paragraph')) {
    const { start, end } = rangeOf(node)
    const text = source.slice(start, end)
    if (!text.includes('$')) continue
    for (const { index, 0: match } of text.matchAll(formula)) {
      const at = { start: start + index, end: start + index + match.length }
      // In code a dollar is a dollar.
      if (!code.some((range) => range.start < at.end && at.start < range.end)) yield at
    }
  }
}

/** GitHub docs, Writing mathematical expressions, 2026-11-27: a formula may stand in code with a dollar on both sides. */
function isDollared(source: string, { start, end }: Range): boolean {
  return (
    /(?<![\w$\\])\$$/.test(source.slice(Math.max(start - 2, 0), start)) &&
    /^\$(?![\w$])/.test(source.slice(end, end + 2))
  )
}

function* shortcodes({ source, nodes }: MarkdownDocument): Generator<Range> {
  for (const { node } of nodes.of('text')) {
    const { start, end } = rangeOf(node)
    for (const { index, length } of emojiIn(source.slice(start, end))) {
      yield { start: start + index, end: start + index + length }
    }
  }
}

function* colorModes({ links }: MarkdownDocument): Generator<Range> {
  for (const { image, kind, url, urlAt } of links) {
    if (image && kind !== 'reference' && /#gh-(?:dark|light)-mode-only$/.test(url)) yield urlAt
  }
}
