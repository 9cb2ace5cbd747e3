import { at, listAt, textAt } from '../forge/json.ts'
import type { GivenCategory } from '../settings.ts'
import { parserCategories } from './git-cliff-parsers.ts'
import type { Imported, ImportedSettings } from './imported.ts'

/** Keys of `[git]` that say what is so here anyway, or how git is asked. */
const needless = [
  'conventional_commits',
  'require_conventional',
  'filter_unconventional',
  'filter_commits',
  'fail_on_unmatched_commit',
  'protect_breaking_commits',
  'commit_parsers',
  'split_commits',
  'tag_pattern',
  'ignore_tags',
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
  sort_commits: 'the newest entry comes first',
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

/** Reads cliff.toml (git-cliff 2.14, read 2026-11), also where it stands in Cargo.toml or pyproject.toml. */
export function importGitCliff(config: unknown): Imported {
  const own = at(config, 'tool', 'git-cliff') ?? at(config, 'package', 'metadata', 'git-cliff') ?? config
  const git = at(own, 'git')
  const isOrdered = textAt(own, 'changelog', 'body').includes('commit_parsers_groups')
  const { categories, notes } = parserCategories(git, isOrdered)
  const tags = tagsOf(textAt(git, 'tag_pattern'))
  const initial = textAt(own, 'bump', 'initial_tag').replace(/^v(?=\d)/, '')
  const settings: ImportedSettings = {
    zero: zeroOf(at(own, 'bump')),
    ...tags.settings,
    ...(initial && { initialVersion: initial }),
    ...(/alpha|beta|rc/.test(textAt(git, 'ignore_tags')) && { prereleases: 'fold' as const }),
    ...(at(git, 'split_commits') === true && { squash: 'body' as const }),
    ...(categories.length > 0 && { categories: [...categories, ...restOf(git, categories)] }),
  }
  return { settings, notes: [...layoutNotes(at(own, 'changelog')), ...tags.notes, ...notes, ...keyNotes(own)] }
}

/** Commits that no parser takes: one with a type is in a group of that name, unless it is filtered; one without is in none, and not listed. */
function restOf(git: unknown, categories: readonly GivenCategory[]): GivenCategory[] {
  const takesAll = categories.some(({ when }) => when === undefined)
  if (takesAll || listAt(git, 'commit_parsers').length === 0) return []
  const keepsTyped = at(git, 'conventional_commits') !== false && at(git, 'filter_commits') !== true
  const typed: readonly GivenCategory[] = keepsTyped ? [{ title: 'Other', when: { type: '*' }, bump: 'patch' }] : []
  return [...typed, { title: 'Left Out', hidden: true, bump: 'none' }]
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
  const git = keysOf('git').filter((key) => !needless.includes(key) && !isEmpty(at(own, 'git', key)))
  const bump = keysOf('bump').filter((key) => bumpAdvice[key] !== undefined)
  return [
    ...git.map((key) => `git.${key}: ${advice[key] ?? 'there is no such setting here, so it is left out'}`),
    ...bump.map((key) => `bump.${key}: ${bumpAdvice[key]}`),
  ]
}

/** What is set to what it is without being set. */
function isEmpty(value: unknown): boolean {
  return value === '' || value === false || value === 'newest' || (Array.isArray(value) && value.length === 0)
}
