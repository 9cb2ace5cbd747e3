import { basename } from 'node:path/posix'
import { gitRecords, runGit } from '@frontdoor/kit/git'
import { listTracked } from '@frontdoor/kit/git/facts'
import { indexOfHook } from '@frontdoor/kit/git/hook-index'
import type { Io } from '@frontdoor/kit/io'
import { loadProject } from '@frontdoor/kit/project/load'
import { headingsOf } from '../explain/explanation.ts'
import { readProjectFormat } from '../formats/project-format.ts'
import { readTags } from '../history/tags.ts'
import { versionTags } from '../history/versions.ts'
import { levelAt } from '../model/bump.ts'
import { classifier } from '../model/category.ts'
import { pathTest } from '../model/path-test.ts'
import { versioningOf } from '../model/request.ts'
import type { Place } from '../place.ts'
import type { Settings } from '../settings.ts'
import { lastPart } from '../tag-pattern.ts'
import { compareVersions, type Version } from '../version.ts'
import type { Surroundings } from './check.ts'
import type { Scopes } from './rule.ts'

type World = Pick<Io, 'cwd' | 'env'>

/** So many older titles tell whether a word before a colon is one of the project's own. */
const looksAt = 1000

/** Reads what decides about a message in a project; git is asked for the rest only when it matters. */
export async function surroundingsOf(
  io: World,
  place: Place,
  settings: Settings,
): Promise<Omit<Surroundings, 'strict' | 'comment'>> {
  const format = await readProjectFormat(io, { place, settings })
  const byPath = settings.categories.some(({ when }) => when.some(({ path }) => path !== undefined))
  return {
    settings,
    headingsOf: (verdict) => headingsOf(verdict, format),
    categoryOf: classifier(settings.categories, await pathTest(settings.categories)),
    paths: byPath ? await stagedPaths(io, place.root) : [],
    levelOf: async (bump) => {
      // Only a bump that is more than a patch means something else below 1.0.0.
      if (bump === 'none' || bump === 'patch' || settings.versioning !== 'semver') return bump
      const base = await newestVersion(io, place, settings)
      return base ? levelAt(base, bump, settings) : bump
    },
    isWord: async (word) => (await isNamed(io, place.root, word)) || isUsed(io, place.root, asType, word),
    isScope: async (word) => (await isNamed(io, place.root, word)) || isUsed(io, place.root, asScope, word),
    scopes: async () => scopesOf(settings, await packageNames(io, place.root)),
  }
}

/** Where the settings want packages and there are none, nothing is left to hold a scope against. */
function scopesOf({ scopes }: Settings, packages: readonly string[]): Scopes {
  const listed = scopes === 'any' ? [] : [scopes].flat().flatMap((one) => (one === 'packages' ? packages : [one]))
  return listed.length > 0 ? { listed, packages } : { packages }
}

/** What people call the packages of a workspace: `larder` of `@tea/larder`, and of `packages/larder`. */
async function packageNames(io: World, root: string): Promise<string[]> {
  const { workspacePackages } = await import('../packages/read.ts')
  const project = await loadProject(io, root)
  if (project.packages.length === 0) return []
  const packages = await workspacePackages(project)
  return [...new Set(packages.flatMap(({ name, folder }) => [lastPart(name), basename(folder), name, folder]))].filter(
    (name) => name !== '',
  )
}

async function stagedPaths(io: World, root: string): Promise<string[]> {
  const index = await indexOfHook(io, root)
  const options = ['--cached', '--name-only', '-z', '--no-renames', '--no-relative', '--no-ext-diff']
  return gitRecords(io, { folder: root, command: 'diff', options, index })
}

async function newestVersion(io: World, place: Place, settings: Settings): Promise<Version | undefined> {
  const names = place.manifests.flatMap(({ name }) => name ?? [])
  const tags = versionTags(await readTags(io, place.root), versioningOf({ root: place.root, settings, names }))
  return tags
    .map(({ version }) => version)
    .toSorted(compareVersions)
    .at(-1)
}

async function isNamed(io: World, folder: string, word: string): Promise<boolean> {
  const tracked = await listTracked(io, folder)
  return tracked.some((path) => path.split('/').some((name) => name.replace(/\..*/, '').toLowerCase() === word))
}

const asType = /^([^\s:(!]+)(?:\([^()]*\))?!?:/
const asScope = /^[^\s:(!]+\(([^()]*)\)!?:/

/** Once may have been a slip, too. */
async function isUsed(io: World, folder: string, place: RegExp, word: string): Promise<boolean> {
  const options = [`--max-count=${looksAt}`, '--format=%s']
  const { stdout } = await runGit(io, { folder, command: 'log', options, revisions: ['HEAD'] })
  const starts = stdout.split('\n').flatMap(
    (title) =>
      place
        .exec(title)?.[1]
        ?.toLowerCase()
        .split(/[\s,/\\|]+/) ?? [],
  )
  return starts.filter((start) => start === word).length > 1
}
