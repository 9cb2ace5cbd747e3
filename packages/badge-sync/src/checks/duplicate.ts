import { recognise } from '../badges.ts'
import type { Check } from '../check.ts'
import { leavesHollow, removal } from '../removal.ts'

export const check: Check = {
  name: 'badge/duplicate',
  summary: 'No badge stands twice in one row.',
  *check({ document, images }) {
    const ends = new Map<string, number>()
    for (const { url, link, whole } of images) {
      const key = `${url.href} ${link?.url}`
      const before = ends.get(key)
      ends.set(key, whole.end)
      if (before === undefined || !recognise(url)) continue
      const between = { start: before, end: whole.start }
      // A row is badges and nothing else, without a line of its own between them. Each row of a table may have the same.
      if (document.text(between, { alt: false }).trim() !== '' || /\||\n[ \t]*\r?\n/.test(document.slice(between)))
        continue
      yield {
        at: whole,
        message: 'The same badge stands before it in this row: remove one',
        fix: { safe: !leavesHollow(document.source, whole), edits: [removal(document.source, whole)] },
      }
    }
  },
}
