import { at, listAt, textAt } from '../forge/json.ts'
import { notesOfUnknown, typeCategories, typeRows, usualRows } from './conventional-types.ts'
import type { Imported } from './imported.ts'

const mapped = ['types', 'tagPrefix', 'preMajor', 'preset']

/** Keys about the commit and the tag that standard-version makes, which changelog-gen leaves to the release job. */
const needless = [
  'sign',
  'signoff',
  'noVerify',
  'commitAll',
  'silent',
  'dryRun',
  'tagForce',
  'gitTagFallback',
  'npmPublishHint',
]

const advice: Readonly<Record<string, string>> = {
  header: 'the text above the releases is that of the changelog; edit it there',
  infile: 'name the file with --output',
  scripts: 'no program is run; let the release job do it',
  skip: 'call only what is wanted: "changelog-gen release", "next", "publish"',
  packageFiles: 'the version in files is not read or written; let the release job do it with "changelog-gen next"',
  bumpFiles: 'the version in files is not read or written; let the release job do it with "changelog-gen next"',
  releaseCommitMessageFormat: 'no commit is made; let the release job do it',
  prerelease: 'call "changelog-gen next --pre rc"',
  releaseAs: 'give the version to "changelog-gen release"',
  firstRelease: 'set "initialVersion"',
  path: 'run it in that folder',
  'lerna-package': 'set "packages"',
  lernaPackage: 'set "packages"',
  commitUrlFormat: 'addresses are those of the forge of the remote "origin"',
  compareUrlFormat: 'addresses are those of the forge of the remote "origin"',
  issueUrlFormat: 'addresses are those of the forge of the remote "origin"',
  userUrlFormat: 'addresses are those of the forge of the remote "origin"',
  issuePrefixes: '`#12`, `GH-12`, `!12` and keys such as `JIRA-12` are known by themselves',
}

/** Reads .versionrc, of standard-version and commit-and-tag-version (read 2026-11). Both count versions below 1.0.0 one level down. */
export function importVersionrc(config: unknown): Imported {
  const rows = typeRows(listAt(config, 'types'))
  const prefix = at(config, 'tagPrefix')
  const given = Object.keys(advice).filter((key) => at(config, key) !== undefined)
  const known = new Set([...mapped, ...needless, ...Object.keys(advice)])
  return {
    settings: {
      style: 'conventional-changelog',
      zero: 'patch',
      ...(typeof prefix === 'string' && { tags: [`${prefix}{version}`] }),
      merges: 'commits',
      categories: typeCategories(rows.length > 0 ? rows : usualRows),
    },
    notes: [
      ...presetNotes(at(config, 'preset')),
      ...given.map((key) => `${key}: ${advice[key]}`),
      ...notesOfUnknown(config, known),
    ],
  }
}

function presetNotes(preset: unknown): string[] {
  const name = typeof preset === 'string' ? preset : textAt(preset, 'name')
  return name === '' || /conventionalcommits|angular/.test(name)
    ? []
    : [`preset: ${name} is not known here; set "categories"`]
}
