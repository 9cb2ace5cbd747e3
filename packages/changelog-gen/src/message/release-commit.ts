import { commonTypes } from './common-types.ts'
import type { Header } from './header.ts'

const numbers = String.raw`v?(?:\d+(?=~|-(?:alpha|beta|rc)\b)|\d+\.(?:\d+|(?=alpha|beta|rc)))(?:\.\d+)*`
const suffix = String.raw`(?:[-.+]?(?:alpha|beta|rc|a|b|pre|dev|post|canary|next)[\w.+-]*|[-+~][\w.+-]+)?`
const version = numbers + suffix
/** What may stand before the version that is released: what is done, with what, and for which one. */
const wordsBefore = [
  'prerelease|pre-release|preps?|prepare|prepared|preparing|bumps?|bumped|bumping|update|up|regenerate|release|released|releases|releasing',
  'publish|published|version|versions|changelog|tag|cut|set|begin|start|skipped|of|to|at|for|the|a|new|next',
  'increment|increments|incremented|number|minor|major|patch|dev|package|packages|gem|gemspec|crate|chart|project|发布|:|🔖',
].join('|')
const owner = String.raw`(?<name>@?[\w./-]+?)(?<joint>[@ /-])`
const versionOnly = new RegExp(
  String.raw`^(?<words>(?:(?:${wordsBefore})[\s:]+)*)(?:${owner})?${version}(?: (?:release|version|版本|正式版本))?\.?$`,
  'i',
)
/** A name of several words: `Release Error Prone 2.50.0`. */
const releaseOfName = new RegExp(String.raw`^Releas(?:e|ed|ing) (?:[A-Z][\w.-]* ){2,3}${version}\.?$`)
const nameAndVersion = new RegExp(String.raw`^([\w.-]+(?: [\w.-]+){1,3}) ${version}$`)
/** As Commitizen and bump-my-version write it: `Bump version: 1.2.3 → 1.2.4`. */
const versionToVersion = new RegExp(
  String.raw`^(?:(?:${wordsBefore})[\s:]+)*version:? (?:from )?${version} (?:→|->|=>|to) ${version}\.?$`,
  'i',
)
const versionWord =
  /^(?:(?:bump|bumps|bumped|increase|update|up) (?:the )?(?:(?:minor|major|patch|dev|development|gem|package|project) )*versions?(?: numbers?)?|(?:dev )?versions?(?: bump)?)\.?$/i
const amends =
  'updat(?:e|es|ed|ing)|add(?:s|ed|ing)?|fix(?:es|ed)?|amend|bump|tweak|extend|generate|prep(?:are)?|cherry-?pick|synchroni[sz]e|sync'
const amended = `(?:${amends}) (?:the |an? |missing |new |typos? in )*(?:change ?log|release notes|(?:news|changes|history)(?=\\.(?:md|markdown|rst|txt))|history(?= to reflect ))`
const behindChangelog = String.raw`(?:\.(?:md|markdown|rst|txt))?(?: (?:entry|entries|notes|updates?|edits))?(?: (?:(?:and|post-?) ?release|(?:for|from|to reflect)\b.*))?\.?`
/** `Change log for missing keys` asks to log a change; with what is done to it, or a version behind it, it is a file. */
const changelogOnly = new RegExp(
  String.raw`^(?:${amended}|changelog|release notes|change log(?! for (?!v?\d)))${behindChangelog}$|^${amended}: .+$`,
  'i',
)
/** What begins behind a release: `Back to development`. */
const nextCycle =
  /^(?:back to development|(?:actually )?(?:start|begin|prepare|preparing|prep)(?: for)?(?: (?:(?:the|a|new|next) )*(?:(?:development|version) (?:cycle|iteration|version)|release(?: cycle)?)| (?:the |a )?(?:new|next) cycle)(?:, v?[\d.]+\d)?)\.?$/i
const named =
  /^(?:bump(?:ed)?|next release|version release|version packages(?: \(\w+\))?|publish(?: packages)?|release|release main|release-please|prepare (?:for )?release)\.?$/i
