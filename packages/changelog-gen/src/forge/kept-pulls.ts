import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { attempt } from '@frontdoor/kit/attempt'
import { readTextOrEmpty } from '@frontdoor/kit/files'
import { writeText } from '@frontdoor/kit/files/write'
import { UserError } from '@frontdoor/kit/io'
import { listAt, textAt } from '../json.ts'
import { isPullRequest, type PullRequest } from './pull-request.ts'

/** What is known of commits and their pull requests, as a file of lines that can be committed: sorted, and without a time. */
export interface KeptPulls {
  /** Numbers of the pull requests that a commit came in with; undefined for one that nobody asked about. */
  numbersOf(sha: string): readonly number[] | undefined
  pull(number: number): PullRequest | undefined
  keep(sha: string, pulls: readonly PullRequest[]): void
  save(): Promise<void>
}

/** Where such a file is. */
export interface KeptPlace {
  /** Absolute. */
  readonly path: string
  /** Absolute path of the folder that the file may not leave. */
  readonly root: string
}

/**
 * Opens such a file; one that is not there is empty. Without a place, all is only kept in memory.
 *
 * @throws {UserError} for a line that is none of ours
 */
export async function openKeptPulls(place: KeptPlace | undefined): Promise<KeptPulls> {
  if (place) await mkdir(dirname(place.path), { recursive: true })
  const file = place && (await readTextOrEmpty(place.path, place.root))
  const commits = new Map<string, readonly number[]>()
  const pulls = new Map<number, PullRequest>()
  for (const [index, line] of (file?.text ?? '').split('\n').entries()) {
    if (line.trim() === '') continue
    const value: unknown = attempt(() => JSON.parse(line))
    if (isPullRequest(value)) pulls.set(value.number, value)
    else if (textAt(value, 'commit') === '')
      throw new UserError(
        `${place?.path}:${index + 1}: neither a commit nor a pull request; delete the file, or mend the line`,
      )
    else commits.set(textAt(value, 'commit'), listAt(value, 'pulls').map(Number))
  }
  return {
    numbersOf: (sha) => commits.get(sha),
    pull: (number) => pulls.get(number),
    keep(sha, some) {
      commits.set(
        sha,
        some.map(({ number }) => number),
      )
      for (const pull of some) pulls.set(pull.number, pull)
    },
    async save() {
      if (!file) return
      const lines = [
        ...[...commits].sort(([a], [b]) => (a < b ? -1 : 1)).map(([commit, numbers]) => ({ commit, pulls: numbers })),
        ...[...pulls.values()].sort((a, b) => a.number - b.number),
      ]
      await writeText(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    },
  }
}
