import type { DraftSection } from '../draft/settings.ts'
import { at, listAt, textAt } from '../json.ts'
import type { Imported } from './imported.ts'

/**
 * Reads `.github/release.yml`, the settings of the notes that GitHub generates, and lays releases out as GitHub does
 * (docs.github.com, "Automatically generated release notes", read 2026-11).
 */
export function importGithubRelease(config: unknown, tags: readonly string[]): Imported {
  const changelog = at(config, 'changelog')
  const categories = listAt(changelog, 'categories')
  const label = severalAt(changelog, 'exclude', 'labels')
  const author = severalAt(changelog, 'exclude', 'authors')
  const exclude = [...(label.length > 0 ? [{ label }] : []), ...(author.length > 0 ? [{ author }] : [])]
  const sections = categories.map((category): DraftSection => {
    const labels = severalAt(category, 'labels')
    return { title: textAt(category, 'title'), ...(!labels.includes('*') && { when: [{ label: labels }] }) }
  })
  const hasRest = sections.some(({ when }) => when === undefined)
  const rest = sections.length === 0 || hasRest ? [] : [{ title: 'Other Changes' }]
  // GitHub takes whatever tag it is given.
  const [, v = 'v'] = tags.map((name) => /^(v?)\d+\.\d/.exec(name)).find(Boolean) ?? []
  const draft = {
    name: `${v}$RESOLVED_VERSION`,
    tag: `${v}$RESOLVED_VERSION`,
    heading: '### $TITLE',
    change: '* $TITLE by @$AUTHOR in $URL',
    body: `## What's Changed\n\n$CHANGES\n\n**Full Changelog**: https://github.com/$OWNER/$REPOSITORY/compare/$PREVIOUS_TAG...${v}$RESOLVED_VERSION\n`,
    ...(exclude.length > 0 && { exclude }),
    ...(sections.length > 0 && { sections: [...sections, ...rest] }),
  }
  return {
    settings: { draft },
    notes: [...excludeNotes(categories), 'new contributors: put "$NEW_CONTRIBUTORS" into draft.body'],
  }
}

/** What single categories exclude has no place here. */
function excludeNotes(categories: readonly unknown[]): string[] {
  const titles = (some: readonly unknown[]) => some.map((one) => JSON.stringify(textAt(one, 'title'))).join(', ')
  const byLabel = categories.filter((one) => excludesLabels(one, categories))
  const byAuthor = categories.filter((one) => severalAt(one, 'exclude', 'authors').length > 0)
  const isLost = 'cannot be taken over'
  return [
    ...(byLabel.length > 0
      ? [
          `changelog.categories: the "exclude" of ${titles(byLabel)} ${isLost}; put a section for those labels before it`,
        ]
      : []),
    ...(byAuthor.length > 0
      ? [`changelog.categories: the "exclude" of authors of ${titles(byAuthor)} ${isLost}; see draft.exclude`]
      : []),
  ]
}

/** A section for the rest takes nothing that another one takes, so what it excludes for that one needs no word. */
function excludesLabels(category: unknown, all: readonly unknown[]): boolean {
  const labels = severalAt(category, 'exclude', 'labels')
  const listed = new Set(all.filter((one) => one !== category).flatMap((one) => severalAt(one, 'labels')))
  const isRest = severalAt(category, 'labels').includes('*') && labels.every((one) => listed.has(one))
  return labels.length > 0 && !isRest
}

/** GitHub takes a single word for a list of one. */
function severalAt(value: unknown, ...keys: readonly string[]): string[] {
  const found = at(value, ...keys)
  return typeof found === 'string' ? [found] : listAt(value, ...keys).map(String)
}