/** Without one of these, none of the patterns above holds; to compile them takes 3 ms. */
const wordsOfReleases =
  /\d[.~-]|version|log|release|publish|development| cycle|(?:news|changes|history)[. ]|^bump(?:ed)?\.?$/i
const releaseTypes: ReadonlySet<string> = new Set([
  ...['build', 'chore', 'ci', 'docs', 'publish', 'rel', 'release', 'skip', 'version'],
])
const releaseScopes = /^(?:chore|build|ci)?\(?(?:release|publish|changelog)\)?!?$/

/**
 * True for the commit that makes a release, or prepares it: its subject is a version, or says of no more than the version and the
 * changelog, as tools and people write it.
 *
 * @param names what the project and its packages are called; where none is known, a version may be of anything
 */
export function isReleaseCommit(
  { type, scope, subject }: Pick<Header, 'type' | 'scope' | 'subject'>,
  names: readonly string[] = [],
): boolean {
  const mayRelease = type === undefined || releaseTypes.has(type)
  if (!mayRelease && commonTypes.has(type)) return false
  const text = bare(subject)
  if (!wordsOfReleases.test(text)) return false
  if (type === 'bump') return versionToVersion.test(text)
  // `axum: release 0.5.1` names a package, not a type, and so does `axum: 0.5.1`.
  if (!mayRelease) return (/^(?:release|version) /i.test(text) || isOwn(type, names)) && versionOnly.test(text)
  // `Update the changelog and bump the version` does both, and nothing else.
  const isRelease = (part: string) => saysRelease(part, type === undefined ? names : [])
  if (isRelease(text) || text.split(/,? and |, |\. /).every(isRelease)) return true
  return (
    named.test(text) && (type === undefined || releaseScopes.test(scope ?? type) || /^version packages/i.test(text))
  )
}

function saysRelease(text: string, names: readonly string[]): boolean {
  if ([versionToVersion, releaseOfName, versionWord, changelogOnly, nextCycle].some((pattern) => pattern.test(text)))
    return true
  const groups = versionOnly.exec(text)?.groups
  if (!groups) return isNamed(text, names)
  const { words = '', name, joint } = groups
  // `Update to cups 2.1`, or to 2.1, is about what is used; `update version to 2.1` is not.
  if (/^up/i.test(words) && (name !== undefined || !/version|release|changelog/i.test(words))) return false
  if (name === undefined || names.length === 0 || /releas|publish|prep|version (?!of|for)/i.test(words)) return true
  // `Bump tea-cups 2.1` may as well be about what tea needs; `tea-cups 2.1`, and whatever is written as a tag, is not.
  if (words !== '') return isOwn(name, names)
  return joint !== ' ' || names.some((own) => plain(name).includes(plainBase(own)))
}

/** `Tea cups v2.1` of the project `tea-cups`. */
function isNamed(text: string, names: readonly string[]): boolean {
  const [, name] = nameAndVersion.exec(text) ?? []
  return name !== undefined && isOwn(name, names)
}

function isOwn(name: string, names: readonly string[]): boolean {
  return names.some((own) => plainBase(own) === plainBase(name))
}

function plainBase(name: string): string {
  return plain(name.replace(/^.*\//, ''))
}

function plain(name: string): string {
  return `-${name.toLowerCase().replaceAll(/[^a-z\d]+/g, '-')}-`
}

/** Without what is for machines: `[skip ci]` behind it, `[maven-release-plugin]` before it, or anything of that form before a version alone; and without a picture behind it, or a bullet. */
function bare(subject: string): string {
  return subject
    .replace(/(?:\s*(?:\[[a-z -]*(?:skip|ci)[a-z -]*\]|\p{Extended_Pictographic}\uFE0F?))+$/iu, '')
    .replace(/^(?:\[(?:maven-release-plugin|release|[\w.-]+(?=\] v?\d[\w.+-]*$))\]|[-*])\s+/i, '')
    .replace(/ \((v?\d[\w.+-]*)\)$/, ' $1')
    .replaceAll('`', '')
}
