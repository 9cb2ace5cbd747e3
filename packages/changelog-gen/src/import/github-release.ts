import type { DraftSection } from '../draft/settings.ts'
import { at, listAt, textAt } from '../forge/json.ts'
import type { Imported } from './imported.ts'

/**
 * Reads `.github/release.yml`, the settings of the notes that GitHub generates, and lays releases out as GitHub does
 * (docs.github.com, "Automatically generated release notes", read 2026-11).
 */
export function importGithubRelease(config: unknown): Imported {
  const notes: string[] = []
  const changelog = at(config, 'changelog')
  if (listAt(changelog, 'exclude', 'authors').length > 0)
    notes.push(
      'changelog.exclude.authors: there is no such setting here; exclude a label that those pull requests have',
    )
  const excluded = listAt(changelog, 'exclude', 'labels').map(String)
  const sections = listAt(changelog, 'categories').map((category): DraftSection => {
    const title = textAt(category, 'title')
    const label = listAt(category, 'labels').map(String)
    if (at(category, 'exclude') !== undefined)
      notes.push(
        `changelog.categories: the "exclude" of ${JSON.stringify(title)} cannot be taken over; put a section for those labels before it`,
      )
    return { title, ...(!label.includes('*') && { when: [{ label }] }) }
  })
  const hasRest = sections.some(({ when }) => when === undefined)
  const rest = sections.length === 0 || hasRest ? [] : [{ title: 'Other Changes' }]
  const draft = {
    name: 'v$RESOLVED_VERSION',
    tag: 'v$RESOLVED_VERSION',
    heading: '### $TITLE',
    change: '* $TITLE by @$AUTHOR in $URL',
    body: "## What's Changed\n\n$CHANGES\n\n**Full Changelog**: https://github.com/$OWNER/$REPOSITORY/compare/$PREVIOUS_TAG...v$RESOLVED_VERSION\n",
    ...(excluded.length > 0 && { exclude: [{ label: excluded }] }),
    ...(sections.length > 0 && { sections: [...sections, ...rest] }),
  }
  return { settings: { draft }, notes }
}
