import type { Manifest } from '@frontdoor/kit/project'
import { covers, type Edit, type Range } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import { insertNodes } from '@frontdoor/markdown/insert'
import { rangeOf } from '@frontdoor/markdown/nodes'
import { type Style, styleOf } from '@frontdoor/markdown/style'
import { writeNodes } from '@frontdoor/markdown/write'
import type { RootContent } from 'mdast'
import { allBadgeImages, type BadgeImage } from '../badge-images.ts'
import { recognise } from '../badges.ts'
import type { Check, CheckContext } from '../check.ts'
import { badgeMarkup, cellOf } from './markup.ts'
import type { Proposal } from './proposal.ts'
import { proposalsFor } from './proposals.ts'
import { badgeNode, rowNodes, styled } from './row-nodes.ts'
import { isSaid } from './said.ts'

/** How a row is made. */
export interface RowSettings {
  /** Kinds of badges in their order. */
  readonly kinds: readonly string[]
  /** The style of shields.io; absent for that of the row that is there. */
  readonly style?: string | undefined
  /** How many badges it may have; absent for any number. */
  readonly most?: number | undefined
}

/** Proposes a row of badges, or what a row lacks. */
export function missing({ kinds, style, most = Number.POSITIVE_INFINITY }: RowSettings): Check {
  return {
    name: 'badge/missing',
    summary: 'The badges that the facts of the project speak for stand under the title.',
    *check(context) {
      const { document, images, path } = context
      // The README of a folder below speaks for something else, or to somebody else.
      if (path.includes('/')) return
      // What a block has is there, whoever writes it, and so is a badge that lies in the repository.
      const all = allBadgeImages(document, pageUrl(context))
      const end = topEnd(context)
      const row = images.filter(
        ({ url, whole }) =>
          recognise(url) && whole.end <= end && !isInTable(document, whole) && !isInText(document, whole),
      )
      // A row that a generator writes is for that to lengthen.
      if (
        row.length === 0 &&
        all.some(({ whole }) => whole.end <= end && document.blocks.some((block) => covers(block, whole)))
      )
        return
      const proposals = proposalsFor(context.project, document, (manifest) => !isMissing(manifest, context))
      const lacking = [...new Set(kinds)]
        .flatMap((kind) => proposals.filter((proposal) => proposal.kind === kind))
        .filter((proposal) => !isSaid(proposal, all))
        .map((proposal) => styled(proposal, style ?? styleIn(row)))
      const room = Math.max(0, most - row.length)
      if (lacking.length > 0 && room > 0) yield describe(lacking.slice(0, room), row, context)
      if (lacking.length > room) yield leftOut(lacking.slice(room), row, most)
    },
  }
}

/** Where relative addresses of a README start. */
function pageUrl({ path, project: { repository } }: CheckContext): string {
  return `${repository?.url ?? 'https://localhost'}/blob/HEAD/${path}`
}

/** True where a registry says that it has no such package. */
function isMissing({ ecosystem, name }: Manifest, { known = [] }: CheckContext): boolean {
  return known.some(
    ({ mention, found }) => found.state === 'missing' && mention.ecosystem === ecosystem && mention.name === name,
  )
}

/** Where the first section begins that is not the title; a line of languages above that may be a heading, too, and so may a line of a notice. */
function topEnd({ document }: CheckContext): number {
  const { sections: all, source, tree } = document
  const own = new Set<unknown>(tree.children)
  const sections = all.filter(({ node }) => !node || own.has(node))
  const title = titleOf(document)
  const { start, end } = title ? rangeOf(title) : { start: 0, end: 0 }
  const isAtTop = sections.slice(0, 2).some((section) => start <= section.start && section.start < end)
  return sections.find((section) => !isAtTop || section.start >= end)?.start ?? source.length
}

function isInTable({ nodes }: CheckContext['document'], badge: Range): boolean {
  return nodes.of('table').some(({ node }) => covers(rangeOf(node), badge))
}

/** True for a badge in a sentence, or in a list that has other things, too, as one of links. */
function isInText(document: CheckContext['document'], badge: Range): boolean {
  return [...document.nodes.of('list'), ...document.nodes.of('paragraph')].some(({ node }) => {
    const part = rangeOf(node)
    if (!covers(part, badge)) return false
    return node.type === 'list' ? document.text(part, { alt: false }).trim() !== '' : isSentence(node, document)
  })
}

/** Some words beside badges are links or labels. */
function isSentence(node: RootContent, document: CheckContext['document']): boolean {
  const words = document.text(rangeOf(node), { alt: false }).match(/\p{L}+/gu) ?? []
  return node.type === 'paragraph' && words.length > 8
}

