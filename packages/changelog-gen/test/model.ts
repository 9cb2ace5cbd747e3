import { readChangelog } from '../src/changelog/changelog.ts'
import { forgePages } from '../src/forge-pages.ts'
import type { FormatName } from '../src/formats/format.ts'
import { foundFormat } from '../src/formats/found.ts'
import type { Entry, Release } from '../src/release.ts'
import { readNothing } from '../src/renderers/markdown.ts'
import type { ProjectHistory } from '../src/writing/project-history.ts'
import { type UpdateRequest, updateChangelog } from '../src/writing/update.ts'

/** A change of a made-up history: `12 feat(tea): steep longer` has a number, `feat: steep` is a commit alone. */
export function entry(line: string, more: Partial<Entry> = {}): Entry {
  const [, pr, type = 'feat', scope, bang, text = ''] = /^(?:(\d+) )?(\w+)(?:\((.*?)\))?(!)?: (.*)$/.exec(line) ?? []
  const sha = [...line]
    .reduce((hash, character) => Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0, 7)
    .toString(16)
  return {
    id: pr === undefined ? sha : `#${pr}`,
    text,
    format: 'text',
    type,
    ...(scope !== undefined && { scope }),
    breaking: bang !== undefined,
    references: [],
    authors: [],
    shas: [`a${sha}`.padEnd(40, '0')],
    ...(pr !== undefined && { pr: Number(pr) }),
    bump: 'patch',
    ...more,
  }
}

const sections = {
  feat: ['features', 'Features'],
  fix: ['fixes', 'Bug Fixes'],
  perf: ['performance', 'Performance Improvements'],
} as const

/** A release with these changes, newest first. */
export function release(lines: readonly (string | Entry)[], more: Partial<Release> = {}): Release {
  const entries = lines.map((line) => (typeof line === 'string' ? entry(line) : line))
  const listed = Object.entries(sections).map(([type, [id, title]]) => ({
    id,
    title,
    entries: entries.filter((one) => one.type === type),
  }))
  return {
    prerelease: false,
    range: { to: { sha: head }, commits: entries.length },
    sections: listed.filter(({ entries: own }) => own.length > 0),
    contributors: [],
    omitted: [],
    ...more,
  }
}

const head: string = 'c0ffee'.padEnd(40, '0')
/** Where the changes of these tests are. */
export const repository = {
  forge: 'github',
  host: 'github.com',
  owner: 'o',
  name: 'tea',
  url: 'https://github.com/o/tea',
} as const

export interface Given {
  readonly unreleased: readonly (string | Entry)[]
  readonly releases?: readonly Release[]
  /** Versions that have a tag on another branch. */
  readonly beside?: readonly string[]
  /** What was unreleased when the stamp was written; absent where that commit is gone. */
  readonly before?: readonly (string | Entry)[]
  /** The changelog as every commit has it; absent where none has one. */
  readonly given?: string
  readonly style?: FormatName | undefined
}

export function requestOf(
  source: string,
  { unreleased, releases = [], beside = [], before, given, style }: Given,
): UpdateRequest {
  const changelog = readChangelog(source)
  const from = releases[0]?.tag
  const range = { ...(from !== undefined && { from: { sha: head, tag: from } }), to: { sha: head }, commits: 0 }
  const history: ProjectHistory = {
    head,
    unreleased: release(unreleased, { range }),
    releases,
    mayHoldMarkdown: false,
    tags: [],
    tagged: () => beside,
    settled: () => undefined,
  }
  return {
    changelog,
    format: foundFormat(changelog, style),
    pages: forgePages(repository),
    read: readNothing,
    history,
    unreleasedAt: async () => before && release(before, { range }),
    changelogAt: async () => given,
  }
}

/** The changelog after an update, and the messages of its conflicts. */
export async function updated(source: string, given: Given): Promise<{ text: string; conflicts: string[] }> {
  const { text, conflicts } = await updateChangelog(requestOf(source, given))
  return { text, conflicts: conflicts.map(({ message }) => message) }
}
