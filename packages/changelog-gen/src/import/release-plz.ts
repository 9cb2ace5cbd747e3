import { groupBy } from '@frontdoor/kit/group-by'
import { at, listAt, textAt } from '../json.ts'
import { importGitCliff } from './git-cliff.ts'
import { changelogOf, type Imported, type ImportedSettings } from './imported.ts'
import { type Advice, keyNotes } from './key-notes.ts'

/** The groups of release-plz where its config names no parsers, after Keep a Changelog. */
const usualParsers = [
  ['^feat', 'added'],
  ['^changed', 'changed'],
  ['^deprecated', 'deprecated'],
  ['^removed', 'removed'],
  ['^fix', 'fixed'],
  ['^security', 'security'],
  ['.*', 'other'],
].map(([message, group]) => ({ message, group }))

/** Switches that keep a package from being released, or told of, by itself. */
const switches = ['git_tag_enable', 'changelog_update', 'release']

const mapped = [
  'version_group',
  'features_always_increment_minor',
  'git_tag_name',
  'semver_check',
  'git_only',
  'name',
  'changelog_path',
  ...switches,
]

/** Keys of `[workspace]` and `[[package]]`. */
const advice: Advice = [
  ['take the settings of git-cliff over from that file, with --from', 'changelog_config'],
  [
    'the release job makes pull requests, and publishes packages',
    ...['pr_name', 'pr_body', 'pr_draft', 'pr_labels', 'pr_branch_prefix', 'publish', 'publish_allow_dirty'],
    ...['publish_no_verify', 'publish_features', 'publish_all_features', 'publish_timeout', 'release_always'],
    ...['allow_dirty', 'dependencies_update'],
  ],
  ['call "changelog-gen publish"', 'git_release_enable'],
  ['call "changelog-gen publish --draft"', 'git_release_draft'],
  [
    'a release on the forge has the name of its tag, and the notes of its section; see "draft"',
    ...['git_release_name', 'git_release_body', 'git_release_type', 'git_release_latest'],
  ],
  ['addresses are those of the forge of the remote "origin"', 'repo_url'],
  ['what makes no release gets a category with bump: none', 'release_commits'],
  ['give a category with bump', 'custom_minor_increment_regex', 'custom_major_increment_regex'],
  ['a package tells of what changed in its own folder', 'changelog_include'],
  ['the whole history is read', 'max_analyze_commits'],
]

/** Reads release-plz.toml (its config.rs and changelog_config.rs at 4183d14a of 2026-08-17, read 2026-11-26). */
export function importReleasePlz(config: unknown): Imported {
  const workspace = at(config, 'workspace')
  const packages = listAt(config, 'package')
  const { settings, notes } = importGitCliff(cliffOf(at(config, 'changelog')))
  const tags = tagsOf(workspace, packages)
  const changelog = changelogIn(workspace, packages)
  const taken: ImportedSettings = {
    ...settings,
    ...changelog.settings,
    zero: at(workspace, 'features_always_increment_minor') === true ? 'minor' : 'patch',
    packages: packagesOf(workspace, packages),
    ...groupsOf(packages),
    ...tags.settings,
    // What is in no section moves the version there all the same.
    categories: (settings.categories ?? []).map(({ bump: _, ...category }) => category),
  }
  return {
    settings: taken,
    notes: [
      ...notes.map((note) => note.replace(/^git\./, 'changelog.')),
      ...changelog.notes,
      ...tags.notes,
      ...semverNotes(workspace),
      ...keyNotes(workspace, { mapped, advice, prefix: 'workspace.' }),
      ...packages.flatMap((own) => packageNotes(own)),
    ],
  }
}

/** That of the only package; several have one each, in their folders. */
function changelogIn(workspace: unknown, packages: readonly unknown[]): Imported {
  const own = released(workspace, packages).filter((one) => textAt(one, 'changelog_path') !== '')
  const common = textAt(workspace, 'changelog_path')
  if (packagesOf(workspace, packages) === 'none')
    return changelogOf('changelog_path', textAt(own[0], 'changelog_path') || common)
  const odd = own.filter((one) => !isUsualPath(textAt(one, 'changelog_path'), textAt(one, 'name')))
  return {
    settings: {},
    notes: [
      ...(common === '' ? [] : ['workspace.changelog_path: each package has a changelog in its own folder here']),
      ...odd.map((one) => `package ${textAt(one, 'name')}: changelog_path: name the file with --changelog`),
    ],
  }
}

