import { at, listAt, textAt } from '../json.ts'
import { movingCategories, typeRows, usualRows } from './conventional-types.ts'
import { changelogOf, type Imported } from './imported.ts'
import { type Advice, keyNotes, noProgram, presetNotes } from './key-notes.ts'

const mapped = [
  ...['types', 'tagPrefix', 'preMajor', 'preset', 'infile'],
  // About the commit and the tag that standard-version makes, which are left to the release job.
  ...['sign', 'signoff', 'noVerify', 'commitAll', 'silent', 'dryRun', 'tagForce', 'gitTagFallback', 'npmPublishHint'],
]

const advice: Advice = [
  ['the text above the releases is that of the changelog; edit it there', 'header'],
  [noProgram, 'scripts'],
  ['call only what is wanted: "changelog-gen release", "next", "publish"', 'skip'],
  [
    'the version in files is not read or written; let the release job do it with "changelog-gen next"',
    ...['packageFiles', 'bumpFiles'],
  ],
  ['no commit is made; let the release job do it', 'releaseCommitMessageFormat'],
  ['call "changelog-gen next --pre rc"', 'prerelease'],
  ['give the version to "changelog-gen release"', 'releaseAs'],
  ['set "initialVersion"', 'firstRelease'],
  ['run it in that folder', 'path'],
  ['set "packages"', 'lernaPackage'],
  [
    'addresses are those of the forge of the remote "origin"',
    ...['commitUrlFormat', 'compareUrlFormat', 'issueUrlFormat', 'userUrlFormat'],
  ],
  ['`#12`, `GH-12`, `!12` and keys such as `JIRA-12` are known by themselves', 'issuePrefixes'],
]

/**
 * Reads .versionrc, of standard-version and commit-and-tag-version (read 2026-11). Both count versions below 1.0.0 one level down, and never
 * less than a patch.
 */
export function importVersionrc(given: unknown, names: readonly string[] = []): Imported {
  // As flags, keys may have hyphens.
  const config = Object.fromEntries(Object.entries(Object(given)).map(([key, value]) => [camelCase(key), value]))
  const types = [listAt(config, 'types'), listAt(config, 'preset', 'types')].find((one) => one.length > 0) ?? []
  const rows = typeRows(types)
  const prefix = at(config, 'tagPrefix')
  const tags = typeof prefix === 'string' ? tagsOf(prefix, names) : { settings: {}, notes: [] }
  const changelog = changelogOf('infile', textAt(config, 'infile'))
  return {
    settings: {
      ...changelog.settings,
      style: 'conventional-changelog',
      zero: 'patch',
      ...tags.settings,
      merges: 'commits',
      categories: movingCategories(rows.length > 0 ? rows : usualRows),
    },
    notes: [
      ...changelog.notes,
      ...tags.notes,
      ...presetNotes(config, 'preset'),
      ...keyNotes(config, { mapped, advice }),
    ],
  }
}

/** Who has the tags made by something else may have left a prefix that none of them has. */
function tagsOf(prefix: string, names: readonly string[]): Imported {
  const isSeen = names.some((name) => name.startsWith(prefix) && /^\d+\./.test(name.slice(prefix.length)))
  if (isSeen || names.length === 0) return { settings: { tags: [`${prefix}{version}`] }, notes: [] }
  return {
    settings: {},
    notes: [`tagPrefix: no version stands behind ${JSON.stringify(prefix)} in a tag; set "tags" if they will`],
  }
}

function camelCase(key: string): string {
  return key.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
