import { loadReader } from '@frontdoor/kit/parser'
import { isRst } from '@frontdoor/kit/readmes'
import { readRst } from '@frontdoor/kit/rst'
import { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { walk } from '@frontdoor/markdown/nodes'
import type { Root } from 'mdast'
import type { Host } from '../host.ts'
import { cutOn } from '../shown/limit.ts'
import type { Placed } from '../shown/relative.ts'
import { usesOf } from '../shown/uses.ts'

/**
 * A README as the parser of a host reads it: cut at its limit, and without what it does not know of Markdown. All ranges are those
 * of the README as it is written.
 */
export async function asReadBy(host: Host, { document, path }: Placed): Promise<MarkdownDocument> {
  const { source } = document
  const cut = cutOn(host, source)
  if (isRst(path)) return cut === undefined ? document : readRst(source.slice(0, cut), path)
  // Of a long README, no more may have been parsed than can be seen.
  const parsed = document.tree.position?.end.offset ?? source.length
  const upTo = Math.min(cut ?? source.length, parsed)
  const without = unknownTo(host, document)
  const body = source.slice(0, upTo).replace(/^\uFEFF+/, '')
  const cuts = host.html.does === 'literal' && host.features.comment.does === 'dropped' ? commentsIn(body) : []
  if (upTo === parsed && without.length === 0 && cuts.length === 0) return document
  const read = await loadReader('auto')
  if (cuts.length === 0) return read(source, path, { without, upTo })
  const { tree } = await read(withoutRanges(body, cuts), path, { without })
  return new MarkdownDocument(source, () => movedBack(tree, cuts))
}

/** Constructs that the README uses and the host does not know, as micromark names them. */
function unknownTo({ html, features, markup }: Host, document: MarkdownDocument): string[] {
  const { nodes, tree } = document
  // mdast names only one kind among its types.
  const hasFrontMatter = ['yaml', 'toml'].includes(tree.children[0]?.type ?? '')
  const isUsed = nodes.of('footnoteReference').length + nodes.of('footnoteDefinition').length > 0
  return [
    ...(markup?.frontMatter === 'markdown' && hasFrontMatter ? ['frontmatter'] : []),
    ...(html.does === 'literal' && nodes.of('html').length > 0 ? ['htmlFlow', 'htmlText'] : []),
    ...(features.footnote.does === 'literal' && isUsed
      ? ['gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall']
      : []),
    ...(features['task-list'].does === 'literal' && usesOf(document, 'task-list').length > 0 ? ['tasklistCheck'] : []),
  ]
}

/** A host that reads no HTML knows comments by their signs alone, in code, too. */
function commentsIn(source: string): Range[] {
  const comments: Range[] = []
  for (let start = source.indexOf('<!--'); start >= 0; start = source.indexOf('<!--', comments.at(-1)?.end)) {
    const end = source.indexOf('-->', start + 4)
    if (end < 0) break
    comments.push({ start, end: end + 3 })
  }
  return comments
}

/** Ranges in document order that do not overlap. */
function withoutRanges(source: string, cuts: readonly Range[]): string {
  let [text, from] = ['', 0]
  for (const { start, end } of cuts) {
    text += source.slice(from, start)
    from = end
  }
  return text + source.slice(from)
}

/** A tree of a text without some ranges, as one of the whole text. */
function movedBack(tree: Root, cuts: readonly Range[]): Root {
  const points = new Set([tree.position?.start, tree.position?.end])
  walk(tree, ({ node }) => points.add(node.position?.start).add(node.position?.end))
  const ordered = [...points].filter((point) => point?.offset !== undefined) as { offset: number }[]
  ordered.sort((a, b) => a.offset - b.offset)
  let [index, moved] = [0, 0]
  for (const point of ordered) {
    for (let cut = cuts[index]; cut && cut.start - moved <= point.offset; cut = cuts[++index]) {
      moved += cut.end - cut.start
    }
    point.offset += moved
  }
  return tree
}
