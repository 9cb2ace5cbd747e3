import { defineRule, type Rule } from '../../rule.ts'
import { excessOf } from '../../shown/limit.ts'

export const rule: Rule = defineRule({
  name: 'host/size',
  summary: 'The README is not longer than its hosts take.',
  why: 'npm keeps 65,536 characters of a README and GitHub shows 500 KiB; what follows is cut off in the middle of a word. Docker Hub refuses a description of more than 25,000 bytes, NuGet one of more than 1 MiB.',
  severity: 'warning',
  *check({ document, showings }) {
    for (const { host } of showings) {
      const excess = host.limit && excessOf(document.source, host.limit)
      if (!host.limit || !excess) continue
      const { size, unit, does } = host.limit
      const at = does === 'cut' ? { start: excess.offset, end: excess.offset } : { start: 0, end: 0 }
      const effect = does === 'cut' ? `shows nothing behind line ${document.place(excess.offset).line}` : 'refuses it'
      const count = `${excess.length.toLocaleString('en')} ${unit}`
      yield {
        at,
        message: `This README has ${count}, and ${host.title} ${effect}: its limit is ${size.toLocaleString('en')}; move a part to the documentation`,
        hosts: [host.name],
      }
    }
  },
})
