import { type Change, changeFields } from '../change.ts'

/** Changes of other sources, to be merged into those of commits. */
export interface Enrichment {
  /** A commit's change with what others know of it. */
  readonly enrich: (change: Change) => Change
  /** True where something else tells of a commit. */
  readonly knows: (pr: number | undefined, sha: string) => boolean
  /** The pull request that a commit came in with, though it does not say so. */
  readonly pullOf: (sha: string) => number | undefined
  /** Those that belong to no commit. */
  readonly rest: (numbers: ReadonlySet<number>, shas: { has(sha: string): boolean }) => Change[]
}

/** Finds what belongs together by the number of the pull request, else by hash. */
export function enrichment(others: readonly Change[]): Enrichment {
  if (others.length === 0)
    return { enrich: (change) => change, knows: () => false, pullOf: () => undefined, rest: () => [] }
  const byPr = new Map(others.flatMap((change) => (change.pr === undefined ? [] : [[change.pr, change]])))
  const bySha = new Map(others.flatMap((change) => change.shas.map((sha) => [sha, change])))
  return {
    enrich(change) {
      const other = (change.pr === undefined ? undefined : byPr.get(change.pr)) ?? bySha.get(change.shas[0] ?? '')
      if (!other) return change
      return merge(change, isWhole(change, other) ? other : { ...other, ...nothing })
    },
    knows: (pr, sha) => (pr !== undefined && byPr.has(pr)) || bySha.has(sha),
    pullOf: (sha) => bySha.get(sha)?.pr,
    rest: (numbers, shas) =>
      others.filter(({ pr, shas: own }) => !(pr !== undefined && numbers.has(pr)) && !own.some((sha) => shas.has(sha))),
  }
}

/** What a part of a pull request cannot get from the whole of it. */
const nothing = { subject: '', body: '', type: '', scope: '', breaking: false, breakingNote: '', references: [] }

/** True where a change is all that a pull request brought, and not one of its commits. */
function isWhole({ id }: Change, { pr, shas }: Change): boolean {
  return pr === undefined || id === `#${pr}` || (shas.length === 1 && id === shas[0])
}

/** What others say wins, but for what somebody overrode by hand; where they say nothing, the commit's own words stay. */
function merge(change: Change, other: Change): Change {
  const given = Object.entries(other).filter(([field, value]) => mayGive(change, field, value))
  const origins = Object.fromEntries(given.map(([field]) => [field, other.kind === 'commit' ? 'context' : other.kind]))
  return { ...change, ...Object.fromEntries(given), origins: { ...origins, ...change.origins } }
}

const fields: ReadonlySet<string> = new Set(changeFields)

function mayGive({ origins }: Change, field: string, value: unknown): boolean {
  const isEmpty = value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
  return fields.has(field) && !isEmpty && origins[field as keyof typeof origins] !== 'override'
}
