import { applyEdits, type Edit, overlap } from '@frontdoor/markdown/edit'
import type { RuleFinding } from './report.ts'

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
 * Applies fixes until none is left, so that a second run changes nothing. Fixes that overlap wait for the next round,
 * in which `check` has looked again.
 */
export async function fix(source: string, check: Check, unsafe: boolean): Promise<Fixed> {
  let fixed: Fixed = { source, findings: await check(source) }
  for (let round = 0; round < rounds; round++) {
    const edits = chooseEdits(fixed.findings, unsafe)
    if (edits.length === 0) break
    const next = applyEdits(fixed.source, edits)
    if (next === fixed.source) break
    fixed = { source: next, findings: await check(next) }
  }
  return fixed
}

/** The edits of all fixes that can be applied together: a fix is taken whole or not at all, the first one first. */
export function chooseEdits(findings: readonly RuleFinding[], unsafe: boolean): Edit[] {
  const chosen: Edit[] = []
  for (const { fix: proposed } of findings) {
    if (!proposed || !(proposed.safe || unsafe)) continue
    if (proposed.edits.some((edit) => chosen.some((other) => collide(edit, other)))) continue
    chosen.push(...proposed.edits)
  }
  return chosen
}

/** Two insertions at one place say two things, and both may be said. */
function collide(a: Edit, b: Edit): boolean {
  const insertions = a.start === a.end && b.start === b.end
  return insertions ? a.start === b.start && a.text === b.text : overlap(a, b)
}
