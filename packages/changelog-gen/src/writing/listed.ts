import { type Identity, identify } from '../changelog/identity.ts'
import { readSection } from '../changelog/items.ts'
import type { Entry, Release } from '../release.ts'
import { versionKey } from '../version.ts'
import type { Writing } from './context.ts'
import { newestOf, type ProjectHistory } from './project-history.ts'

/**
 * What is unreleased without the entries of versions that the changelog tells of but that have no tag yet: between
 * `release` and the tag, its changes are not new again. A fragment that was not removed then is not new after the tag, either.
 */
export function withoutListed(
  unreleased: Release,
  { changelog, history }: Pick<Writing, 'changelog'> & { readonly history: ProjectHistory },
): Release {
  const newest = newestOf(history)?.version
  const index = changelog.releases.findIndex(({ version }) => version === newest)
  // A changelog that has never told of a tag has nothing that waits for one, unless there is no tag at all.
  const pending = index === -1 && newest !== undefined ? 0 : index === -1 ? changelog.releases.length : index
  const isOfFragments = hasFragments(unreleased)
  if (pending === 0 && !isOfFragments) return unreleased
  const identities = changelog.releases
    .slice(0, isOfFragments ? pending + 1 : pending)
    .map((section) => readSection(changelog, section).items.map(({ identity }) => identity))
  const tagged = new Set(history.tagged().map(versionKey))
  const isUntagged = (_: unknown, at: number) =>
    at < pending && !tagged.has(versionKey(changelog.releases[at]?.version ?? ''))
  const isWaiting = finder(identities.filter(isUntagged).flat())
  const isAnywhere = finder(identities.flat())
  const sections = unreleased.sections.map((section) => ({
    ...section,
    entries: section.entries.filter((entry) => !(isFragment(entry) ? isAnywhere(entry) : isWaiting(entry))),
  }))
  return { ...unreleased, sections: sections.filter(({ entries }) => entries.length > 0) }
}

/** True for a release that fragments tell of. */
export function hasFragments({ sections }: Pick<Release, 'sections'>): boolean {
  return sections.some(({ entries }) => entries.some(isFragment))
}

/** An entry that is called after a file. */
function isFragment({ id, format }: Entry): boolean {
  return format === 'markdown' && id.includes('/')
}

/** Says of an entry whether some identities are about it. */
export function finder(identities: readonly Identity[]): (entry: Entry) => boolean {
  const shas = new Set(identities.flatMap((identity) => identity.shas.map((sha) => sha.slice(0, 7))))
  const numbers = new Set(identities.flatMap((identity) => identity.numbers))
  // Who writes by hand names the issue that is mended, and no commit.
  const mended = new Set(identities.flatMap((identity) => (identity.shas.length > 0 ? [] : identity.numbers)))
  // Two commits may say the same; one that shows its hash or number is known by that.
  const nameless = identities.filter((identity) => identity.shas.length + identity.numbers.length === 0)
  const words = new Set(nameless.map((identity) => identity.words))
  return (entry) =>
    entry.shas.some((sha) => shas.has(sha.slice(0, 7))) ||
    [...(entry.dependency?.prs ?? []), ...(entry.pr === undefined ? [] : [entry.pr])].some((pr) =>
      numbers.has(String(pr)),
    ) ||
    entry.references.some(({ id, action }) => action !== undefined && mended.has(id)) ||
    isSaid(entry)

  function isSaid(entry: Entry): boolean {
    const { scope, text, details } = entry
    const said = identify(scope ? `${scope} ${text}` : text).words
    if (words.has(said)) return true
    // A fragment shows the issue that it is called after, and what stands behind its first paragraph is part of the item.
    const isSame = (other: string) => other === said || (details !== undefined && other.startsWith(`${said} `))
    return isFragment(entry) && identities.some((identity) => isSame(identity.words))
  }
}
