import { groupBy } from '@frontdoor/kit/group-by'
import type { Edit } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import { leavesRepository, relativeAddress } from '../../readme/address.ts'
import { anchorsOf } from '../../readme/github-anchors.ts'
import { type TypedLink, typedLinks } from '../../readme/typed-links.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'
import { andMore } from '../../wording.ts'

export const rule: Rule = defineRule({
  name: 'link/blank',
  summary: 'No link is shown as it is typed, for a blank in its address or in front of it.',
  why: 'Markdown ends an address at the first blank, and wants the address right behind the text: `[guide](my guide.md)` and `[guide] (guide.md)` are no links, and readers see the brackets.',
  severity: 'warning',
  *check(context) {
    const { document } = context
    let anchors: ReadonlySet<string> | undefined
    const found = typedLinks(document).flatMap((link) => {
      anchors ??= new Set([...anchorsOf(document)].map((anchor) => anchor.toLowerCase()))
      const url = meant(link, context, anchors)
      return url ? [{ link, ...url }] : []
    })
    for (const group of groupBy(found, ({ link, safe }) => `${link.slip} ${safe}`).values()) yield describe(group)
  },
})

/** An address that was meant. */
interface Meant {
  /** Absent where nobody can know where the address ends. */
  readonly url?: string
  readonly safe: boolean
}

interface Slip extends Meant {
  readonly link: TypedLink
}

/** Where it leads, if it is an address, or leads to something that is there. Anything else in parentheses is a remark. */
function meant({ slip, text, url, image }: TypedLink, context: RuleContext, anchors: ReadonlySet<string>) {
  const blank = /\s/.test(url)
  if (slip === 'blank-inside' && !blank) return undefined
  // Boxes of tasks, numbers of notes and footnotes stand in brackets, too.
  if (!image && /^(?:[ xX]?|\d+|\^.*)$/.test(text)) return undefined
  if (/^https?:\/\/\w/i.test(url)) return addressOf(url)
  const place = isThere(url, context) ? url.replaceAll(/\s/g, '%20') : anchorOf(url, anchors)
  return place && { url: place, safe: slip !== 'turned' }
}

function addressOf(url: string): Meant {
  if (!/\s/.test(url)) return { url, safe: true }
  // With an ending or a query behind the last blank, it is one address.
  const isWhole = /\s\S*(?:\.\w{2,5}|[?&=/]\S*)$/.test(url)
  return { ...(isWhole && { url: url.replaceAll(/\s/g, '%20') }), safe: false }
}

/** The anchor of a heading, with its blanks as they are in the heading. */
function anchorOf(url: string, anchors: ReadonlySet<string>): string | undefined {
  const anchor = url.replace(/^#\s*/, '').replaceAll(/\s+/g, '-')
  return url.startsWith('#') && anchors.has(anchor.toLowerCase()) ? `#${anchor}` : undefined
}

/** True for a file of the repository. A word alone may be a folder by chance. */
function isThere(url: string, { project, path }: RuleContext): boolean {
  if (!/[./]/.test(url)) return false
  const address = relativeAddress(url, path, project)
  return address !== undefined && !leavesRepository(address) && project.files.kind(address.path) !== undefined
}

function advice({ link: { slip }, url }: Slip): string {
  if (slip === 'blank-between') return 'no blank may stand between `]` and `(`'
  if (slip === 'turned') return 'the text stands in brackets, and the address in parentheses'
  return `a blank ends its address${url === undefined ? '' : `: write ${url}`}`
}

/** All of a kind at once: whoever makes this slip makes it everywhere. */
function describe(slips: readonly [Slip, ...Slip[]]): Finding {
  const [first] = slips
  const { link } = first
  const edits = slips.flatMap(mended)
  const what = link.image ? 'image' : 'link'
  return {
    at: { start: link.start, end: link.end },
    message: `This ${what} is shown as it is typed${andMore(slips)}: ${advice(first)}`,
    ...(edits.length > 0 && { fix: { safe: slips.every(({ safe }) => safe), edits } }),
  }
}

/** What stands in the text of the link is left alone: it may have code or an image in it. */
function mended({ link, url }: Slip): Edit[] {
  if (url === undefined) return []
  if (link.slip === 'blank-inside') return [{ ...link.urlAt, text: url }]
  if (link.slip === 'turned') return [{ start: link.start, end: link.end, text: `[${link.text}](${url})` }]
  const behindText = link.start + (link.image ? 2 : 1) + link.text.length + 1
  return [{ start: behindText, end: link.urlAt.end, text: `(${url}` }]
}
