import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import { joinAdjacent } from '@frontdoor/markdown/adjacent'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Edit, type Range } from '@frontdoor/markdown/edit'
import type { Link } from '@frontdoor/markdown/links'
import { nextLine, removableLine } from '../readme/lines.ts'
import type { ImageWithLink } from './badges.ts'

/**
 * Takes out badges with the links around them, and the lines that they leave empty. One stays where its link holds more than
 * the badge, or where something would be left that means nothing: an empty item of a list, an empty cell.
 */
export function removeBadges(document: MarkdownDocument, badges: readonly ImageWithLink[]): Edit[] {
  const { source } = document
  const ranges = badges.flatMap((badge) => usesOf(document, badge)).flatMap((use) => badgeRange(document, use) ?? [])
  ranges.sort((a, b) => a.start - b.start)
  return joinAdjacent(source, ranges).flatMap((row) => removal(source, row) ?? [])
}

/** Badges that share a definition have one address: they go together, or that address is found again. */
function usesOf({ links }: MarkdownDocument, badge: ImageWithLink): Pick<ImageWithLink, 'image' | 'link'>[] {
  if (badge.image.kind !== 'reference') return [badge]
  const uses = links.filter(({ image, kind, urlAt }) => {
    return image && kind === 'reference' && urlAt.start === badge.image.urlAt.start
  })
  return uses.map((image) => ({ image, link: links.find((link) => holds(link, image)) }))
}

function holds(link: Link, image: Range): boolean {
  return !link.image && link.kind !== 'definition' && covers(link, image)
}

function removal(source: string, range: Range): Edit | undefined {
  const before = source.slice(startOfLine(source, range.start), range.start)
  const behind = source.slice(range.end, Math.min(nextLine(source, range.end), source.length))
  if (/^[ \t>]*$/.test(before)) {
    if (behind.trim() === '') return { ...wholeLine(source, range), text: '' }
    return { start: range.start, end: range.end + (/^[ \t]*/.exec(behind)?.[0].length ?? 0), text: '' }
  }
  if (/(?:^[ \t>]*(?:[-*+]|\d+[.)])|\|)[ \t]*$/.test(before)) return undefined
  return { start: range.start - (/[ \t]*$/.exec(before)?.[0].length ?? 0), end: range.end, text: '' }
}

/** The badge with the link around it; undefined where the link shows more than the badge. */
export function badgeRange(
  { source }: MarkdownDocument,
  { image, link }: Pick<ImageWithLink, 'image' | 'link'>,
): Range | undefined {
  if (!link) return { start: image.start, end: image.end }
  const open = link.tag ? link.tag.end : link.start + '['.length
  const front = source.slice(open, image.start)
  const back = source.slice(image.end, link.end)
  return front.trim() === '' && /^\s*(?:\]|<\/a\s*>)/i.test(back) ? { start: link.start, end: link.end } : undefined
}

/** The line of a badge goes even between two others: they were one text, or one block of HTML, and stay it. */
function wholeLine(source: string, range: Range): Range {
  const removable = removableLine(source, range)
  if (removable.end > range.end || removable.start < range.start) return removable
  return { start: startOfLine(source, range.start), end: Math.min(nextLine(source, range.end), source.length) }
}
