import type { Block } from '@frontdoor/markdown/blocks'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { RootContent } from 'mdast'
import type { Check } from './check.ts'
import { removal } from './removal.ts'

export const check: Check = {
  name: 'block/markers',
  summary: 'Blocks of other generators become blocks of badge-sync, with what stands in them (`migrate --markers`).',
  *check({ document }) {
    const { blocks } = document
    for (const block of blocks) {
      if (block.close && !blocks.some((other) => other !== block && isInside(other, block)))
        yield* takeOver(block, document)
    }
  },
}

/** What a generator of ours takes the place of: owners of blocks, with the names of these where they have several. */
export function replacedBy(name: string): string[] {
  const blocks = Object.entries(names).flatMap(([theirs, ours]) =>
    ours === name ? theirs.replace(/^unknown /, '') : [],
  )
  return [...(name === 'toc' ? tables : []), ...blocks]
}

function isInside(inner: Block, outer: Block): boolean {
  return inner.close !== undefined && covers(outer.body, inner)
}

function* takeOver(block: Block, document: MarkdownDocument): Iterable<Finding> {
  const { owner, name, open, close } = block
  const ours = markerFor(block)
  if (ours === undefined) {
    // Comments of a common form may be anybody's.
    if (!known.has(owner)) return
    yield { at: open, message: `The block ${name} of ${owner} stays: badge-sync has no generator that writes the like` }
    return
  }
  const [generator] = ours.split(' ')
  const start = `<!-- badge-sync:start ${ours} -->`
  const own = ours === 'sponsors' ? ownWords(block, document) : { end: undefined, isMixed: false }
  const edits = [
    ...(own.end === undefined
      ? [{ start: open.start, end: open.end, text: start }]
      : [removal(document.source, open), { start: own.end, end: own.end, text: `${start}\n` }]),
    { start: close?.start ?? 0, end: close?.end ?? 0, text: `<!-- badge-sync:end ${generator} -->` },
  ]
  const message = `This block of ${owner === 'unknown' ? 'a script' : owner} can be one of badge-sync: ${ours}`
  yield { at: open, message, fix: { safe: !own.isMixed, edits } }
}

interface OwnWords {
  /** Where a heading and words in front of the sponsors end, if there are some: badge-sync does not write them. */
  readonly end: number | undefined
  /** True where another heading follows: two remarks may only look like markers. */
  readonly isMixed: boolean
}

function ownWords({ body }: Block, { tree }: MarkdownDocument): OwnWords {
  const inside = tree.children.filter((node) => covers(body, rangeOf(node)))
  const first = inside.findIndex((node) => node.type !== 'heading' && !isText(node))
  const [next, ...others] = inside.slice(Math.max(first, 0))
  const end = first > 0 && next ? rangeOf(next).start : undefined
  return { end, isMixed: others.some(({ type }) => type === 'heading') }
}

/** A paragraph of words, without a picture or a list of names in it. */
function isText(node: RootContent): boolean {
  return node.type === 'paragraph' && !node.children.some(({ type }) => type !== 'text' && type !== 'emphasis')
}

const known: ReadonlySet<string> = new Set(['all-contributors', 'automd', 'markdown-magic', 'release-please'])

const tables: ReadonlySet<string> = new Set(['doctoc', 'markdown-toc', 'vim-markdown-toc', 'gh-md-toc'])

/** Our names for the blocks of others, by `owner name` in lower case. */
const names: Readonly<Record<string, string>> = {
  'all-contributors all-contributors-list': 'contributors',
  'automd badges': 'badges',
  'automd contributors': 'contributors',
  'automd file': 'include',
  'automd pm-install': 'install',
  'markdown-magic code': 'include',
  'markdown-magic contributors': 'contributors',
  'markdown-magic file': 'include',
  'markdown-magic install': 'install',
  'markdown-magic toc': 'toc',
  'release-please version': 'version',
  // FastAPI, ESLint, github-sponsors-readme-action and those that do as they do.
  'unknown sponsors': 'sponsors',
}

/** What our start marker says; undefined where no generator of ours writes the like. */
function markerFor({ owner, name, parameters }: Block): string | undefined {
  if (tables.has(owner)) return 'toc'
  const key = `${owner} ${name.toLowerCase()}`
  const ours = Object.hasOwn(names, key) ? names[key] : undefined
  return ours === 'include' ? includeOf(parameters) : ours
}

/** Only files of the repository are included: no address, and nothing that would need a quote. */
function includeOf(parameters: string): string | undefined {
  const [, path] = /(?:^|[\s:&])src=["']?(?:\.\/)?([\w./@-]+)["']?(?=$|[\s&)])/.exec(parameters) ?? []
  const [, lines] = /(?:^|\s)lines?=["']?(\d+(?:[-:]\d+)?)["']?(?=$|\s)/.exec(parameters) ?? []
  if (path === undefined || path.startsWith('/')) return undefined
  return `include file=${path}${lines === undefined ? '' : ` lines=${lines.replace(':', '-')}`}`
}
