import { commitsBetween } from '../forge/commits.ts'
import type { Github } from '../forge/github.ts'
import { filesOf, newcomers, pullsOf } from '../forge/pulls.ts'
import { type ForgeRelease, listReleases } from '../forge/releases.ts'
import { pathTest } from '../model/path-test.ts'
import { compareVersions, parseVersion } from '../version.ts'
import type { DraftFacts } from './plan.ts'
import type { DraftSettings } from './settings.ts'
import { isInRange } from './version.ts'

/** What a release is made of, and the draft that is there already. */
export interface Found {
  readonly facts: DraftFacts
  readonly draft: ForgeRelease | undefined
}

/**
 * Asks the forge for all that a release is made of.
 *
 * @param ref branch that is released where the settings name none
 */
export async function findFacts(github: Github, settings: DraftSettings, ref: string): Promise<Found> {
  const target = settings.target || ref
  const releases = (await listReleases(github)).filter((release) => isOurs(release, settings, target))
  const previous = previousOf(releases, settings)
  const draft = releases.find((one) => one.draft && one.prerelease === (settings.prerelease ?? false))
  const commits = await commitsBetween(github, { from: previous?.tag, to: target })
  const pulls = await pullsOf(github, commits)
  const conditions = [
    settings.include,
    settings.exclude,
    ...[settings.sections, settings.bumps].flat().map((rule) => rule?.when),
  ]
  const when = conditions.flatMap((some) => some ?? [])
  const paths = new Map<number, readonly string[]>()
  if (when.some(({ path }) => path !== undefined))
    for (const { number } of pulls) paths.set(number, await filesOf(github, number))
  const wantsNew = [settings.header, settings.body, settings.footer].some((text) => text?.includes('$NEW_CONTRIBUTORS'))
  const { owner, name: repository, server } = github
  const matches = await pathTest([{ when }])
  const isNew: ReadonlySet<string> = wantsNew ? await newcomers(github, pulls) : new Set()
  return {
    draft,
    facts: { owner, repository, server, previous, commits, pulls, paths, newcomers: isNew, target, matches },
  }
}

function isOurs({ tag, target }: ForgeRelease, { tagPrefix, sameTarget, range }: DraftSettings, ours: string): boolean {
  const branch = (ref: string) => ref.replace(/^refs\/heads\//, '')
  if (sameTarget && branch(target) !== branch(ours)) return false
  if (range && range !== '*' && !isInRange(tag, range)) return false
  return !tagPrefix || tag.startsWith(tagPrefix)
}

/** The highest version; what is no version is compared by date. */
function previousOf(releases: readonly ForgeRelease[], settings: DraftSettings): ForgeRelease | undefined {
  const { tagPrefix = '', prerelease = false, fromPrereleases = false } = settings
  const version = ({ tag }: ForgeRelease) =>
    parseVersion(tag.slice(tag.startsWith(tagPrefix) ? tagPrefix.length : 0).replace(/^v/i, ''))
  return releases
    .filter((one) => !one.draft && (!one.prerelease || prerelease || fromPrereleases))
    .sort((a, b) => {
      const [left, right] = [version(a), version(b)]
      return left && right ? compareVersions(left, right) : a.created < b.created ? -1 : Number(a.created > b.created)
    })
    .at(-1)
}
