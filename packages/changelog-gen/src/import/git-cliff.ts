import { isFound } from '@frontdoor/kit/config/search'
import { at, listAt, textAt } from '../json.ts'
import type { GivenCondition } from '../settings.ts'
import { isPrerelease, parseVersion } from '../version.ts'
import { parserCategories } from './git-cliff-parsers.ts'
import { changelogOf, type Imported, type ImportedSettings, initialVersionOf } from './imported.ts'
import { type Advice, isOn, keyNotes } from './key-notes.ts'
import { searchText } from './search-text.ts'

/** Keys of `[git]` that say what is so here anyway, or how git is asked. */
const mapped = [
  ...['conventional_commits', 'filter_unconventional', 'filter_commits', 'protect_breaking_commits', 'commit_parsers'],
  ...['tag_pattern', 'ignore_tags', 'use_branch_tags', 'topo_order', 'topo_order_commits', 'recurse_submodules'],
]

const advice: Advice = [
  ['titles are shown as they were written; correct one in .changelog/overrides.yml', 'commit_preprocessors'],
  ['references are linked to the forge of the remote "origin"', 'link_parsers'],
  ['a release is never left out; see "tags" and "prereleases"', 'skip_tags'],
  ['other tags are no releases; see "tags"', 'count_tags'],
  ['the whole history is read', 'limit_commits'],
  ['the newest entry comes first in each section', 'sort_commits'],
  ['a commit makes several entries where its text lists changes, not one for each line', 'split_commits'],
  ['call "changelog-gen check-message", which lets only such messages pass now', 'require_conventional'],
  ['call "changelog-gen explain --all --strict"', 'fail_on_unmatched_commit'],
  ['there is one order: what is read, then sorted', 'processing_order'],
  ['run it in the folder of the package, or give categories with "path"', 'include_paths'],
  ['give a hidden category with "path"', 'exclude_paths'],
]

const bumpMapped = ['breaking_always_bump_major', 'features_always_bump_minor', 'initial_tag']

const bumpAdvice: Advice = [
  ['give a category with bump: major', 'custom_major_increment_regex'],
  ['give a category with bump: minor', 'custom_minor_increment_regex'],
  ['give a category with bump: none', 'no_increment_regex'],
  ['give the version to "changelog-gen release"', 'bump_type'],
]

/** Words in the tags of prereleases, for patterns that no tag tells more of. */
const early = /alpha|beta|rc|pre|next|dev|canary/

/** Reads cliff.toml (git-cliff 2.14, read 2026-11), also where it stands in Cargo.toml or pyproject.toml. */
export function importGitCliff(config: unknown, names: readonly string[] = []): Imported {
  const own = at(config, 'tool', 'git-cliff') ?? at(config, 'package', 'metadata', 'git-cliff') ?? config
  const git = at(own, 'git')
  const body = textAt(own, 'changelog', 'body')
  const layout = {
    isOrdered: body.includes('commit_parsers_groups'),
    isCapital: body === '' || body.includes('upper_first'),
  }
  const { categories, notes } = parserCategories(git, layout)
  const tags = tagsOf(textAt(git, 'tag_pattern'))
  const changelog = changelogOf('changelog.output', textAt(own, 'changelog', 'output'))
  const ignored = ignoredTags(textAt(git, 'ignore_tags'), names)
  const conditions = categories.flatMap(({ when = [] }) => [when].flat() as GivenCondition[])
  const asks = conditions.some(({ label }) => label)
  const settings: ImportedSettings = {
    zero: zeroOf(at(own, 'bump')),
    // There, every commit is an entry: no merge is asked for its title, and no text for what it lists.
    merges: 'commits',
    squash: at(git, 'split_commits') === true ? 'body' : 'title',
    ...(asks && { sources: ['git', 'pull-requests', 'fragments'] as const }),
    ...tags.settings,
    ...changelog.settings,
    ...initialVersionOf(textAt(own, 'bump', 'initial_tag')),
    ...(ignored.isEarly && { prereleases: 'fold' as const }),
    ...(at(git, 'require_conventional') === true && { messages: 'conventional' as const }),
    categories,
  }
  const said = [...changelog.notes, ...layoutNotes(at(own, 'changelog')), ...tags.notes, ...ignored.notes, ...notes]
  return {
    settings,
    notes: [...new Set([...said, ...wholeNotes(conditions), ...gitNotes(git), ...bumpNotes(at(own, 'bump'))])],
  }
}

function wholeNotes(conditions: readonly GivenCondition[]): string[] {
  const whole = 'are compared as a whole'
  return [
    ...(conditions.some(({ label }) => label)
      ? [`git.commit_parsers: labels ${whole}; the forge is asked for them, with its token`]
      : []),
    ...(conditions.some(({ author }) => author) ? [`git.commit_parsers: names of authors ${whole}`] : []),
  ]
}

/** Tags of prereleases are left to the release that they led to; others that look like versions are releases here. */
function ignoredTags(pattern: string, names: readonly string[]): { isEarly: boolean; notes: string[] } {
  const found = names.filter((name) => pattern !== '' && isFound(name, searchText(pattern)))
  const versions = found.map((name) => ({ name, version: parseVersion(/\d+\..*$/.exec(name)?.[0] ?? '') }))
  const isEarly = early.test(pattern) || versions.some(({ version }) => version && isPrerelease(version))
  const [first, ...more] = versions.filter(({ version }) => version && !isPrerelease(version)).map(({ name }) => name)
  if (first === undefined) return { isEarly, notes: [] }
  const told = more.length === 0 ? `${first} is a release` : `${first} and ${more.length} more are releases`
  return { isEarly, notes: [`git.ignore_tags: ${pattern}: ${told} here; "tags" says what tags of releases look like`] }
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
  ]
}

function gitNotes(git: unknown): string[] {
  // `git cliff --init` writes keys without a value, too; the oldest commit first is what git-cliff does where nothing is said.
  const given = Object.entries((git ?? {}) as object).filter(([key, value]) => isOn(value) && key !== 'sort_commits')
  const order = textAt(git, 'sort_commits') === 'newest' ? {} : { sort_commits: 'oldest' }
  return keyNotes({ ...order, ...Object.fromEntries(given) }, { mapped, advice, prefix: 'git.' })
}

function bumpNotes(bump: unknown): string[] {
  const isOdd = at(bump, 'features_always_bump_minor') === false && zeroOf(bump) === 'major'
  return [
    ...keyNotes(bump, { mapped: bumpMapped, advice: bumpAdvice, prefix: 'bump.' }),
    ...(isOdd
      ? ['bump.features_always_bump_minor: below 1.0.0, features move the minor version while what breaks makes 1.0.0']
      : []),
  ]
}
