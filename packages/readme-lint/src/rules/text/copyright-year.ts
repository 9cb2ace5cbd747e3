import { rangeOf } from '@frontdoor/markdown/nodes'
import { inGenerated } from '../../readme/generated.ts'
import { defineRule, type Rule } from '../../rule.ts'

/** `©`, `(c)` or the word, then a year or a span of years, then who. */
const notice =
  /(?:copyright(?:\s*(?:©|\(c\)|&copy;))?|©|&copy;|\(c\))\s*(?<years>(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)\d\d)?)(?!\s*[-–—]\s*(?:present|now|today))[,.]?\s+(?:by\s+)?(?<holder>[\p{L}][^\n]{0,100})/iu

export const rule: Rule = defineRule({
  name: 'text/copyright-year',
  summary: 'The year of the copyright notice is not behind that of the licence file.',
  why: 'A year that lags behind the licence file makes a project look abandoned that is not. The notice may as well have no year at all: none is needed for the right to hold.',
  severity: 'info',
  rst: true,
  *check({ document, project }) {
    const { path } = project.license ?? {}
    const official = path === undefined ? undefined : readNotice(project.files.text(path)?.slice(0, 4000) ?? '')
    if (!official) return
    for (const { node } of document.nodes.of('text')) {
      if (!/\b(?:19|20)\d\d/.test(node.value)) continue
      const range = rangeOf(node)
      const said = readNotice(node.value)
      if (!said || said.last >= official.last || !sameHolder(said.holder, official.holder)) continue
      const index = document.slice(range).indexOf(said.years)
      if (index === -1 || inGenerated(document, range.start)) continue
      const at = { start: range.start + index, end: range.start + index + said.years.length }
      yield {
        at,
        message: `The copyright notice ends in ${said.last}, that of ${path} in ${official.last}`,
        fix: {
          safe: true,
          edits: [{ start: at.end - (said.span ? 4 : 0), end: at.end, text: yearsTo(said, official) }],
        },
      }
    }
  },
})

interface Notice {
  readonly years: string
  readonly span: boolean
  readonly last: number
  readonly holder: string
}

function readNotice(text: string): Notice | undefined {
  const { years, holder = '' } = notice.exec(text)?.groups ?? {}
  if (years === undefined) return undefined
  return { years, holder, span: years.length > 4, last: Number(years.slice(-4)) }
}

function yearsTo({ span }: Notice, { last }: Notice): string {
  return span ? String(last) : `-${last}`
}

/** The first word that is no article: people and companies are written at more or less length. */
function sameHolder(one: string, other: string): boolean {
  const [a, b] = [one, other].map((holder) =>
    /[\p{L}\p{N}]{2,}/u.exec(holder.replace(/^(?:the|a)\s/i, ''))?.[0].toLowerCase(),
  )
  return a !== undefined && a === b
}
