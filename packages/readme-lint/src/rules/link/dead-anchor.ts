import { posix } from 'node:path'
import { groupBy } from '@frontdoor/kit/group-by'
import { decode } from '@frontdoor/kit/text/percent'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers } from '@frontdoor/markdown/edit'
import type { Finding, Fix } from '@frontdoor/markdown/finding'
import type { Link } from '@frontdoor/markdown/links'
import { distance } from 'fastest-levenshtein'
import type { Showing } from '../../hosts.ts'
import { fragmentOf } from '../../readme/fragment.ts'
import { anchorsOf, possibleAnchors } from '../../readme/github-anchors.ts'
import { ownAddress } from '../../readme/own-file.ts'
import { squeeze } from '../../readme/squeeze.ts'
import { topOf } from '../../readme/top.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'
import { anchorOf, reachedOn, type WorkingLink } from '../../shown/anchors.ts'
import { driftOf } from '../../toc/drift.ts'
import { mendDead } from '../../toc/fix.ts'
import { byGenerator } from '../../toc/say.ts'
import { tocOf } from '../../toc/toc.ts'
import { andMore } from '../../wording.ts'

/** Anchors that a page has without a heading for them: its start, and on GitHub the box that shows a file. */
const given = new Set(['top', 'readme'])

export const rule: Rule = defineRule({
  name: 'link/dead-anchor',
  summary: 'A link within the page, or to a heading of another file, leads to an anchor that exists.',
  why: 'A heading that is reworded takes its anchor along, and a table of contents that nobody regenerates then leads nowhere: the click does nothing at all.',
  severity: 'error',
  *check(context) {
    yield* onThisPage(context)
    yield* inOtherFiles(context)
  },
})

function* onThisPage(context: RuleContext): Generator<Finding> {
  const { document } = context
  const anchors = anchorsOf(document)
  const dead = deadLinks(context, anchors)
  const named = namedElsewhere(document, dead)
  if (named) {
    yield named.finding
    for (const anchor of named.anchors) dead.delete(anchor)
  }
  // Where hundreds are dead, something else is wrong than a slip of the pen.
  const slips = dead.size <= 100
  // A table of contents that other tools follow, too, is not mended as a whole.
  const contents = dead.size > 0 && !named ? deadContents(context, new Set([...dead.values()].flat())) : undefined
  let fix = contents?.fix
  for (const [anchor, links] of dead) {
    const near = slips ? nearest(anchor, othersThan(sectionAround(document, links), anchors)) : undefined
    const listed = links.filter((link) => contents?.links.has(link))
    const others = links.filter((link) => !listed.includes(link))
    if (others.length > 0) yield describe(anchor, others, near)
    if (!contents || listed.length === 0) continue
    const { at, message } = describe(anchor, listed, near)
    yield { at, message: message + contents.by, ...(fix && { fix }) }
    fix = undefined
  }
}

