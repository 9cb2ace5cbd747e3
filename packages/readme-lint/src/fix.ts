import type { RuleFinding } from '@frontdoor/kit/report'
import { applyEdits, type Edit, overlap } from '@frontdoor/markdown/edit'

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
 * that is never closed, and would be added again and again.
 */
export async function fix(source: string, check: Check, unsafe: boolean): Promise<Fixed> {
  let fixed: Fixed = { source, findings: await check(source) }
  const futile = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    const chosen = choose(fixed.findings, unsafe, futile)
    const next = applyEdits(fixed.source, editsOf(chosen))
    if (next === fixed.source) break
    const findings = await check(next)
    const still = new Set(findings.map(({ rule, message, at }) => keyOf(rule, message, at.start)))
    const vain = chosen.filter(({ rule, message, at }) =>
      still.has(keyOf(rule, message, moved(at.start, editsOf(chosen)))),
    )
    for (const { rule, message } of vain) futile.add(keyOf(rule, message))
    if (vain.length > 0) continue
    fixed = { source: next, findings }
    // What was in vain before may not be so any more.
    futile.clear()
  }
  return fixed
}

function editsOf(findings: readonly RuleFinding[]): Edit[] {
  return findings.flatMap((finding) => finding.fix?.edits ?? [])
}

function keyOf(rule: string, message: string, start?: number): string {
  return `${rule} ${start} ${message}`
}

/** Where an offset is after the edits before it. */
function moved(offset: number, edits: readonly Edit[]): number {
  const before = edits.filter(({ end, text, start }) => end <= offset && (end > start || text === '' || end < offset))
  return before.reduce((sum, { start, end, text }) => sum + text.length - (end - start), offset)
}

/** The findings whose fixes can be applied together: a fix is taken whole or not at all, the first one first. */
function choose(findings: readonly RuleFinding[], unsafe: boolean, futile: ReadonlySet<string>): RuleFinding[] {
  const edits: Edit[] = []
  return findings.filter(({ fix: proposed, rule, message }) => {
    if (!proposed || !(proposed.safe || unsafe) || futile.has(keyOf(rule, message))) return false
    if (proposed.edits.some((edit) => edits.some((other) => collide(edit, other)))) return false
    edits.push(...proposed.edits)
    return true
  })
}

/** Two insertions at one place say two things, and both may be said. */
function collide(a: Edit, b: Edit): boolean {
  const insertions = a.start === a.end && b.start === b.end
  return insertions ? a.start === b.start && a.text === b.text : overlap(a, b)
}
