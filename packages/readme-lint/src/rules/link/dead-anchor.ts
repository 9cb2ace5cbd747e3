import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { attributeOf } from '@frontdoor/markdown/html'
import type { Link } from '@frontdoor/markdown/links'
import { distance } from 'fastest-levenshtein'
import { decode } from '../../address.ts'
import { defineRule, type Rule } from '../../rule.ts'

/** Anchors that a page has without a heading for them: its start, and on GitHub the README's own box. */
const given = new Set(['', 'top', 'readme'])

export const rule: Rule = defineRule({
  name: 'link/dead-anchor',
  summary: 'A link within the page leads to a heading or an anchor that exists.',
  why: 'A heading that is reworded takes its anchor along, and a table of contents that nobody regenerates then leads nowhere: the click does nothing at all.',
  severity: 'error',
  *check({ document }) {
    const anchors = anchorsOf(document)
    const folded = new Set([...anchors].map((anchor) => anchor.toLowerCase()))
    for (const link of document.links) {
      const anchor = anchorOf(link)
      if (anchor === undefined || given.has(anchor.toLowerCase()) || isPlaceholder(document, link)) continue
      // GitHub finds an anchor in whatever case it is written.
      if (folded.has(anchor.toLowerCase())) continue
      const near = nearest(anchor, anchors)
      yield {
        at: link.urlAt,
        message: `No heading or anchor "#${anchor}"${near === undefined ? ' on this page' : `; did you mean "#${near}"?`}`,
        ...(near !== undefined && {
          fix: { safe: isSlip(anchor, near), edits: [{ ...link.urlAt, text: `#${near}` }] },
        }),
      }
    }
  },
})

/** all-contributors links a contribution that has no page to an anchor that is not meant to exist. */
function isPlaceholder({ blocks }: MarkdownDocument, { start, end }: Link): boolean {
  return blocks.some(({ owner, body }) => owner === 'all-contributors' && body.start <= start && end <= body.end)
}

/** The anchor that a link within the page leads to. */
function anchorOf({ kind, image, url }: Link): string | undefined {
  if (image || kind === 'reference' || !url.startsWith('#')) return undefined
  // GitHub puts this prefix before every anchor and finds it with and without.
  return decode(url.slice(1)).replace(/^user-content-/, '')
}

function anchorsOf({ sections, tags, nodes }: MarkdownDocument): Set<string> {
  const anchors = new Set(sections.map(({ slug }) => slug))
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

/** The anchor that differs least, if the difference can be a slip or a heading that was reworded a little. */
function nearest(anchor: string, anchors: ReadonlySet<string>): string | undefined {
  let best: { candidate: string; away: number } | undefined
  for (const candidate of anchors) {
    const away = squeeze(candidate) === squeeze(anchor) ? 0 : distance(candidate, anchor)
    if (away <= Math.floor(anchor.length / 3) && away < (best?.away ?? Number.POSITIVE_INFINITY))
      best = { candidate, away }
  }
  return best?.candidate
}

/** Only case and punctuation differ: `#whats-new-` for `#whats-new`. */
function isSlip(a: string, b: string): boolean {
  return squeeze(a) === squeeze(b) && squeeze(a) !== ''
}

function squeeze(anchor: string): string {
  return anchor.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
