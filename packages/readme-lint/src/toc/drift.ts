import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Section } from '@frontdoor/markdown/sections'
import type { Toc, TocEntry } from './toc.ts'

/** How a table of contents differs from the headings. */
export interface Drift {
  /** Headings that it lacks, where it has most of those beside them. */
  readonly missing: readonly Section[]
  /** Entries that lead nowhere. */
  readonly dead: readonly TocEntry[]
  /** The first entry that stands behind one for a later heading. */
  readonly misplaced: TocEntry | undefined
  /** True where the entries are in an order of their own, as that of the alphabet, which is on purpose. */
  readonly ownOrder: boolean
}

/** Compares a table of contents with the headings below it, some of which need no entry; undefined where it is in sync. */
export function driftOf(document: MarkdownDocument, toc: Toc, needless: readonly Section[] = []): Drift | undefined {
  const missing = missingIn(document, toc, needless)
  const dead = toc.entries.filter((entry) => entry.dead)
  const placed = toc.entries.filter(({ section }) => section)
  const behind = placed.filter((entry, index) => index > 0 && startOf(entry) < startOf(placed[index - 1]))
  // A section or two were moved and the table was forgotten; one that jumps back all the time never was that of the page.
  const ownOrder = behind.length > 2 && behind.length * 4 > placed.length
  const misplaced = ownOrder ? undefined : behind[0]
  return missing.length > 0 || dead.length > 0 || misplaced ? { missing, dead, misplaced, ownOrder } : undefined
}

function startOf(entry: TocEntry | undefined): number {
  return entry?.section?.start ?? 0
}

/**
 * Who writes a table by hand leaves out what is too small or too deep, and what every part ends with, as "Further reading". So a heading
 * is missing only where most of its siblings are there, and not if there are others of its words, none of them listed. Below the highest
 * level, most of that level have to be there, too: who names two things of one part and none of the others has chosen them.
 */
function missingIn(document: MarkdownDocument, toc: Toc, needless: readonly Section[]): Section[] {
  const listed = new Set([...toc.entries.flatMap(({ section }) => section ?? []), ...needless])
  const groups = siblings(document, toc.end)
  const isRefrain = refrains(groups.flat(), listed)
  const highest = Math.min(...[...listed].map(({ depth }) => depth))
  const missing = groups.flatMap((group) => {
    const absent = absentIn(group, listed)
    const depth = group[0]?.depth
    const level = depth === highest ? group : groups.flat().filter((section) => section.depth === depth)
    return areMostListed(group, listed) && areMostListed(level, listed)
      ? absent.filter((section) => !isRefrain(section))
      : []
  })
  return missing.sort((a, b) => a.start - b.start)
}

function absentIn(sections: readonly Section[], listed: ReadonlySet<Section>): Section[] {
  return sections.filter((section) => !listed.has(section))
}

function areMostListed(sections: readonly Section[], listed: ReadonlySet<Section>): boolean {
  const absent = absentIn(sections, listed).length
  const present = sections.length - absent
  return present >= 2 && present >= absent * 2
}

/** Tells titles that many headings have, of which none is listed. */
function refrains(sections: readonly Section[], listed: ReadonlySet<Section>): (section: Section) => boolean {
  const counts = new Map<string, number>()
  for (const { title } of sections) counts.set(title, (counts.get(title) ?? 0) + 1)
  const known = new Set([...listed].map(({ title }) => title))
  return ({ title }) => (counts.get(title) ?? 0) > 2 && !known.has(title)
}

/** Headings below an offset, those of one depth below one parent together. Such in quotes, lists and HTML are not counted. */
function siblings({ sections, tree }: MarkdownDocument, from: number): Section[][] {
  const roots = new Set<unknown>(tree.children)
  const groups = new Map<string, Section[]>()
  const open: Section[] = []
  for (const section of sections) {
    while ((open.at(-1)?.depth ?? 0) >= section.depth) open.pop()
    const key = `${section.depth} ${open.at(-1)?.start ?? ''}`
    open.push(section)
    if (section.start < from || section.title === '' || !roots.has(section.node)) continue
    groups.set(key, [...(groups.get(key) ?? []), section])
  }
  return [...groups.values()]
}
