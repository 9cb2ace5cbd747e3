import { commonTypes } from './common-types.ts'
import type { Header } from './header.ts'

const version = String.raw`v?(?:\d+(?=~)|\d+\.(?:\d+|(?=alpha|beta|rc)))(?:\.\d+)*(?:[-.+]?(?:alpha|beta|rc|a|b|pre|dev|post|canary|next)[\w.+-]*|[-+~][\w.+-]+)?`
const versionOnly = new RegExp(
  String.raw`^(?:(?:prep|prepare|prepared|preparing|bump|bumping|release|released|releases|releasing|publish|version|versions|tag|cut|set|begin|start|of|to|for|the|a|new|next|package|packages|发布|:|🔖)[\s:]+)*(?:@?[\w./-]+?[@ -])?${version}(?: (?:release|version|版本|正式版本))?\.?$`,
  'i',
)
/** As Commitizen and bump-my-version write it: `Bump version: 1.2.3 → 1.2.4`. */
const versionToVersion = new RegExp(
  String.raw`^(?:bump )?version:? (?:from )?${version} (?:→|->|=>|to) ${version}\.?$`,
  'i',
)
const versionWord = /^(?:(?:bump|increase|update) (?:the )?versions?(?: numbers?)?|versions? bump)\.?$/i
const changelogOnly =
  /^(?:(?:updat(?:e|es|ed|ing)|add(?:s|ed|ing)?|fix(?:es|ed)?|amend|tweak|prep(?:are)?) (?:the |an? |missing )*)?(?:change ?log|release notes)(?:\.(?:md|rst|txt))?(?: (?:entry|entries|update))?(?: (?:and release|for\b.*))?\.?$/i
const named =
  /^(?:version packages(?: \(\w+\))?|publish(?: packages)?|release|release main|release-please|prepare (?:for )?release|prepare for next development iteration)\.?$/i
/** Without one of these, none of the patterns above holds; to compile them takes 3 ms. */
const wordsOfReleases = /\d[.~]|version|log|release|publish|iteration/i
const releaseTypes: ReadonlySet<string> = new Set([
  ...['build', 'chore', 'ci', 'docs', 'publish', 'rel', 'release', 'skip', 'version'],
])
const releaseScopes = /^(?:chore|build|ci)?\(?(?:release|publish|changelog)\)?!?$/

/**
 * True for the commit that makes a release, or prepares it: its subject is a version, or says of no more than the version and the
 * changelog, as tools and people write it.
 */
export function isReleaseCommit({ type, scope, subject }: Pick<Header, 'type' | 'scope' | 'subject'>): boolean {
  const mayRelease = type === undefined || releaseTypes.has(type)
  if (!mayRelease && commonTypes.has(type)) return false
  const text = bare(subject)
  if (!wordsOfReleases.test(text)) return false
  if (type === 'bump') return versionToVersion.test(text)
  // `axum: release 0.5.1` names a package, not a type.
  if (!mayRelease) return /^(?:release|version) /i.test(text) && versionOnly.test(text)
  if ([versionOnly, versionToVersion, versionWord, changelogOnly].some((pattern) => pattern.test(text))) return true
  return (
    named.test(text) && (type === undefined || releaseScopes.test(scope ?? type) || /^version packages/i.test(text))
  )
}

/** Without what is for machines: `[skip ci]` behind it, `[maven-release-plugin]` before it. */
function bare(subject: string): string {
  return subject
    .replace(/\s*\[[a-z -]*(?:skip|ci)[a-z -]*\]$/i, '')
    .replace(/^\[(?:maven-release-plugin|release)\]\s+/i, '')
    .replaceAll('`', '')
}
