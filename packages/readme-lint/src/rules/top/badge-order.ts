import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit, Range } from '@frontdoor/markdown/edit'
import { type Badge, badgesOf } from '../../badge/badges.ts'
import { badgeRange } from '../../badge/remove-badge.ts'
import { topOf } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'top/badge-order',
  summary: 'Badges that tell whether the project works stand before those that ask for stars.',
  why: 'The first badge is read, the fifth hardly. Build, coverage and version are what a reader decides by; followers, donations and chat come after that.',
  severity: 'info',
  rst: true,
  options: {
    min: { type: 'integer', minimum: 2, default: 4, description: 'With fewer badges the order does not matter.' },
  },
  *check({ document, options: { min } }) {
    const { end } = topOf(document)
    const badges = badgesOf(document).filter(({ image }) => image.end <= end)
    const [first, ...more] = badges
    if (!first || badges.length < min || !asks(first)) return
    const solid = more.find(({ kind }) => kind === 'build' || kind === 'version' || kind === 'coverage')
    if (!solid) return
    const edits = reorder(document, badges)
    yield {
      at: { start: first.image.start, end: first.image.end },
      message: `The first badge asks for something, and the one that tells the ${solid.kind} comes later: put that first`,
      ...(edits && { fix: { safe: false, edits } }),
    }
  },
})

function asks({ kind }: Badge): boolean {
  return kind === 'social' || kind === 'chat'
}

/** Puts those that ask behind the others, which keep their order; undefined unless all stand side by side. */
function reorder(document: MarkdownDocument, badges: readonly Badge[]): Edit[] | undefined {
  const ranges = badges.map((badge) => badgeRange(document, badge))
  if (!ranges.every((range) => range !== undefined)) return undefined
  const between = ranges.slice(1).map(({ start }, index) => document.source.slice((ranges[index] as Range).end, start))
  if (!between.every((text) => /^[ \t]*(?:\r\n|\n|\r)?[ \t]*$/.test(text))) return undefined
  const order = [...badges.keys()].sort((a, b) => Number(asks(badges[a] as Badge)) - Number(asks(badges[b] as Badge)))
  return order.map((from, to) => ({ ...(ranges[to] as Range), text: document.slice(ranges[from] as Range) }))
}
