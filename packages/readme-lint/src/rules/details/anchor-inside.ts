import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers } from '@frontdoor/markdown/edit'
import type { HtmlElement } from '@frontdoor/markdown/html'
import { defineRule, type Rule } from '../../rule.ts'
import { anchorOf } from '../../shown/anchors.ts'
import { isCollapsed } from '../../shown/collapsed.ts'

export const rule: Rule = defineRule({
  name: 'details/anchor-inside',
  summary: 'Links within the page do not lead into a collapsed section.',
  why: 'Only newer browsers open a collapsed section whose heading is the target, and not on every host, where anchors have a prefix. Elsewhere the click does nothing that can be seen.',
  severity: 'info',
  *check({ document }) {
    const closed = document.elements.filter(isCollapsed)
    if (closed.length === 0) return
    const inside = new Map<string, HtmlElement>()
    for (const { slug, start } of document.sections) {
      const around = closed.find((one) => one.start < start && start < one.end)
      // A heading without words has no anchor.
      if (around && slug !== '') inside.set(slug, around)
    }
    const told = new Set<HtmlElement>()
    for (const link of document.links) {
      const around = inside.get(anchorOf(link) ?? '')
      if (!around || told.has(around) || covers(around, link)) continue
      told.add(around)
      yield { at: link.urlAt, message: messageFor(document, around) }
    }
  },
})

function messageFor(document: MarkdownDocument, { start }: HtmlElement): string {
  const { line } = document.place(start)
  return `This link leads into the section that is collapsed at line ${line}, where many readers see nothing: link what is above it, or write \`<details open>\``
}
