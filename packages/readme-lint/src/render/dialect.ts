import type { Repository } from '@frontdoor/kit/project'
import { loadReader } from '@frontdoor/kit/readme/parser'
import { isRst } from '@frontdoor/kit/readme/readmes'
import { readRst } from '@frontdoor/kit/readme/rst'
import { MarkdownDocument } from '@frontdoor/markdown/document'
import { applyEdits, covers, type Edit } from '@frontdoor/markdown/edit'
import { rangeOf, walk } from '@frontdoor/markdown/nodes'
import type { Root } from 'mdast'
import type { Host } from '../host.ts'
import { cutOn } from '../shown/limit.ts'
import type { Placed } from '../shown/relative.ts'
import { usesOf } from '../shown/uses.ts'
import { isLinkedByVsce, issueLink, issuesIn } from '../shown/vsce-issues.ts'

/**
 * A README as the parser of a host reads it: cut at its limit, without what it does not know of Markdown, and with the links that a
 * packager makes. All ranges are those of the README as it is written.
 */
export async function asReadBy(host: Host, { document, path, project }: Placed): Promise<MarkdownDocument> {
  const { source } = document
  const cut = cutOn(host, source)
  if (isRst(path)) return cut === undefined ? document : readRst(source.slice(0, cut), path)
  // Of a long README, no more may have been parsed than can be seen.
  const parsed = document.tree.position?.end.offset ?? source.length
  const upTo = Math.min(cut ?? source.length, parsed)
  const without = unknownTo(host, document)
  const body = source.slice(0, upTo).replace(/^\uFEFF+/, '')
  const edits = [
    ...(host.html.does === 'literal' && host.features.comment.does === 'dropped' ? commentsIn(body) : []),
    ...(host.markup?.vsceIssues && isLinkedByVsce(project.repository)
      ? issueLinks(body, document, project.repository)
      : []),
  ]
  if (upTo === parsed && without.length === 0 && edits.length === 0) return document
  const read = await loadReader('auto')
  if (edits.length === 0) return read(source, path, { without, upTo })
  const { tree } = await read(applyEdits(body, edits), path, { without })
  return new MarkdownDocument(source, () => movedBack(tree, edits))
}

/** In raw HTML, a link in Markdown would only be text, and the places of its tags are needed as they are. */
function issueLinks(body: string, { nodes }: MarkdownDocument, repository: Repository): Edit[] {
  const html = nodes.of('html').map(({ node }) => rangeOf(node))
  return issuesIn(body, { start: 0, end: body.length })
    .filter((at) => !html.some((range) => covers(range, at)))
    .flatMap((at) => issueLink(body, at, repository))
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

/** A host that reads no HTML knows comments by their signs alone, in code, too; it takes them out. */
function commentsIn(source: string): Edit[] {
  const comments: Edit[] = []
  for (let start = source.indexOf('<!--'); start >= 0; start = source.indexOf('<!--', comments.at(-1)?.end)) {
    const end = source.indexOf('-->', start + 4)
    if (end < 0) break
    comments.push({ start, end: end + 3, text: '' })
  }
  return comments
}

/** A tree of an edited text as one of the text before the edits, which are in document order and do not overlap. */
function movedBack(tree: Root, edits: readonly Edit[]): Root {
  const points = new Set([tree.position?.start, tree.position?.end])
  walk(tree, ({ node }) => points.add(node.position?.start).add(node.position?.end))
  const ordered = [...points].filter((point) => point?.offset !== undefined) as { offset: number }[]
  ordered.sort((a, b) => a.offset - b.offset)
  let [index, moved] = [0, 0]
  for (const point of ordered) {
    for (
      let edit = edits[index];
      edit && edit.start - moved + edit.text.length <= point.offset;
      edit = edits[++index]
    ) {
      moved += edit.end - edit.start - edit.text.length
    }
    const next = edits[index]
    // What stands in a new text has the place of that text.
    point.offset = Math.min(point.offset + moved, next?.start ?? Number.POSITIVE_INFINITY)
  }
  return tree
}