/** `CHANGELOG.md` in a folder that has the name of the package, or in that of the repository. */
function isUsualPath(path: string, name: string): boolean {
  const [file, folder = name] = path.split('/').toReversed()
  return file === 'CHANGELOG.md' && (folder === name || folder === '.')
}

/** The same settings as cliff.toml has them. */
function cliffOf(given: unknown): object {
  const { header, body, trim: _, postprocessors, ...git } = (given ?? {}) as Readonly<Record<string, unknown>>
  const parsers = listAt(git, 'commit_parsers')
  return {
    changelog: { header, body, postprocessors },
    git: {
      sort_commits: 'newest',
      ...git,
      filter_unconventional: false,
      commit_parsers: parsers.length > 0 ? parsers : usualParsers,
    },
  }
}

/** Packages with versions of their own: those that are published, without those that are switched off; or those that are named, where the others are off; one of them tells of all. */
function packagesOf(workspace: unknown, packages: readonly unknown[]): NonNullable<ImportedSettings['packages']> {
  if (switches.every((key) => at(workspace, key) !== false)) {
    const base = at(workspace, 'git_only') === true ? 'auto' : 'public'
    const left = packages.filter((own) => switches.some((key) => at(own, key) === false))
    return left.length === 0 ? base : [base, ...left.map((own) => `!${textAt(own, 'name')}`)]
  }
  const names = released(workspace, packages).map((own) => textAt(own, 'name'))
  return names.length > 1 ? names : 'none'
}

/** Packages that share a name of a group have one version. */
function groupsOf(packages: readonly unknown[]): Pick<ImportedSettings, 'fixed'> {
  const grouped = packages.filter((own) => textAt(own, 'version_group') !== '')
  const groups = groupBy(grouped, (own) => textAt(own, 'version_group'))
  const fixed = [...groups.values()].map((group) => group.map((own) => textAt(own, 'name')))
  return fixed.length > 0 ? { fixed } : {}
}

function released(workspace: unknown, packages: readonly unknown[]): unknown[] {
  return packages.filter((own) => switches.every((key) => (at(own, key) ?? at(workspace, key)) !== false))
}

/** A pattern holds for all packages, so one that not all of them have is left to the usual forms. */
function tagsOf(
  workspace: unknown,
  packages: readonly unknown[],
): { settings: Pick<ImportedSettings, 'tags'>; notes: string[] } {
  const own = released(workspace, packages).filter((one) => textAt(one, 'git_tag_name') !== '')
  const isOne = packagesOf(workspace, packages) === 'none'
  const template = (isOne && textAt(own[0], 'git_tag_name')) || textAt(workspace, 'git_tag_name')
  const tag = formOf(template)
  const isOdd = template !== '' && (!tag.includes('{version}') || /\{[{%]/.test(tag))
  const others = own.filter((one) => textAt(one, 'git_tag_name') !== template)
  const odd = others.filter((one) => template !== '' || !isUsualTag(one)).map((one) => textAt(one, 'git_tag_name'))
  return {
    settings: template === '' || isOdd || others.length > 0 ? {} : { tags: [tag] },
    notes: [
      ...(isOdd ? [`git_tag_name: ${template} is no text around a version; set "tags"`] : []),
      ...odd.map((one) => `git_tag_name: ${one}: patterns of "tags" hold for all packages; set them`),
    ],
  }
}

/** Forms that are found where nothing is said. */
function isUsualTag(own: unknown): boolean {
  const form = formOf(textAt(own, 'git_tag_name')).replace(textAt(own, 'name'), '{name}')
  return /^(?:\{name\}[-@/])?v?\{version\}$/.test(form)
}

function formOf(template: string): string {
  return template.replaceAll(/\{\{\s*(package|version)\s*\}\}/g, (_, word) =>
    word === 'package' ? '{name}' : '{version}',
  )
}

function semverNotes(workspace: unknown): string[] {
  return at(workspace, 'semver_check') === false
    ? []
    : ['workspace.semver_check: what changed in an API is not looked for; a breaking commit says so itself']
}

function packageNotes(own: unknown): string[] {
  const prefix = `package ${textAt(own, 'name')}: `
  const key = 'features_always_increment_minor'
  return [
    ...(at(own, key) === undefined ? [] : [`${prefix}${key}: one setting holds for all packages: "zero"`]),
    ...keyNotes(own, { mapped, advice, prefix }),
  ]
}
