import { type Io, UserError } from '@frontdoor/kit/io'
import { type Changelog, newestOnly, readChangelog } from './changelog/changelog.ts'
import { bumpOfGroup } from './changelog/group-title.ts'
import { readSection } from './changelog/items.ts'
import { isUntouched } from './changelog/stamp.ts'
import { changelogPath, isMarkdown } from './changelog-path.ts'
import type { Context } from './context.ts'
import type { Range } from './history/range.ts'
import { newestPackageTag } from './history/tags.ts'
import { highestRelease, versionTags } from './history/versions.ts'
import { highest } from './model/assemble.ts'
import type { BumpPolicy } from './model/bump.ts'
import { cascade } from './model/cascade.ts'
import type { Decided } from './model/decided.ts'
import { type Model, requireRanges } from './model/model.ts'
import type { Base, Written } from './model/next/request.ts'
import { decideNext, type Next } from './model/next.ts'
import type { Package } from './model/package.ts'
import { versioningOf } from './model/request.ts'
import { type GroupTies, groupsOf } from './model/version-groups.ts'
import type { Place } from './place.ts'
import { isOfPackage } from './tag-pattern.ts'
import { isDevelopment } from './version.ts'

/** What a version is asked of. */
export interface Asked {
  /** The package; the whole repository where absent. */
  readonly target: Package | undefined
  /** What tells of its releases; absent where nothing that can be read does. */
  readonly changelog: Changelog | undefined
}

/** Where it is asked, and how it is decided. */
export interface Asking extends Pick<Context, 'request'> {
  readonly place: Pick<Place, 'manifests'>
  /** Neither starts nor ends prereleases where absent. */
  readonly policy?: Pick<BumpPolicy, 'pre' | 'stable'>
}

/**
 * The next version of each that is asked for, and why: of the repository, or of packages, of which what depends on a released one
 * is released, too.
 *
 * @throws {UserError} where it would be no version, not be higher, or be tagged already
 */
export async function decideVersions(
  io: Pick<Io, 'env' | 'now'>,
  model: Model,
  asking: Asking,
  all: readonly Asked[],
): Promise<readonly Decided[]> {
  const { settings, packages = [] } = asking.request
  const { pre, stable } = asking.policy ?? plain
  const policy = { pre, stable: stable || (pre === undefined && model.endsPrereleases) }
  const ties = { ...settings, sharingTags: sharingTags(model, asking.request) }
  const mates = await matesOf(all, packages, ties)
  const decided = [...all, ...mates].map((asked): Decided => {
    return { ...(asked.target && { own: asked.target }), next: nextOf(io, model, { ...asking, policy }, asked) }
  })
  const settled = await cascade(decided, { ...ties, ...policy })
  return settled.slice(0, all.length)
}

/** Names of the packages that have no newer tag of their own than the repository has: that tag is the version of all of them. */
function sharingTags({ history: { tags } }: Model, request: Context['request']): ReadonlySet<string> {
  const newest = (own?: Package) => highestRelease(versionTags(tags, versioningOf(request, own)))?.name
  const common = newest()
  const sharing = (request.packages ?? []).filter((own) => common !== undefined && newest(own) === common)
  return new Set(sharing.map(({ name }) => name))
}

/** Packages whose version is one with that of some that are asked for, without those. */
async function matesOf(all: readonly Asked[], packages: readonly Package[], ties: GroupTies): Promise<Asked[]> {
  const asked = new Set(all.flatMap(({ target }) => target?.name ?? []))
  const groups = asked.size === 0 ? [] : await groupsOf(packages, ties)
  const tied = groups.filter(({ names }) => names.some((name) => asked.has(name))).flatMap(({ names }) => names)
  const mates = packages.filter(({ name }) => tied.includes(name) && !asked.has(name))
  return mates.map((target) => ({ target, changelog: undefined }))
}

/**
 * What is asked for, each with its changelog as far as it tells what is new.
 *
 * @param read the text at a path from the working directory
 */
export function withChangelogs(
  io: Pick<Io, 'cwd'>,
  { place, settings, targets }: Pick<Context, 'place' | 'settings' | 'targets'>,
  read: (path: string) => Promise<string>,
): Promise<Asked[]> {
  return Promise.all(
    targets.map(async (target): Promise<Asked> => {
      const path = changelogPath(io, { place, settings }, target)
      return { target, changelog: isMarkdown(path) ? readNewest(await read(path)) : undefined }
    }),
  )
}

/** A changelog as far as to its newest release, which mostly stands first or second: to read eight took 3 ms. */
function readNewest(text: string): Changelog {
  const top = readChangelog(text, { most: 2 })
  return top.isWhole || top.releases.some(({ unreleased }) => !unreleased) ? top : readChangelog(text, newestOnly)
}

const plain = { pre: undefined, stable: false }

function nextOf(
  io: Pick<Io, 'env' | 'now'>,
  model: Model,
  { request, place, policy }: Required<Asking>,
  { target, changelog }: Asked,
): Next {
  const [range] = model.ranges(target)
  requireRanges(io, model, [range as Range])
  const manifest = target ?? place.manifests.find(({ version }) => version !== undefined)
  const manifestVersion = target || isAbout(manifest, range?.from) ? manifest?.version : undefined
  return decideNext({
    unreleased: model.release(range as Range, target),
    base: range?.from,
    taken: versionTags(model.history.tags, versioningOf(request, target)),
    settings: request.settings,
    policy,
    manifestVersion,
    listed: changelog && listedIn(changelog),
    written: changelog && writtenIn(changelog),
    hasFragments: model.hasFragments,
    isTagged: target?.private !== true,
    otherTag: target || request.settings.tags ? undefined : newestPackageTag(model.history.tags),
    now: nowOf(io),
  })
}

/** False for the private manifest of a workspace whose releases have the name of a package: its version is that of nothing. */
function isAbout(manifest: Place['manifests'][number] | Package | undefined, tag: Base | undefined): boolean {
  const { name, private: isPrivate } = manifest ?? {}
  return !isPrivate || !tag || !isOfPackage(tag.name) || tag.name.includes(name ?? tag.name)
}

/** What is worked on may have its version already, as `1.3.0-dev`; one that is only planned is not due. */
function listedIn({
  unreleased,
  releases,
  coming,
}: Pick<Changelog, 'releases' | 'unreleased' | 'coming'>): string | undefined {
  const { version } = unreleased ?? {}
  if (version !== undefined && (version === coming || isDevelopment(version))) return version
  return releases.find((release) => !release.unreleased)?.version
}

/** What people wrote of what is unreleased moves the version as far as changes of that kind do. */
function writtenIn(changelog: Changelog): Written | undefined {
  const { unreleased, coming } = changelog
  if (!unreleased || coming !== undefined || isUntouched(changelog, unreleased)) return undefined
  const groups = readSection(changelog, unreleased).items.flatMap(({ group }) => group ?? [])
  const moves = groups.map(({ title }) => ({ title, bump: bumpOfGroup(title) }))
  const bump = highest(moves.map((one) => one.bump))
  return moves.find((one) => one.bump === bump)
}

/** The time that whoever builds wants it to be (reproducible-builds.org), else now. */
export function nowOf({ env, now }: Pick<Io, 'env' | 'now'>): Date {
  const { SOURCE_DATE_EPOCH: epoch } = env
  if (!epoch) return now()
  const date = new Date(Number(epoch) * 1000)
  if (Number.isNaN(date.getTime()))
    throw new UserError(`SOURCE_DATE_EPOCH ${epoch} is no time: give seconds since 1970`)
  return date
}
