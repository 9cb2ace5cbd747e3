import { coerce, inc, parse, type ReleaseType, type SemVer, satisfies } from 'semver'
import { fill, type Values } from './template.ts'

/** What the next versions are counted from. */
export interface VersionRequest {
  /** Tag of the release before, and its name. */
  readonly previous: { readonly tag: string; readonly name: string } | undefined
  /** A version, tag or name that somebody gave: it is the next version. */
  readonly given: string | undefined
  readonly bump: 'major' | 'minor' | 'patch'
  readonly prerelease: boolean
  readonly identifier: string | undefined
  readonly tagPrefix: string | undefined
  /** Template of a version. */
  readonly template: string
}

/** The values of all names of versions. */
export function versionValues(request: VersionRequest): Values {
  const { given, previous, bump, tagPrefix, identifier } = request
  const read = (text: string) => readVersion(stripped(text, tagPrefix))
  const exact = given ? read(given) : undefined
  const before = exact ?? (previous && (read(previous.tag) ?? read(previous.name)))
  const from = before ?? (parse('0.0.0') as SemVer)
  const next = (type: ReleaseType) => parse(inc(from, type, true, identifier ?? '')) ?? from
  const isPre = request.prerelease && Boolean(identifier)
  const resolved = exact ?? next(isPre ? (before?.prerelease.length ? 'prerelease' : `pre${bump}`) : bump)
  return {
    ...named('NEXT_MAJOR_VERSION', next('major'), request),
    ...named('NEXT_MINOR_VERSION', next('minor'), request),
    ...named('NEXT_PATCH_VERSION', next('patch'), request),
    NEXT_PRERELEASE_VERSION: rendered(next('prerelease'), request),
    NEXT_PRERELEASE_VERSION_PRERELEASE: preOf(next('prerelease')),
    ...named('RESOLVED_VERSION', resolved, request),
    RESOLVED_VERSION_PRERELEASE: preOf(resolved),
  }
}

/** True where a tag's version lies in a range of versions. */
export function isInRange(tag: string, range: string): boolean {
  const version = coerce(tag, { loose: true })
  return version !== null && satisfies(version, range, { loose: true })
}

function stripped(text: string, prefix = ''): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text
}

function readVersion(text: string): SemVer | undefined {
  return parse(text) ?? coerce(text) ?? undefined
}

function named(name: string, version: SemVer, request: VersionRequest): Values {
  const { major, minor, patch } = version
  return {
    [name]: rendered(version, request),
    [`${name}_MAJOR`]: String(major),
    [`${name}_MINOR`]: String(minor),
    [`${name}_PATCH`]: String(patch),
  }
}

function rendered(version: SemVer, { template }: VersionRequest): string {
  const { major, minor, patch } = version
  return fill(template, { MAJOR: `${major}`, MINOR: `${minor}`, PATCH: `${patch}`, PRERELEASE: preOf(version) })
}

function preOf({ prerelease }: SemVer): string {
  return prerelease.length === 0 ? '' : `-${prerelease.join('.')}`
}
