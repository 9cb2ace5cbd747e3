import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder } from '@frontdoor/kit/cache-folder'
import type { Io } from '@frontdoor/kit/io'
import { version } from '../agent.ts'
import type { Changelog } from '../changelog/changelog.ts'
import type { Format } from '../formats/format.ts'
import type { Tag } from '../history/tags.ts'
import type { ModelRequest } from '../model/request.ts'
import type { ProjectHistory } from '../writing/project-history.ts'
import type { Released } from '../writing/released.ts'

/** The releases of a changelog that an earlier run wrote anew, and what they were made by. */
export interface CachedReleases {
  readonly released: Released
  readonly newest: { readonly version: string; readonly sha: string }
  readonly tags: string
}

/** Where the releases of one repository are kept: the newest run's, and they hold as long as the same run would write them again. */
export interface ReleaseCache {
  readonly find: () => CachedReleases | undefined
  readonly keep: (released: Released, history: ProjectHistory) => void
}

/** How releases are written. */
export interface Form {
  readonly format: Format
  readonly eol: Changelog['eol']
}

/** Releases that are written faster than they would be read. */
const small = 1 << 14

/** Opens the cache of a repository; undefined where the environment names no folder for caches. */
export function openReleaseCache(io: Pick<Io, 'env'>, request: ModelRequest, form: Form): ReleaseCache | undefined {
  const folder = cacheFolder(io)
  if (folder === undefined) return undefined
  const key = keyOf(request, form)
  const path = join(folder, 'changelogs', `${request.root.replaceAll(/[^\w.-]+/g, '-').slice(-100)}.json`)
  return {
    find: () => read(path, key),
    keep(released, history) {
      const [newest] = history.releases
      // What a person wrote about a release may be another text tomorrow.
      if (newest?.version === undefined || released.sections.length < small || history.mayHoldMarkdown) return
      const { sha } = newest.range.to
      const tags = history.settled(sha)
      if (tags) write(path, { key, released, newest: { version: newest.version, sha }, tags: wordOf(tags) })
    },
  }
}

/** True where a history that was read down to the newest cached release goes on from there, and tells nothing new of what is older. */
export function goesOn(history: ProjectHistory, { newest, tags }: CachedReleases): boolean {
  if (history.mayHoldMarkdown || history.releases.at(-1)?.range.to.sha !== newest.sha) return false
  const settled = history.settled(newest.sha)
  return settled !== undefined && wordOf(settled) === tags
}

function wordOf(tags: readonly Tag[]): string {
  return tags.map(({ name, sha, seconds }) => `${name} ${sha} ${seconds}`).join('\n')
}

/** All that the text of a release is made by, beside commits and tags; and the tool's own file, of which there are many before a version is released. */
function keyOf({ root, settings, names, repository }: ModelRequest, { format, eol }: Form): string {
  const { size, mtimeMs } = statSync(import.meta.filename)
  const mailmap = attempt(() => readFileSync(join(root, '.mailmap'), 'utf8'))
  return JSON.stringify([version, size, mtimeMs, root, settings, names, repository, format, eol, mailmap])
}

function read(path: string, wanted: string): CachedReleases | undefined {
  const { key, ...kept } =
    attempt(() => JSON.parse(readFileSync(path, 'utf8')) as CachedReleases & { key: string }) ?? {}
  return key === wanted ? (kept as CachedReleases) : undefined
}

/** Replaces the file as a whole, so that runs at the same time never see half of one. */
function write(path: string, kept: CachedReleases & { readonly key: string }): void {
  const temporary = `${path}.${process.pid}.tmp`
  attempt(() => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(temporary, JSON.stringify(kept), { mode: 0o600, flag: 'wx' })
    renameSync(temporary, path)
  })
  attempt(() => rmSync(temporary, { force: true }))
}

/** Whatever is wrong with the place or the file, it is only a cache. */
function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
