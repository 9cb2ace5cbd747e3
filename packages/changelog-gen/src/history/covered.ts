import type { CommitStore } from './commit-store.ts'

// Git gives commits by date. A clock that was wrong may bring a commit later than its place, but seldom by more than this.
const slack = 256

/** Says when a history has been read so far that all that is left to read is released. */
export function coveredBy(tagged: ReadonlySet<string>): (store: CommitStore) => boolean {
  /** Commits that are known as parents but not read yet, and whether a release reaches them. */
  const waiting = new Map<string, boolean>()
  let open = 1
  let spare = slack
  return (store) => {
    const index = store.size - 1
    if (index < 0) return false
    const sha = store.sha(index)
    const reached = tagged.has(sha) || waiting.get(sha) === true
    if (index === 0 || waiting.get(sha) === false) open--
    waiting.delete(sha)
    for (const parent of store.parents(index)) {
      const known = waiting.get(parent)
      if (known === undefined && !reached) open++
      if (known === false && reached) open--
      waiting.set(parent, reached || known === true)
    }
    return open === 0 && spare-- <= 0
  }
}
