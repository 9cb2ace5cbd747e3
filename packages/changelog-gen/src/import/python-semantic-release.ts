import { searchOf } from '@frontdoor/kit/config/search'
import type { Bump } from '../change.ts'
import { at, listAt, textAt } from '../json.ts'
import type { GivenCategory } from '../settings.ts'
import { type TypeRow, typeCategories } from './conventional-types.ts'
import { changelogOf, type Imported, type ImportedSettings, isBelowOne, tagsOf } from './imported.ts'
import { type Advice, keyNotes, noCommit, noProgram, notWritten } from './key-notes.ts'
import { searchesOf } from './search-text.ts'

const mapped = [
  ...['branch', 'branches', 'changelog', 'commit_parser', 'commit_parser_options', 'tag_format', 'remote'],
  ...['major_on_zero', 'allow_zero_version', 'logging_use_named_masks', 'repo_dir', 'env'],
]

const advice: Advice = [
  [`a version in a file ${notWritten}`, 'version_toml', 'version_variables', 'version_variable'],
  [noCommit, 'commit_message', 'commit_author', 'no_git_verify', 'add_partial_tags'],
  [noProgram, 'build_command', 'build_command_env'],
  ['the release job does it', 'assets', 'publish', 'upload_to_pypi', 'upload_to_release'],
]

const changelogMapped = [
  ...['changelog_file', 'default_templates', 'exclude_commit_patterns', 'mode', 'insertion_flag', 'environment'],
]

const changelogAdvice: Advice = [['releases are written in the style of the changelog; see "template"', 'template_dir']]

const parserMapped = [
  ...['minor_tags', 'patch_tags', 'allowed_tags', 'other_allowed_tags', 'parse_squash_commits', 'ignore_merge_commits'],
  'default_bump_level',
]

const parserAdvice: Advice = [
  ['run it in the folder of the package, or give categories with "path"', 'path_filters', 'scope_prefix'],
]

/** The names of types; others are their own. */
const titles: Readonly<Record<string, string>> = {
  build: 'Build System',
  chore: 'Chores',
  ci: 'Continuous Integration',
  docs: 'Documentation',
  feat: 'Features',
  fix: 'Bug Fixes',
  perf: 'Performance Improvements',
  refactor: 'Refactoring',
  style: 'Code Style',
  test: 'Testing',
}

/** Reads `[tool.semantic_release]` (python-semantic-release 10 at c74aa3b9 of 2026-07-12, read 2026-11-28). */
export function importPythonSemanticRelease(config: unknown, tags: readonly string[]): Imported {
  const file = textAt(config, 'changelog', 'default_templates', 'changelog_file')
  const changelog = changelogOf('changelog_file', file || textAt(config, 'changelog', 'changelog_file'))
  const parser = textAt(config, 'commit_parser') || 'conventional'
  const told = parserNotes(parser)
  const entries = told.isTyped ? entriesOf(config, parser) : { settings: {}, notes: [] }
  const tag = tagsOf('tag_format', textAt(config, 'tag_format') || 'v{version}')
  return {
    settings: {
      ...changelog.settings,
      ...tag.settings,
      style: 'conventional-changelog',
      zero: at(config, 'major_on_zero') === false ? 'minor' : 'major',
      ...(at(config, 'allow_zero_version') !== true && { initialVersion: '1.0.0' }),
      ...entries.settings,
    },
    notes: [
      ...changelog.notes,
      ...tag.notes,
      ...told.notes,
      ...entries.notes,
      ...zeroNotes(config, tags),
      ...branchNotes(config),
      ...keyNotes(at(config, 'commit_parser_options'), {
        mapped: parserMapped,
        advice: parserAdvice,
        prefix: 'commit_parser_options.',
      }),
      ...keyNotes(at(config, 'changelog'), { mapped: changelogMapped, advice: changelogAdvice, prefix: 'changelog.' }),
      ...keyNotes(config, { mapped, advice }),
    ],
  }
}

/** What is said of a parser, and whether it goes by types. */
function parserNotes(name: string): { readonly isTyped: boolean; readonly notes: readonly string[] } {
  if (/^(?:conventional(?:-monorepo)?|angular|semantic_release\.history\.angular_parser)$/.test(name))
    return { isTyped: true, notes: [] }
  if (name === 'emoji' || name === 'scipy')
    return { isTyped: false, notes: [`commit_parser: what ${name} reads is known here without "categories"`] }
  const instead = 'is code, which is never run; Conventional Commits are read, see "categories"'
  return { isTyped: true, notes: [`commit_parser: ${name} ${instead}`] }
}

