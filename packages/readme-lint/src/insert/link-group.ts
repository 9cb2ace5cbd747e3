import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Edit, type Range } from '@frontdoor/markdown/edit'
import type { Link } from '@frontdoor/markdown/links'
import { type NodeOf, rangeOf } from '@frontdoor/markdown/nodes'
import { linksIn } from '../readme/top.ts'
import { isTranslation } from '../topics/languages.ts'
import { names, type Topic } from '../topics/topics.ts'
import { hrefOf, inMarkdown, type NewLink, writeLike } from './link-text.ts'

/** Links that stand together and say where else to go. */
export interface LinkGroup {
  /** The last of them, after which another one goes, in its form. */
  readonly last: Link
  /** What stands between two of them. */
  readonly gap: string
  /** One of them, in the form that most have. */
  readonly model: Link
  /** Their texts. */
  readonly labels: readonly string[]
  /** For links with a label before them (`**Documentation**: https://…`): the block that holds the last one. */
  readonly labelled?: Range
  /** True where that block is a paragraph, not the item of a list. */
  readonly isParagraph?: true
}

/** Finds a row of links (`[Docs](…) | [Chat](…)`), a list of links, or labelled links in a range. The last one counts. */
export function findGroup(document: MarkdownDocument, range: Range): LinkGroup | undefined {
  const links = linksIn(document, range).filter((link) => isGuide(document, link))
  return findRow(document, links) ?? findLabelled(document, links)
}

/** A link with words of its own that leads away from the page, not to a translation, and not written by a generator. */
function isGuide(document: MarkdownDocument, link: Link): boolean {
  const { blocks } = document
  if (link.url.startsWith('#') || isTranslation(link)) return false
  if (document.text(link, { alt: false }).trim() === '') return false
  return !blocks.some(({ start, end }) => start < link.start && link.start < end)
}

function findRow(document: MarkdownDocument, links: readonly Link[]): LinkGroup | undefined {
  for (let end = links.length; end > 1; ) {
    let start = end - 1
    while (start > 0 && isSeparator(between(document, links[start - 1], links[start]))) start--
    const row = links.slice(start, end)
    const last = row.at(-1)
    if (last && row.length > 1 && row.some(isNavigation) && standsAlone(document, row)) {
      const model = row.findLast(({ kind }) => kind === row[0]?.kind) ?? last
      return { last, model, gap: between(document, row.at(-2), last), labels: row.map(({ text }) => text) }
    }
    end = start
  }
  return undefined
}

const elsewhere =
  /\b(?:sources?|code|github|gitlab|home|blog|demo|playground|chat|discord|slack|gitter|forum|twitter|mastodon|bluesky|youtube|api|examples?|roadmap)\b/i

const guides: readonly Topic[] = [
  'documentation',
  'help',
  'changelog',
  'contributing',
  'install',
  'usage',
  'sponsors',
  'security',
]

/** A link to another page of the project. A row without any is a list of other things: of hosts, formats, companies. */
function isNavigation({ text }: Link): boolean {
  return elsewhere.test(text) || guides.some((topic) => names(topic, text))
}

function between({ source }: MarkdownDocument, one: Link | undefined, other: Link | undefined): string {
  return source.slice(one?.end ?? 0, other?.start ?? 0)
}

