import type { HtmlElement } from '@frontdoor/markdown/html'
import { defineRule, type Rule } from '../../rule.ts'
import { isCollapsed } from '../../shown/collapsed.ts'
import { names, sectionsAbout } from '../../topics/topics.ts'

export const rule: Rule = defineRule({
  name: 'details/hides-essentials',
  summary: 'How to install the project is not hidden in a collapsed section.',
  why: 'What everybody came for should not need a click, and the search of the browser does not find it in a section that is closed. Variants (other package managers, other systems) may be collapsed; the usual way may not.',
  severity: 'info',
  *check({ document }) {
    const closed = document.elements.filter(isCollapsed)
    if (closed.length === 0) return
    const summaries = summariesIn(document.elements)
    const sections = sectionsAbout('install', document)
    const around = ({ start }: { start: number }) => closed.find((one) => one.start < start && start < one.end)
    // One that is open is enough: what is collapsed is then more of it.
    if (sections.some((section) => !around(section))) return
    for (const section of sections) {
      yield {
        at: { start: section.start, end: section.end },
        message: `"${section.title}" is inside a collapsed section: show it, or the usual way at least`,
      }
    }
    if (sections.length > 0) return
    const hidden = closed.find((element) => names('install', summaryOf(element)))
    if (hidden)
      yield {
        at: hidden.open,
        message: `"${summaryOf(hidden)}" is collapsed, and nothing else tells how to start: show the usual way`,
      }

    function summaryOf(element: HtmlElement): string {
      const summary = summaries.get(element)
      if (!summary?.close) return ''
      return document.text({ start: summary.open.end, end: summary.close.start }).trim()
    }
  },
})

/** The first summary of each element. */
function summariesIn(elements: readonly HtmlElement[]): ReadonlyMap<HtmlElement | undefined, HtmlElement> {
  const summaries = elements.filter(({ name }) => name === 'summary')
  return new Map(summaries.reverse().map((one) => [one.parent, one]))
}