function entriesOf(config: unknown, parser: string): Imported {
  const options = at(config, 'commit_parser_options')
  const given = (key: string, usual: readonly string[]) =>
    at(options, key) === undefined ? usual : listAt(options, key).map(String)
  const [minor, patch] = [given('minor_tags', ['feat']), given('patch_tags', ['fix', 'perf'])]
  const others = given('other_allowed_tags', ['build', 'chore', 'ci', 'docs', 'style', 'refactor', 'test'])
  const least = bumpOfLevel(at(options, 'default_bump_level'))
  const bumpOf = (type: string): Bump => (minor.includes(type) ? 'minor' : patch.includes(type) ? 'patch' : least)
  const types = [...new Set(given('allowed_tags', [...minor, ...patch, ...others]))]
  const excluded = excludedBy(
    config,
    types.filter((type) => bumpOf(type) === 'none'),
  )
  const rows = types.map((type): TypeRow => ({ type, title: titleOf(type), hidden: excluded.types.has(type) }))
  const squash: ImportedSettings = isUnsquashed(options, parser) ? {} : { squash: 'title' }
  return {
    settings: {
      ...(at(options, 'ignore_merge_commits') !== false && { merges: 'commits' }),
      ...squash,
      categories: [...excluded.categories, ...typeCategories(rows.toSorted(byTitle), bumpOf)],
    },
    notes: excluded.notes,
  }
}

function isUnsquashed(options: unknown, parser: string): boolean {
  const given = at(options, 'parse_squash_commits')
  return given === undefined ? parser.startsWith('conventional') : given === true
}

/** The members of an enumeration there. */
function bumpOfLevel(level: unknown): Bump {
  return level === 2 ? 'patch' : level === 3 ? 'minor' : level === 4 ? 'major' : 'none'
}

function titleOf(type: string): string {
  return titles[type] ?? type.replaceAll(/[a-z]+/gi, (word) => word.charAt(0).toUpperCase() + word.slice(1))
}

function byTitle(a: TypeRow, b: TypeRow): number {
  return a.title < b.title ? -1 : Number(a.title > b.title)
}

interface Excluded {
  /** Types of which nothing is listed. */
  readonly types: ReadonlySet<string>
  /** What leaves out a part of those that are. */
  readonly categories: readonly GivenCategory[]
  readonly notes: readonly string[]
}

/** The patterns are compared with how a message begins, and leave out nothing that moves the version. */
function excludedBy(config: unknown, quiet: readonly string[]): Excluded {
  const patterns = listAt(config, 'changelog', 'exclude_commit_patterns').map(String)
  const key = 'changelog.exclude_commit_patterns'
  const { searches, notes } = searchesOf(patterns, key, (pattern) => `^(?:${pattern})`)
  const known = searches.map((search) => {
    const expression = searchOf(search) as RegExp
    return { search, types: quiet.filter((type) => isWhole(expression, type)) }
  })
  const types = new Set(known.flatMap((one) => one.types))
  const title = known.filter((one) => one.types.length === 0).map(({ search }) => search)
  const type = quiet.filter((one) => !types.has(one))
  const isPart = title.length > 0 && type.length > 0
  return {
    types,
    categories: isPart
      ? [{ title: 'Left Out', when: { type, title, breaking: false }, hidden: true, bump: 'none' }]
      : [],
    notes,
  }
}

/** True for an expression that is found in whatever a type says. */
function isWhole(expression: RegExp, type: string): boolean {
  return ['', '(x)'].every((scope) => expression.test(`${type}${scope}: x`))
}

function zeroNotes(config: unknown, tags: readonly string[]): string[] {
  if (at(config, 'allow_zero_version') === true || !isBelowOne(tags)) return []
  return ['allow_zero_version: 1.0.0 comes next there, whatever has changed; give it to "changelog-gen release"']
}

function branchNotes(config: unknown): string[] {
  return Object.values(Object(at(config, 'branches'))).flatMap((branch) => {
    if (at(branch, 'prerelease') !== true) return []
    const token = textAt(branch, 'prerelease_token') || 'rc'
    return [`branches: on ${textAt(branch, 'match')}, call "changelog-gen next --pre ${token}"`]
  })
}