/** Inline tags, references to signs, and the signs that people put between links; a line end with a bullet for a list. */
const separator =
  /^(?:<\/?(?:b|strong|em|i|sup|sub|small|span|kbd|br|li)\b[^<>]*>|&(?:nbsp|bull|middot|emsp|ensp|vert|mid|#\d+|#x[\da-f]+);|[\s*_|•·∙⋅‧●◆♦★—–\-/\\,;:»«+~✦➖])*$/iu

function isSeparator(gap: string): boolean {
  return gap !== '' && gap.length <= 120 && !/\n[ \t]*\r?\n|\r[ \t]*\r/.test(gap) && separator.test(gap)
}

/** True where the block around a row holds no words but its own. */
function standsAlone(document: MarkdownDocument, row: readonly Link[]): boolean {
  const [first, last] = [row[0], row.at(-1)]
  if (!first || !last) return false
  const around = blockAround(document, { start: first.start, end: last.end })
  if (!around) return false
  const rest = [
    { start: around.start, end: first.start },
    { start: last.end, end: around.end },
  ]
  return rest.every((part) => !/[\p{L}\p{N}]/u.test(document.text(part, { alt: false })))
}

/** The innermost HTML block element around a range, else the block of the tree. */
function blockAround({ tree, elements }: MarkdownDocument, range: Range): Range | undefined {
  const block = tree.children.find((node) => covers(rangeOf(node), range))
  if (block?.type !== 'html') return block && /^(?:paragraph|list)$/.test(block.type) ? rangeOf(block) : undefined
  const names = /^(?:p|div|center|h[1-6]|ul|ol|nav)$/
  return (
    elements.findLast((element) => names.test(element.name) && element.close && covers(element, range)) ??
    rangeOf(block)
  )
}

/** The last paragraph or item that holds nothing but a label and its link. */
function findLabelled(document: MarkdownDocument, links: readonly Link[]): LinkGroup | undefined {
  for (const last of links.toReversed()) {
    const found = labelledBlock(document, last)
    if (found) return { last, model: last, labels: [last.text], ...found }
  }
  return undefined
}

function labelledBlock(
  document: MarkdownDocument,
  link: Link,
): Pick<LinkGroup, 'gap' | 'labelled' | 'isParagraph'> | undefined {
  const holds = (node: Parameters<typeof rangeOf>[0]) => covers(rangeOf(node), link)
  const block = document.tree.children.find(holds)
  if (block?.type === 'paragraph' && isLabelled(document, block, link)) {
    return { gap: document.eol + document.eol, labelled: rangeOf(block), isParagraph: true }
  }
  if (block?.type !== 'list') return undefined
  const item = block.children.find(holds)
  const [paragraph, ...more] = item?.children ?? []
  if (!item || paragraph?.type !== 'paragraph' || more.length > 0 || !isLabelled(document, paragraph, link))
    return undefined
  return { gap: document.eol, labelled: rangeOf(item) }
}

function isLabelled(document: MarkdownDocument, paragraph: NodeOf<'paragraph'>, link: Link): boolean {
  const { start, end } = rangeOf(paragraph)
  const before = document.text({ start, end: link.start }, { alt: false })
  const written = document.source.slice(start, end)
  if (/[\r\n]/.test(written) || !/^[\p{L}\p{N}][\p{L}\p{N}\s'&/-]{1,30}:\s*$/u.test(before)) return false
  return /^[\s.*_]*$/.test(document.source.slice(link.end, end))
}

/** Adds a link behind the last one of a group, in its form. */
export function grow({ source }: MarkdownDocument, group: LinkGroup, link: NewLink): Edit {
  const { last, model, gap, labels, labelled } = group
  if (!labelled) {
    const written = writeLike(model, { ...link, label: inCase(link.label, labels) }, source)
    return { start: last.end, end: last.end, text: gap + written }
  }
  const href = hrefOf(link.url)
  const lead = source.slice(labelled.start, last.start).replace(/\p{L}[\p{L}\p{N}\s'&/-]*/u, link.label)
  const tail = source.slice(last.end, labelled.end)
  const text = lead + writeLike(last, { label: inMarkdown(href), url: link.url }, source) + tail
  return { start: labelled.end, end: labelled.end, text: gap + text }
}

/** `Source code` among `docs | chat` is `source code`, and among `Get Started` it is `Source Code`. */
function inCase(label: string, labels: readonly string[]): string {
  if (labels.every((other) => other === other.toLowerCase() && other !== other.toUpperCase()))
    return label.toLowerCase()
  const isTitle = labels.some((other) => /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(other))
  return isTitle ? label.replaceAll(/(?<=\s)\p{Ll}/gu, (letter) => letter.toUpperCase()) : label
}
