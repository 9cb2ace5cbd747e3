import type { Io } from '@frontdoor/kit/io'
import type { Reference } from '../change.ts'
import { isTold } from '../model/cascade.ts'
import type { Decided } from '../model/decided.ts'
import { decideVersions } from '../next-version.ts'
import type { Entry, Release } from '../release.ts'
import type { Opened } from './open.ts'

/** A changelog that gets a release. */
export interface Due {
  readonly opened: Opened
  readonly version: string
}

/**
 * The releases that are due, of the packages that were asked for: what has changes of its own, and what depends on what is released
 * with it. Each tells of the packages that it now needs.
 */
export async function dueReleases(io: Io, all: readonly Opened[]): Promise<Due[]> {
  const [first] = all
  if (!first) return []
  const model = await first.models({ ...first.request, unreleasedOnly: true })
  const decided = await decideVersions(io, model, first, all)
  return all.flatMap((opened, at) => {
    const { own, next } = decided[at] as Decided
    if (next.version === undefined) return []
    const told = own?.dependencies.filter((one) => isTold(one, first.request.settings.dependents)) ?? []
    const needed = decided.filter((other) => told.some(({ name }) => name === other.own?.name))
    return [
      {
        opened: withDependencies(
          opened,
          needed.flatMap((one) => entryOf(one, changesOf(one, all))),
        ),
        version: next.version,
      },
    ]
  })
}

/** The commits that brought what is new in a package. */
function changesOf({ own }: Decided, all: readonly Opened[]): Reference[] {
  const { sections = [] } = all.find(({ target }) => target === own)?.history.unreleased ?? {}
  const shas = sections.flatMap(({ entries }) => entries.flatMap((entry) => entry.shas.slice(0, 1)))
  return [...new Set(shas)].map((sha) => ({ raw: sha, id: sha, kind: 'commit' }))
}

/** What a package says of another one that is released with it. */
function entryOf({ own, next: { version, previous } }: Decided, references: readonly Reference[]): Entry[] {
  if (!own || version === undefined) return []
  const from = previous === undefined ? {} : { from: previous }
  return [
    {
      id: `dependency ${own.name}`,
      text: `bump ${own.name}${previous === undefined ? '' : ` from ${previous}`} to ${version}`,
      format: 'text',
      breaking: false,
      references,
      authors: [],
      shas: [],
      dependency: { name: own.name, ...from, to: version, prs: [] },
      bump: 'patch',
    },
  ]
}

function withDependencies(opened: Opened, entries: readonly Entry[]): Opened {
  if (entries.length === 0) return opened
  const { history } = opened
  return { ...opened, history: { ...history, unreleased: withEntries(history.unreleased, entries) } }
}

function withEntries(release: Release, entries: readonly Entry[]): Release {
  const id = 'dependencies'
  const known = release.sections.find((section) => section.id === id)
  const section = { id, title: known?.title ?? 'Dependencies', entries: [...(known?.entries ?? []), ...entries] }
  return { ...release, sections: [...release.sections.filter((one) => one !== known), section] }
}