/** The style that most have. What looks like a button of GitHub is one for stars and followers, and no style of a row. */
function styleIn(row: readonly BadgeImage[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { url } of row) {
    const style = url.searchParams.get('style') || 'flat'
    if (url.hostname === 'img.shields.io' && style !== 'social') counts.set(style, (counts.get(style) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

function describe(lacking: readonly Proposal[], row: readonly BadgeImage[], context: CheckContext): Finding {
  const first = firstRow(row, context)
  const last = first.at(-1)
  const edit = last ? append(lacking, { last, row: first }, context) : insert(lacking, context)
  const what = lacking.length === 1 ? 'This badge is' : 'These badges are'
  return {
    at: last ? last.whole : titleRange(context),
    message: `${what} missing: ${lacking.map(({ alt }) => alt).join(', ')}`,
    ...(edit && { fix: { safe: true, edits: [edit] } }),
  }
}

/** Said of a row that is long enough: whoever wants more of it asks for it. */
function leftOut(rest: readonly Proposal[], row: readonly BadgeImage[], most: number): Finding {
  const [names, kinds] = [rest.map(({ alt }) => alt), [...new Set(rest.map(({ kind }) => kind))]]
  return {
    at: row.at(-1)?.whole ?? { start: 0, end: 0 },
    message: `A row of ${Math.max(row.length, most)} badges is long enough without ${names.join(', ')}; to have more, give --kinds ${kinds.join(',')}`,
  }
}

/** The badges before anything else is said; one alone may stand above a row. */
function firstRow(row: readonly BadgeImage[], { document }: CheckContext): readonly BadgeImage[] {
  const rows: BadgeImage[][] = []
  for (const badge of row) {
    const last = rows.at(-1)?.at(-1)
    const between = last && document.slice({ start: last.whole.end, end: badge.whole.start })
    if (between === undefined || /\n[ \t]*\r?\n/.test(between)) rows.push([badge])
    else rows.at(-1)?.push(badge)
  }
  return rows.find(({ length }) => length > 1) ?? rows[0] ?? []
}

interface Neighbours {
  readonly last: BadgeImage
  readonly row: readonly BadgeImage[]
}

/** In the form of the badge that it follows, and as far from it as that stands from what is before. */
function append(lacking: readonly Proposal[], { last, row }: Neighbours, { document }: CheckContext): Edit {
  const { start, end } = cellOf(last, document)
  const [between = ' '] = /(?<=\S)(?:[ \t]+|[ \t]*\r?\n[ \t]*)$/.exec(document.slice({ start: 0, end: start })) ?? []
  const style = inlineStyle(document)
  const write = (proposal: Proposal): string =>
    last.image.tag
      ? badgeMarkup(proposal, row, document)
      : writeNodes([{ type: 'paragraph', children: [badgeNode(proposal)] }], style).trim()
  const text = lacking.map((proposal) => between + write(proposal)).join('')
  return { start: end, end, text }
}

/** A paragraph of its own under the title. */
function insert(lacking: readonly Proposal[], { document }: CheckContext): Edit | undefined {
  const { source, tree } = document
  const title = titleOf(document)
  const slot = title ? { after: title } : { startOf: tree }
  return insertNodes({ source, tree, style: inlineStyle(document) }, slot, [
    { type: 'paragraph', children: rowNodes(lacking) },
  ]).edit
}

/** Definitions would stand far from the row. */
function inlineStyle({ source, tree }: CheckContext['document']): Style {
  return { ...styleOf(source, tree), links: 'inline' }
}

/**
 * The heading, or the HTML with one in it, that all else stands under. At the top of the page it may be smaller, and a picture
 * may stand for it. Below a text, one of several headings is that of a section, and so is one that is called like one.
 */
function titleOf(document: CheckContext['document']): RootContent | undefined {
  const nodes = document.tree.children
  const [title, ...more] = nodes.filter(
    (node) => (node.type === 'heading' && node.depth === 1) || (node.type === 'html' && /<h1[\s>]/i.test(node.value)),
  )
  const above = title ? nodes.slice(0, nodes.indexOf(title)) : []
  const isOfOne = title !== undefined && isOfSection(title, document)
  const isBelow = (node: RootContent): boolean =>
    isOfOne ? saysSomething(node, document) : more.length > 0 && isSentence(node, document)
  if (title && !above.some(isBelow)) return title
  const first = nodes.find((node) => node.type !== 'html' || /<h[2-6][\s>]/i.test(node.value))
  return first && (first.type === 'html' || first.type === 'heading' || isPicture(first)) ? first : undefined
}

function saysSomething(node: RootContent, document: CheckContext['document']): boolean {
  return node.type === 'paragraph' && document.text(rangeOf(node), { alt: false }).trim() !== ''
}

function isOfSection(heading: RootContent, document: CheckContext['document']): boolean {
  return /^(?:install(?:ation|ing)?|getting started|(?:table of )?contents)$/i.test(
    document.text(rangeOf(heading)).trim(),
  )
}

/** A paragraph that is one image. */
function isPicture(node: RootContent): boolean {
  if (node.type !== 'paragraph' || node.children.length !== 1) return false
  return node.children.every(({ type }) => type === 'image' || type === 'imageReference')
}

function titleRange({ document }: CheckContext): { start: number; end: number } {
  const title = titleOf(document)
  return title ? rangeOf(title) : { start: 0, end: 0 }
}
