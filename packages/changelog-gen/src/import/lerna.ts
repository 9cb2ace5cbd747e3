import { at, textAt, textsAt } from '../json.ts'
import { movingCategories, usualRows, withoutPaths } from './conventional-types.ts'
import type { Imported, ImportedSettings } from './imported.ts'
import { type Advice, keyNotes, noCommit, presetNotes } from './key-notes.ts'

const mapped = [
  ...['$schema', 'version', 'packages', 'command', 'conventionalCommits', 'changelogPreset', 'tagVersionPrefix'],
  ...['tagVersionSeparator', 'premajorVersionBump', 'ignoreChanges', 'ignore'],
  ...[
    'ci',
    'npmClient',
    'npmClientArgs',
    'useNx',
    'useWorkspaces',
    'concurrency',
    'loglevel',
    'progress',
    'yes',
    'lerna',
  ],
]

const advice: Advice = [
  ['give the version to "changelog-gen release"', 'forcePublish', 'conventionalGraduate', 'conventionalPrerelease'],
  ['call "changelog-gen next --pre NAME"', 'preid'],
  [
    noCommit,
    ...['message', 'allowBranch', 'amend', 'push', 'gitTagVersion', 'signGitCommit', 'signGitTag', 'commitHooks'],
    ...['forceGitTag', 'gitRemote', 'syncDistVersion', 'granularPathspec', 'exact', 'syncWorkspaceLock'],
  ],
  [
    'no package is published; let the release job do it',
    ...['registry', 'access', 'distTag', 'preDistTag', 'contents', 'verifyAccess', 'gitHead', 'gitReset', 'canary'],
  ],
  ['call "changelog-gen publish"', 'createRelease'],
  ['call only "changelog-gen next"', 'changelog'],
]

/**
 * Reads lerna.json (its schema and recommend-version.ts at 35d15a15 of 2026-08-19, read 2026-11-26). Every change of a package's files moves
 * its version there.
 */
export function importLerna(config: unknown): Imported {
  const own = {
    ...table(config),
    ...table(at(config, 'command', 'publish')),
    ...table(at(config, 'command', 'version')),
  }
  return {
    settings: {
      style: 'conventional-changelog',
      ...versionsOf(own),
      zero: at(own, 'premajorVersionBump') === 'force-patch' ? 'patch' : 'minor',
      merges: 'commits',
      categories: [...withoutPaths(ignoredIn(own)), ...movingCategories(usualRows)],
    },
    notes: [...presetNotes(own, 'changelogPreset'), ...messageNotes(own), ...keyNotes(own, { mapped, advice })],
  }
}

function table(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

/** Globs of files that release nothing; one without a slash is for names anywhere, as minimatch has it with `matchBase`. */
function ignoredIn(config: unknown): string[] {
  const globs = [...textsAt(config, 'ignoreChanges'), ...textsAt(config, 'ignore')]
  return globs.map((glob) => (glob.includes('/') ? glob : `**/${glob}`))
}

/** One version for all packages, or one for each. */
function versionsOf(config: unknown): Pick<ImportedSettings, 'packages' | 'tags'> {
  const separator = textAt(config, 'tagVersionSeparator') || '@'
  const packages = textsAt(config, 'packages')
  if (at(config, 'version') === 'independent')
    return { packages: packages.length > 0 ? packages : 'auto', tags: [`{name}${separator}{version}`] }
  const prefix = at(config, 'tagVersionPrefix')
  return typeof prefix === 'string' ? { tags: [`${prefix}{version}`] } : {}
}

function messageNotes(config: unknown): string[] {
  return at(config, 'conventionalCommits') === true
    ? []
    : ['conventionalCommits: versions are asked for there; here, commits and fragments say them']
}
