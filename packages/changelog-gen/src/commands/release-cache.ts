import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { attempt } from '@frontdoor/kit/attempt'
import { writeCacheFile } from '@frontdoor/kit/cache/file'
import { cacheFolder } from '@frontdoor/kit/cache/folder'
import { version } from '@frontdoor/kit/cli/version'
import type { Io } from '@frontdoor/kit/io'
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

interface Stored extends CachedReleases {
  readonly key: string
}

/** Where the releases of one repository are kept: the newest run's, and they hold as long as the same run would write them again. */
export interface ReleaseCache {
  readonly find: () => CachedReleases | undefined
  readonly keep: (released: Released, history: ProjectHistory) => Promise<void>
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
    async keep(released, history) {
      const [newest] = history.releases
      // What a person wrote about a release may be another text tomorrow.
      if (newest?.version === undefined || released.sections.length < small || history.mayHoldMarkdown) return
      const { sha } = newest.range.to
      const tags = history.settled(sha)
      if (!tags) return
      const kept: Stored = { key, released, newest: { version: newest.version, sha }, tags: wordOf(tags) }
      await writeCacheFile(path, JSON.stringify(kept))
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
  const stored = attempt(() => JSON.parse(readFileSync(path, 'utf8')) as Stored)
  return stored?.key === wanted ? stored : undefined
}
