import { groupBy } from '@frontdoor/kit/group-by'
import { parseVersion, type Version } from './version.ts'
import { compareVersionTexts } from './version-order.ts'

/** Which tags are versions of a package. */
export interface TagPattern {
  readonly prefix: string
  readonly suffix: string
}

/** Usual forms, the root's own first. A package's name may be its last part only: `core@1.2.3` for `@scope/core` and `group:core`. */
const rootForms = [
  'v{version}',
  '{version}',
  'V{version}',
  'release-{version}',
  'release/{version}',
  'release/v{version}',
  'version-{version}',
]
const packageForms = [
  '{name}@{version}',
  '{name}@v{version}',
  '{name}/v{version}',
  '{name}/{version}',
  '{name}-v{version}',
  '{name}_v{version}',
  '{name}-{version}',
]
/** As release-plan has it, to be tried before `v{version}`, which takes the name for that of a prerelease. */
const namedBehind = 'v{version}-{name}'

/** The patterns that a project's tags may follow where its config says nothing; a package of a monorepo has only tags with its name. */
export function usualPatterns(names: readonly string[], isRoot: boolean): TagPattern[] {
  const [behind, ...forms] = [namedBehind, ...packageForms].map((form) => patternsOf(form, names))
  const own = isRoot ? rootForms.map((form) => tagPattern(form, '')) : []
  return [...(behind ?? []), ...own, ...forms.flat()]
}

/** A pattern of the config for a package: its name may be written without its scope. */
export function patternsOf(form: string, names: readonly string[]): TagPattern[] {
  if (!form.includes('{name}')) return [tagPattern(form, '')]
  const called = names.flatMap((name) => [name, lastPart(name)])
  return [...new Set(called)].map((name) => tagPattern(form, name))
}

/** `core` of `@scope/core` and of `group:core`. */
export function lastPart(name: string): string {
  return name.replace(/^(?:@[^/]*\/|[^/:]*:)/, '')
}

/** A pattern as the config writes it: `{name}` stands for the package, `{version}` for the version. */
function tagPattern(form: string, name: string): TagPattern {
  const [prefix = '', suffix = ''] = form.replaceAll('{name}', name).split('{version}')
  return { prefix, suffix }
}

/** The version that a tag names, by the first pattern that it follows. */
export function versionOf(tag: string, patterns: readonly TagPattern[]): Version | undefined {
  for (const { prefix, suffix } of patterns) {
    if (!tag.startsWith(prefix) || !tag.endsWith(suffix) || tag.length <= prefix.length + suffix.length) continue
    // Cheaper than the grammar, which most tags of other packages would meet several times.
    if (!/\d/.test(tag.charAt(prefix.length))) continue
    const written = tag.slice(prefix.length, tag.length - suffix.length)
    const version = parseVersion(/[@/_-]$/.test(prefix) ? dotted(written) : written)
    if (version) return version
  }
  return undefined
}

/** `8.9.1` for `8_9_1`, `2.1.0b3` for `2_1_0b3`, and `9.7p1` for `9_7_P1`, as projects have it that began with CVS, which let no dot into a tag. */
function dotted(version: string): string {
  if (!/^\d+(?:_\d+){1,3}(?:_?(?:alpha|beta|rc|[abcpP])\d*)?$/.test(version)) return version
  return version.replace(/_?P(?=\d+$)/, 'p').replaceAll('_', '.')
}

/** True for a tag that looks like the version of a package: a name stands before it. */
export function isOfPackage(tag: string): boolean {
  return /^@?[\w/]+(?:-[a-z]\w*)*[-@/_]v?\d+\.\d/i.test(tag)
}

/** What tags are guessed by, where none is the usual one. */
export interface Hints {
  /** What the repository is called, where that is known. */
  readonly repository?: string | undefined
  /** Versions that the changelog tells of last, in its order. */
  readonly told?: readonly string[] | undefined
}

/**
 * The prefix that versions have in a repository whose tags have a name of their own: that of which the newest version stands highest in
 * the changelog, else the one that all tags of versions share. Of several, those that end with what the repository is called: Apache has
 * `rel/tea-1.2.0`, and `tea-1.2.0-RC1` before it.
 */
export function guessedPatterns(tags: readonly string[], { repository, told = [] }: Hints): TagPattern[] {
  const found = tags.flatMap((tag) => {
    const [, prefix, version] = /^(.+?[@/_-]v?)(\d+\.\d+(?:\.\d+(?:[-+].*)?)?|\d+_\d+_\d+)$/.exec(tag) ?? []
    if (prefix === undefined || version === undefined) return []
    // Two numbers may be those of anything else.
    const isShort = version.split('.').length === 2
    return isShort && !isCalled(prefix, repository) ? [] : [{ prefix, version: dotted(version) }]
  })
  const prefixes = [...groupBy(found, ({ prefix }) => prefix)].map(([prefix, all]) => {
    const newest = all
      .map(({ version }) => version)
      .toSorted(compareVersionTexts)
      .at(-1) as string
    return { prefix, place: told.indexOf(newest) }
  })
  const first = Math.min(...prefixes.flatMap(({ place }) => (place === -1 ? [] : place)))
  const highest = prefixes.filter(({ place }) => place === first)
  const own = prefixes.filter(({ prefix }) => isCalled(prefix, repository))
  // Packages that are released together have the same versions.
  const meant = highest.length === 1 ? highest : prefixes.length === 1 ? prefixes : own
  return meant.map(({ prefix }) => ({ prefix, suffix: '' }))
}

/** True for `rel/tea-` and `tea@v` of the repository `tea`, and for `tea8_`, as Gazebo has `gz-math8_8.1.0`. */
function isCalled(prefix: string, repository: string | undefined): boolean {
  const name = /([^/@]+)[@/_-]v?$/.exec(prefix)?.[1]?.toLowerCase()
  return name !== undefined && [name, name.replace(/\d+$/, '')].includes(repository?.toLowerCase() ?? '')
}
