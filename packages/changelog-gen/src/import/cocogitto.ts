import type { Bump } from '../change.ts'
import { at, textAt } from '../json.ts'
import { type TypeRow, typeCategories } from './conventional-types.ts'
import { changelogOf, type Imported, type ImportedSettings, isBelowOne, tagsOf } from './imported.ts'
import { type Advice, keyNotes, noCommit, noProgram } from './key-notes.ts'

const mapped = [
  ...['tag_prefix', 'monorepo_version_separator', 'commit_types', 'changelog', 'from_latest_tag', 'disable_changelog'],
  ...['ignore_merge_commits', 'ignore_fixup_commits', 'generate_mono_repository_global_tag', 'branch_whitelist'],
  'generate_mono_repository_package_tags',
]

const advice: Advice = [
  [
    noProgram,
    'pre_bump_hooks',
    'post_bump_hooks',
    'pre_package_bump_hooks',
    'post_package_bump_hooks',
    'bump_profiles',
  ],
  [noCommit, 'skip_ci', 'skip_untracked', 'disable_bump_commit'],
  ['call "changelog-gen check-message" in such a hook', 'git_hooks'],
  ['call "changelog-gen next --pre NAME"', 'pre'],
  ['any scope is read', 'scopes'],
  ['packages are those of the workspace; see "packages"', 'packages', 'monorepo'],
]

const changelogAdvice: Advice = [
  [
    'releases are written in the style of the changelog that is there; see "template" for a layout of your own',
    ...['template', 'package_template'],
  ],
]

/** The types there are where nothing else is said, in their order. */
const usual: readonly (readonly [type: string, title: string])[] = [
  ['feat', 'Features'],
  ['fix', 'Bug Fixes'],
  ['perf', 'Performance Improvements'],
  ['revert', 'Revert'],
  ['docs', 'Documentation'],
  ['test', 'Tests'],
  ['build', 'Build system'],
  ['ci', 'Continuous Integration'],
  ['refactor', 'Refactoring'],
  ['chore', 'Miscellaneous Chores'],
  ['style', 'Style'],
]

/** Reads cog.toml (cocogitto 7 at 8cfddce of 2026-03-04, read 2026-11-28). */
export function importCocogitto(config: unknown, names: readonly string[]): Imported {
  const changelog = changelogOf('changelog.path', textAt(config, 'changelog', 'path'))
  const given = Object.entries(Object(at(config, 'commit_types'))) as [string, unknown][]
  return {
    settings: {
      ...changelog.settings,
      ...tagsNamed(config),
      zero: 'minor',
      merges: 'commits',
      squash: 'title',
      categories: typeCategories(rowsOf(given), (type) => bumpOf(type, Object.fromEntries(given)[type])),
    },
    notes: [
      ...(isBelowOne(names)
        ? ['below 1.0.0, what breaks something moves the minor version; there, it moves what its type does']
        : []),
      ...changelog.notes,
      ...keyNotes(at(config, 'changelog'), {
        mapped: ['path', 'remote', 'repository', 'owner', 'authors'],
        advice: changelogAdvice,
        prefix: 'changelog.',
      }),
      ...keyNotes(config, { mapped, advice }),
    ],
  }
}

/** A tag of a package has its name in front. */
function tagsNamed(config: unknown): Pick<ImportedSettings, 'tags'> {
  const version = `${textAt(config, 'tag_prefix')}{version}`
  const hasPackages = ['packages', 'monorepo'].some((key) => at(config, key) !== undefined)
  const own = `{name}${textAt(config, 'monorepo_version_separator') || '-'}${version}`
  return hasPackages ? { tags: [own, version] } : tagsOf('tag_prefix', version).settings
}

/** Own types stand behind the usual ones, unless their order says otherwise. */
function rowsOf(given: readonly (readonly [string, unknown])[]): TypeRow[] {
  const own = given.filter(([type]) => !usual.some(([name]) => name === type))
  const all = [...usual, ...own.map(([type]) => [type, type] as const)].map(([type, title], index) => {
    const settings = given.find(([name]) => name === type)?.[1]
    const named = textAt(settings, 'changelog_title')
      .replaceAll(/<!--[\s\S]*?-->/g, '')
      .trim()
    const order = Number(at(settings, 'order') ?? index + 1)
    return { type, title: named || title, hidden: at(settings, 'omit_from_changelog') === true, order }
  })
  return all.toSorted((a, b) => a.order - b.order).map(({ order, ...row }) => row)
}

function bumpOf(type: string, settings: unknown): Bump {
  const moves = (key: string, other: string) => (at(settings, key) ?? type === other) === true
  return moves('bump_minor', 'feat') ? 'minor' : moves('bump_patch', 'fix') ? 'patch' : 'none'
}