/** Links that lead nowhere, by their anchors. */
function deadLinks({ document, showings }: RuleContext, anchors: ReadonlySet<string>): Map<string, Link[]> {
  const folded = new Set([...anchors].map((anchor) => anchor.toLowerCase()))
  const dead = new Map<string, Link[]>()
  for (const link of document.links) {
    const written = anchorOf(link)
    // GitHub puts this prefix before every anchor and finds it with and without.
    const anchor = written?.replace(/^user-content-/, '')
    if (!written || !anchor || given.has(anchor.toLowerCase()) || isPlaceholder(document, link)) continue
    // `[kB](## "1000 bytes")` is no link to anything: it only shows its title.
    if (/^#+$/.test(anchor)) continue
    // GitHub finds an anchor in whatever case it is written.
    const isHtml = link.kind === 'html'
    if (folded.has(anchor.toLowerCase()) || worksOnAll(showings, document, { anchor: written, html: isHtml })) continue
    dead.set(anchor, [...(dead.get(anchor) ?? []), link])
  }
  return dead
}

/** Links to anchors that stand behind a heading as `{#id}`, which other tools read: to write GitHub's instead would break them there. */
function namedElsewhere({ sections }: MarkdownDocument, dead: ReadonlyMap<string, readonly Link[]>) {
  const written = new Set(sections.map(({ title }) => /\{#([^\s{}]+)\}\s*$/.exec(title)?.[1]))
  const found = [...dead].filter(([anchor]) => written.has(anchor))
  const links = found.flatMap(([, alike]) => alike)
  const [first] = links
  if (!first) return undefined
  const message = `No anchor "${first.url}"${andMore(links)}: GitHub shows \`{${first.url}}\` as text; put \`<a id="${first.url.slice(1)}"></a>\` in front of the heading`
  return { anchors: found.map(([anchor]) => anchor), finding: { at: first.urlAt, message } }
}

interface DeadContents {
  readonly links: ReadonlySet<Link>
  /** Whose work it is to mend them, as part of a message. */
  readonly by: string
  /** Mends all of them at once. */
  readonly fix?: Fix
}

/** The entries of the table of contents that lead nowhere, where it is mended as a whole: by its rows, or by what generates it. */
function deadContents(context: RuleContext, dead: ReadonlySet<Link>): DeadContents | undefined {
  const toc = tocOf(context.document, context.showings)
  const drift = toc && driftOf(context.document, toc)
  if (!toc || !drift) return undefined
  const links = new Set(drift.dead.flatMap(({ link }) => (link && dead.has(link) ? link : [])))
  const edit = links.size > 0 ? mendDead(context, toc, drift) : undefined
  if (!edit && !toc.block) return undefined
  return { links, by: byGenerator(toc), ...(edit && { fix: { safe: true, edits: [edit] } }) }
}

/** True for a link in a README that was made for hosts whose anchors are not GitHub's. */
function worksOnAll(
  showings: readonly Showing[],
  document: MarkdownDocument,
  link: Pick<WorkingLink, 'anchor' | 'html'>,
): boolean {
  return showings.length > 0 && showings.every(({ host }) => reachedOn(host, document)?.(link) === true)
}

/** All links to one anchor are told at once: it is one mistake. */
function describe(anchor: string, links: readonly Link[], near: string | undefined): Finding {
  const [{ urlAt }] = links as readonly [Link]
  const more = links.length > 1 ? ` (${links.length} links)` : ''
  const message = `No heading or anchor "#${anchor}"${near === undefined ? ' on this page' : `; did you mean "${fragmentOf(near)}"?`}${more}`
  if (near === undefined) return { at: urlAt, message }
  const edits = links.map((link) => ({ ...link.urlAt, text: fragmentOf(near) }))
  return { at: urlAt, message, fix: { safe: isSlip(anchor, near), edits } }
}

/** all-contributors links a contribution that has no page to an anchor that is not meant to exist. */
function isPlaceholder({ blocks }: MarkdownDocument, link: Link): boolean {
  return blocks.some(({ owner, body }) => owner === 'all-contributors' && covers(body, link))
}

/** The anchor of the section that holds the first of some links, if that is not the title: no link leads to where it stands. */
function sectionAround(document: MarkdownDocument, [link]: readonly Link[]): string | undefined {
  const around = link && document.sections.findLast(({ body }) => covers(body, link))
  return around === topOf(document).title ? undefined : around?.slug
}

function othersThan(own: string | undefined, anchors: ReadonlySet<string>): Iterable<string> {
  return own === undefined ? anchors : [...anchors].filter((anchor) => anchor !== own)
}

/** The anchor that differs least, if the difference can be a slip or a heading that was reworded a little. */
function nearest(anchor: string, anchors: Iterable<string>): string | undefined {
  // No heading is longer, and the time goes with the length.
  if (anchor.length > 200) return undefined
  let best: { candidate: string; away: number } | undefined
  for (const candidate of anchors) {
    const away = distanceOf(candidate, anchor)
    if (away <= Math.floor(anchor.length / 3) && away < (best?.away ?? Number.POSITIVE_INFINITY))
      best = { candidate, away }
  }
  return best?.candidate
}

/** None where only case and punctuation differ, and hardly any from `#install` to `#installation`. */
function distanceOf(candidate: string, anchor: string): number {
  if (squeeze(candidate) === squeeze(anchor)) return 0
  const goesOn = Math.min(candidate.length, anchor.length) >= 4
  if (goesOn && (candidate.startsWith(anchor) || anchor.startsWith(candidate))) return 1
  return hasOtherWord(candidate, anchor) ? Number.POSITIVE_INFINITY : distance(candidate, anchor)
}

/** `#dataset-creation` is no slip for `#dataset-description`: of the words that differ, more than a third of the letters do. */
function hasOtherWord(a: string, b: string): boolean {
  const [own, other] = [a.split('-'), b.split('-')]
  const [left, right] = [own.filter((word) => !other.includes(word)), other.filter((word) => !own.includes(word))]
  if (left.length === 0 || right.length === 0) return false
  const [one, two] = [left.join('-'), right.join('-')]
  const goesOn = one.startsWith(two) || two.startsWith(one)
  return !goesOn && distance(one, two) * 3 > Math.max(one.length, two.length)
}

/** Only case and punctuation differ: `#whats-new-` for `#whats-new`. */
function isSlip(a: string, b: string): boolean {
  return squeeze(a) === squeeze(b) && squeeze(a) !== ''
}

interface DeadElsewhere {
  readonly link: Link
  readonly anchor: string
  /** Path of the file without it, relative to the root of the repository. */
  readonly file: string
}

/** From so many anchors that one file lacks, what made the links or the file is the mistake. */
const many = 10

function* inOtherFiles(context: RuleContext): Generator<Finding> {
  for (const [file, dead] of groupBy([...deadElsewhere(context)], (one) => one.file)) {
    const [{ link, anchor }] = dead
    const rest = dead.length - 1
    if (dead.length >= many) {
      const message = `No heading or anchor "#${anchor}" in ${file}, nor ${rest} others: correct the links, or link the file`
      yield { at: link.urlAt, message }
      continue
    }
    for (const one of dead) {
      const message = `No heading or anchor "#${one.anchor}" in ${file}: correct it, or link the file`
      yield { at: one.link.urlAt, message }
    }
  }
}

function* deadElsewhere({ document, project, path }: RuleContext): Generator<DeadElsewhere> {
  const known = new Map<string, ReadonlySet<string>>()
  const anchorsIn = (file: string) => {
    const anchors = known.get(file) ?? possibleAnchors(project.files.text(file) ?? '')
    known.set(file, anchors)
    return anchors
  }
  for (const link of document.links) {
    if (link.image || link.kind === 'reference' || !link.url.includes('#') || link.url.startsWith('#')) continue
    const address = ownAddress(link.url, path, project)
    const anchor = decode(/#(.*)$/s.exec(address?.suffix ?? '')?.[1] ?? '').replace(/^user-content-/, '')
    // Forges give lines of a file anchors of their own.
    if (!address || !/\.(?:md|markdown)$/i.test(address.path) || anchor === '' || /^L\d+|^:~:/.test(anchor)) continue
    const anchors = anchorsIn(address.path)
    if (given.has(anchor.toLowerCase())) continue
    // A file without anything is not there yet, or not checked out. The second of two equal headings ends in `-1`.
    if (anchors.size === 0 || [anchor, anchor.replace(/-\d+$/, '')].some((one) => anchors.has(squeeze(one)))) continue
    yield { link, anchor, file: posix.join(project.directory, address.path) }
  }
}
