import { at, listAt, textAt } from '../forge/json.ts'
import type { GivenCondition } from '../settings.ts'
import { parserCategories } from './git-cliff-parsers.ts'
import { type Imported, type ImportedSettings, initialVersionOf } from './imported.ts'

/** Keys of `[git]` that say what is so here anyway, or how git is asked. */
const needless = [
  'conventional_commits',
  'filter_unconventional',
  'filter_commits',
  'protect_breaking_commits',
  'commit_parsers',
  'tag_pattern',
  'use_branch_tags',
  'topo_order',
  'topo_order_commits',
  'recurse_submodules',
]

const advice: Readonly<Record<string, string>> = {
  commit_preprocessors: 'titles are shown as they were written; correct one in .changelog/overrides.yml',
  link_parsers: 'references are linked to the forge of the remote "origin"',
  skip_tags: 'a release is never left out; see "tags" and "prereleases"',
  count_tags: 'other tags are no releases; see "tags"',
  limit_commits: 'the whole history is read',
  sort_commits: 'the newest entry comes first in each section',
  split_commits: 'a commit makes several entries where its text lists changes, not one for each line',
  require_conventional: 'call "changelog-gen check-message", which lets only such messages pass now',
  fail_on_unmatched_commit: 'call "changelog-gen explain --all --strict"',
  processing_order: 'there is one order: what is read, then sorted',
  include_paths: 'run it in the folder of the package, or give categories with "path"',
  exclude_paths: 'give a hidden category with "path"',
}

const bumpAdvice: Readonly<Record<string, string>> = {
  custom_major_increment_regex: 'give a category with bump: major',
  custom_minor_increment_regex: 'give a category with bump: minor',
  no_increment_regex: 'give a category with bump: none',
  bump_type: 'give the version to "changelog-gen release"',
}

/** Words in the tags of prereleases. */
const early = /alpha|beta|rc|pre|next|dev|canary/

/** Reads cliff.toml (git-cliff 2.14, read 2026-11), also where it stands in Cargo.toml or pyproject.toml. */
export function importGitCliff(config: unknown): Imported {
  const own = at(config, 'tool', 'git-cliff') ?? at(config, 'package', 'metadata', 'git-cliff') ?? config
  const git = at(own, 'git')
  const body = textAt(own, 'changelog', 'body')
  const layout = {
    isOrdered: body.includes('commit_parsers_groups'),
    isCapital: body === '' || body.includes('upper_first'),
  }
  const { categories, notes } = parserCategories(git, layout)
  const tags = tagsOf(textAt(git, 'tag_pattern'))
  const ignored = textAt(git, 'ignore_tags')
  const asks = categories.some(({ when = [] }) => ([when].flat() as GivenCondition[]).some(({ label }) => label))
  const settings: ImportedSettings = {
    zero: zeroOf(at(own, 'bump')),
    // There, every commit is an entry, and no merge is asked for its title.
    merges: 'commits',
    ...(asks && { sources: ['git', 'pull-requests', 'fragments'] as const }),
    ...tags.settings,
    ...initialVersionOf(textAt(own, 'bump', 'initial_tag')),
    ...(early.test(ignored) && { prereleases: 'fold' as const }),
    ...(at(git, 'split_commits') === true && { squash: 'body' as const }),
    ...(at(git, 'require_conventional') === true && { messages: 'conventional' as const }),
    categories,
  }
  const said = [...layoutNotes(at(own, 'changelog')), ...tags.notes, ...ignoredNotes(ignored), ...notes]
  return { settings, notes: [...new Set([...said, ...labelNotes(asks), ...keyNotes(own)])] }
}

function labelNotes(asks: boolean): string[] {
  return asks ? ['git.commit_parsers: labels are compared as a whole; the forge is asked for them, with its token'] : []
}

/** Tags of prereleases are left to the release that they led to; others are no versions, or should not look like one. */
function ignoredNotes(ignored: string): string[] {
  const others = ignored.split('|').filter((part) => part !== '' && !early.test(part))
  return others.length === 0
    ? []
    : [`git.ignore_tags: ${ignored}: set "tags" to what tags of releases look like, such as "v{version}"`]
}

function zeroOf(bump: unknown): NonNullable<ImportedSettings['zero']> {
  if (at(bump, 'breaking_always_bump_major') !== false) return 'major'
  return at(bump, 'features_always_bump_minor') === false ? 'patch' : 'minor'
}

/** A pattern that is a prefix and a number; the usual ones need no setting. */
function tagsOf(pattern: string): { settings: Pick<ImportedSettings, 'tags'>; notes: string[] } {
  const prefix = /^\^?((?:[\w@/-]|\\?[.+])*?)(?:\[0-9\]|\\d)/.exec(pattern)?.[1]
  if (pattern === '' || prefix === 'v' || prefix === '') return { settings: {}, notes: [] }
  if (prefix !== undefined) return { settings: { tags: [`${prefix.replaceAll('\\', '')}{version}`] }, notes: [] }
  return {
    settings: {},
    notes: [`git.tag_pattern: ${pattern} is no prefix and a number; set "tags", such as "name-v{version}"`],
  }
}

function layoutNotes(changelog: unknown): string[] {
  const keys = ['header', 'body', 'footer'].filter((key) => textAt(changelog, key) !== '')
  return [
    ...(keys.length > 0
      ? [
          `changelog.${keys.join(', ')}: releases are written in the style of the changelog that is there; see "style", or "template" for a layout of your own`,
        ]
      : []),
    ...(listAt(changelog, 'postprocessors').length > 0
      ? ['changelog.postprocessors: the text is not replaced in afterwards; edit the changelog, edits stay']
      : []),
    ...(textAt(changelog, 'output') ? ['changelog.output: name the file with --output'] : []),
  ]
}

function keyNotes(own: unknown): string[] {
  const keysOf = (table: string) => Object.keys((at(own, table) ?? {}) as object)
  const given = keysOf('git').filter((key) => !needless.includes(key) && !isEmpty(at(own, 'git', key)))
  // Oldest first is what git-cliff does where nothing is said.
  const isOldest = textAt(own, 'git', 'sort_commits') !== 'newest'
  const git = [...new Set([...(isOldest ? ['sort_commits'] : []), ...given])].filter((key) => key !== 'ignore_tags')
  const bump = keysOf('bump').filter((key) => bumpAdvice[key] !== undefined)
  const isOdd =
    at(own, 'bump', 'features_always_bump_minor') === false && zeroOf(at(own, 'bump')) === 'major'
      ? ['bump.features_always_bump_minor: below 1.0.0, features move the minor version while what breaks makes 1.0.0']
      : []
  return [
    ...git.map((key) => `git.${key}: ${advice[key] ?? 'there is no such setting here, so it is left out'}`),
    ...bump.map((key) => `bump.${key}: ${bumpAdvice[key]}`),
    ...isOdd,
  ]
}

/** What is set to what it is without being set. */
function isEmpty(value: unknown): boolean {
  return value === '' || value === false || value === 'newest' || (Array.isArray(value) && value.length === 0)
}
