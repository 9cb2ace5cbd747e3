import { identify } from '../changelog/identity.ts'
import { readSection } from '../changelog/items.ts'
import type { Entry, Release } from '../release.ts'
import type { Writing } from './context.ts'
import { newestOf, type ProjectHistory } from './project-history.ts'

/**
 * What is unreleased without the entries of versions that the changelog tells of but that have no tag yet: between
 * `release` and the tag, its changes are not new again.
 */
export function withoutListed(
  unreleased: Release,
  { changelog, history }: Pick<Writing, 'changelog'> & { readonly history: ProjectHistory },
): Release {
  const newest = newestOf(history)?.version
  const index = changelog.releases.findIndex(({ version }) => version === newest)
  // A changelog that has never told of a tag has nothing that waits for one, unless there is no tag at all.
  const pending =
    newest !== undefined && index === -1 ? [] : changelog.releases.slice(0, newest === undefined ? undefined : index)
  if (pending.length === 0) return unreleased
  const identities = pending.flatMap((section) => readSection(changelog, section).items.map(({ identity }) => identity))
  const shas = new Set(identities.flatMap((identity) => identity.shas.map((sha) => sha.slice(0, 7))))
  const numbers = new Set(identities.flatMap((identity) => identity.numbers))
  const words = new Set(identities.map((identity) => identity.words))
  const isListed = (entry: Entry) =>
    entry.shas.some((sha) => shas.has(sha.slice(0, 7))) ||
    (entry.pr !== undefined && numbers.has(String(entry.pr))) ||
    words.has(identify(entry.scope ? `${entry.scope} ${entry.text}` : entry.text).words)
  const sections = unreleased.sections.map((section) => ({
    ...section,
    entries: section.entries.filter((entry) => !isListed(entry)),
  }))
  return { ...unreleased, sections: sections.filter(({ entries }) => entries.length > 0) }
}
