import { applyEdits, type Edit, overlap } from '@frontdoor/markdown/edit'
import type { RuleFinding } from '../report.ts'

/** How often a fix may make room for another before the rest is left as it is. */
const rounds = 10

/** A source after its fixes, and what there is still to say about it. */
export interface Fixed {
  readonly source: string
  readonly findings: readonly RuleFinding[]
}

/** What there is to say about a source. */
export type Check = (source: string) => readonly RuleFinding[] | Promise<readonly RuleFinding[]>

/**
 * Applies fixes until none is left, so that a second run changes nothing. Fixes that overlap wait for the next round, in
 * which `check` has looked again. A fix that mends nothing is taken back: the text that it adds may be swallowed by a fence
 * that is never closed, and would be added again and again. So are fixes that undo each other.
 */
export function fix(source: string, check: Check, unsafe: boolean): Promise<Fixed> {
  return fixBut([], source, check, unsafe)
}

/** Applies the fixes of all findings but some, which are known to lead nowhere. */
async function fixBut(hopeless: readonly string[], source: string, check: Check, unsafe: boolean): Promise<Fixed> {
  let fixed: Fixed = { source, findings: await check(source) }
  let futile = new Set(hopeless)
  /** How often the fixes of findings have left none of them. */
  const mended = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    const chosen = choose(fixed.findings, (finding) => mayFix(finding, unsafe) && !futile.has(keyOf(finding)))
    const edits = editsOf(chosen)
    const next = applyEdits(fixed.source, edits)
    if (next === fixed.source) break
    const findings = await check(next)
    const vain = chosen.filter(isFoundAgain(edits, { before: fixed.findings, chosen, findings }))
    for (const finding of vain) futile.add(keyOf(finding))
    if (vain.length > 0) continue
    const left = new Set(findings.map(keyOf))
    const back = [...mended].flatMap(([key, times]) => (times > 1 && left.has(key) ? [key] : []))
    if (back.length > 0) return fixBut([...hopeless, ...back], source, check, unsafe)
    for (const key of new Set(chosen.map(keyOf))) if (!left.has(key)) mended.set(key, (mended.get(key) ?? 0) + 1)
    fixed = { source: next, findings }
    // What was in vain before may not be so any more.
    futile = new Set(hopeless)
  }
  return fixed
}

/** The edits of all fixes that can be applied together: a fix is taken whole or not at all, the first one first. */
export function chooseEdits(findings: readonly RuleFinding[], unsafe: boolean): Edit[] {
  return editsOf(choose(findings, (finding) => mayFix(finding, unsafe)))
}

function mayFix({ fix: proposed }: RuleFinding, unsafe: boolean): boolean {
  return proposed !== undefined && (proposed.safe || unsafe)
}

/** The findings, of those that are wanted, whose fixes can be applied together. */
function choose(findings: readonly RuleFinding[], wanted: (finding: RuleFinding) => boolean): RuleFinding[] {
  const edits: Edit[] = []
  return findings.filter((finding) => {
    const own = finding.fix?.edits ?? []
    if (!wanted(finding) || own.some((edit) => edits.some((other) => collide(edit, other)))) return false
    edits.push(...own)
    return true
  })
}

function editsOf(findings: readonly RuleFinding[]): Edit[] {
  return findings.flatMap((finding) => finding.fix?.edits ?? [])
}

function keyOf({ rule, message }: RuleFinding): string {
  return `${rule} ${message}`
}

interface Round {
  readonly before: readonly RuleFinding[]
  /** Those of them that were fixed. */
  readonly chosen: readonly RuleFinding[]
  /** What is found after that. */
  readonly findings: readonly RuleFinding[]
}

/**
 * What would be found again if the fixes mended nothing, at its place after them. Of things that are said alike, one may have
 * moved to the place of another that is gone: then there are fewer of them.
 */
function isFoundAgain(edits: readonly Edit[], { before, chosen, findings }: Round): (finding: RuleFinding) => boolean {
  const found = new Set(findings.map((finding) => `${finding.at.start} ${keyOf(finding)}`))
  const [had, tried, have] = [before, chosen, findings].map(countByKey) as [Counts, Counts, Counts]
  const count = (counts: Counts, key: string): number => counts.get(key) ?? 0
  return (finding) => {
    const key = keyOf(finding)
    const places = placesAfter(finding.at.start, edits)
    return (
      places.some((place) => found.has(`${place} ${key}`)) && count(have, key) > count(had, key) - count(tried, key)
    )
  }
}

type Counts = ReadonlyMap<string, number>

function countByKey(findings: readonly RuleFinding[]): Counts {
  const counts = new Map<string, number>()
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1)
  return counts
}

/** Where an offset is after the edits before it: in front of what is inserted right there, or behind. */
function placesAfter(offset: number, edits: readonly Edit[]): readonly number[] {
  const grown = (some: readonly Edit[]) =>
    some.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0)
  const place = offset + grown(edits.filter(({ start, end }) => end < offset || (end === offset && end > start)))
  const there = edits.filter(({ start, end }) => start === offset && end === offset)
  return [place, place + grown(there)]
}

/** Two insertions at one place say two things, and both may be said. */
function collide(a: Edit, b: Edit): boolean {
  const insertions = a.start === a.end && b.start === b.end
  return insertions ? a.start === b.start && a.text === b.text : overlap(a, b)
}
