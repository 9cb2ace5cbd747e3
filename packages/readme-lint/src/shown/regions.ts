import { UserError } from '@frontdoor/kit/io'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { HtmlComment } from '@frontdoor/markdown/html'
import { findHost } from '../hosts.ts'
import { perDocument } from '../readme/per-document.ts'

/** What stands between `<!-- only: pypi npm -->` and `<!-- /only -->`. The range spans both markers. */
export interface Region extends Range {
  readonly open: HtmlComment
  readonly close: HtmlComment
  /** Names of the hosts that it is for; none where it is for a site that is no host, such as MkDocs. */
  readonly hosts: ReadonlySet<string>
}

/** Why a marker means nothing. */
interface RegionFault {
  readonly at: Range
  readonly message: string
}

/** The parts of a document that are for some hosts only, in document order, and what is wrong with their markers. */
export const regionsOf: (document: MarkdownDocument) => {
  readonly regions: readonly Region[]
  readonly faults: readonly RegionFault[]
} = perDocument(({ comments }) => {
  const regions: Region[] = []
  const faults: RegionFault[] = []
  let open: { comment: HtmlComment; marker: Marker; hosts: ReadonlySet<string> | undefined } | undefined
  for (const comment of comments) {
    const marker = readMarker(comment)
    if (!marker) continue
    const fault = faultOf(marker, open?.marker)
    if (fault !== undefined) faults.push({ at: { start: comment.start, end: comment.end }, message: fault })
    if (marker.kind === 'open' && !open) {
      const hosts = fault === undefined ? new Set(marker.names.flatMap((name) => hostNamed(name) ?? [])) : undefined
      open = { comment, marker, hosts }
    } else if (open && marker.kind === 'close' && fault === undefined) {
      const { comment: start, hosts } = open
      if (hosts) regions.push({ start: start.start, end: comment.end, open: start, close: comment, hosts })
      open = undefined
    }
  }
  if (open) {
    const { start, end } = open.comment
    faults.push({
      at: { start, end },
      message: `This region is never closed: add <!-- ${open.marker.end} --> where it ends`,
    })
  }
  return { regions, faults }
})

interface Marker {
  readonly kind: 'open' | 'close'
  /** As they are written: hosts, or a site. */
  readonly names: readonly string[]
  /** What the end marker of such a region says. */
  readonly end: string
}

function readMarker({ value, closed }: HtmlComment): Marker | undefined {
  const text = value.trim()
  if (!closed || !/^\/?only\b/.test(text)) return undefined
  if (text === '/only') return { kind: 'close', names: [], end: text }
  const list = /^only:\s*(.*)$/s.exec(text)?.[1]
  if (list !== undefined) return { kind: 'open', names: list.split(/[\s,]+/).filter(Boolean), end: '/only' }
  const [, slash, name] = /^(\/?)only-([\w.-]+)$/.exec(text) ?? []
  if (name === undefined) return undefined
  return { kind: slash ? 'close' : 'open', names: [name], end: `/only-${name}` }
}

/** What documentation is built with. None of them is a host, and their pages are made from other files. */
const sites = new Set(
  'antora docs docusaurus hugo jekyll mdbook mkdocs nextra site starlight vitepress website'.split(' '),
)

function faultOf({ kind, names, end }: Marker, open: Marker | undefined): string | undefined {
  if (kind === 'close') {
    if (!open) return `<!-- ${end} --> ends no region: remove it, or add the marker that starts one`
    return open.end === end ? undefined : `This region ends with <!-- ${open.end} -->, not with <!-- ${end} -->`
  }
  if (open) return `A region cannot stand in another one: end the one before with <!-- ${open.end} --> first`
  if (names.length === 0) return 'This region is for no host: name some, as in <!-- only: pypi npm -->'
  return names.map(unknownName).find((one) => one !== undefined)
}

function unknownName(name: string): string | undefined {
  if (sites.has(name.toLowerCase())) return undefined
  try {
    findHost(name)
    return undefined
  } catch (error) {
    if (error instanceof UserError) return `There is ${error.message}`
    throw error
  }
}

function hostNamed(name: string): string | undefined {
  return sites.has(name.toLowerCase()) ? undefined : findHost(name).name
}

/** The parts of a document that are not for a host. */
export function hiddenFrom(document: MarkdownDocument, host: { readonly name: string }): Region[] {
  return regionsOf(document).regions.filter(({ hosts }) => !hosts.has(host.name))
}
