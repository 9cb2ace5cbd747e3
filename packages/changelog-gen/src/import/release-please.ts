import { isDeepStrictEqual } from 'node:util'
import { at, listAt, textAt, textsAt } from '../json.ts'
import { folderAt } from '../model/package.ts'
import { isUnder } from '../model/path-test.ts'
import { type TypeRow, typeCategories, typeRows, usualRows, withoutPaths } from './conventional-types.ts'
import { changelogOf, type Imported, type ImportedSettings, initialVersionOf } from './imported.ts'
import { type Advice, keyNotes, notWritten } from './key-notes.ts'

const mapped = [
  ...['packages', 'changelog-sections', 'bump-minor-pre-major', 'bump-patch-for-minor-pre-major', 'plugins'],
  ...['include-component-in-tag', 'include-v-in-tag', 'tag-separator', 'initial-version', 'package-name', 'component'],
  ...['exclude-paths', 'versioning', 'prerelease-type'],
  // About the pull request that release-please opens, and about how it asks GitHub.
  ...['$schema', 'bootstrap-sha', 'last-release-sha', 'release-search-depth', 'commit-search-depth'],
  ...['commit-batch-size', 'sequential-calls', 'separate-pull-requests', 'always-update', 'draft-pull-request'],
  ...['label', 'release-label', 'extra-label', 'snapshot-label', 'skip-snapshot', 'signoff', 'component-no-space'],
  ...['pull-request-title-pattern', 'pull-request-header', 'pull-request-footer', 'group-pull-request-title-pattern'],
  ...['changelog-host', 'always-link-local'],
]

const advice: Advice = [
  [`the version in manifests ${notWritten}`, 'release-type'],
  [`the version in files ${notWritten}`, 'extra-files', 'version-file'],
  ['name the file with --changelog', 'changelog-path'],
  ['write "Release-As: 1.2.3" into a commit instead', 'release-as'],
  ['leave the package out of "packages"', 'skip-changelog'],
  ['do not call "changelog-gen publish"', 'skip-github-release'],
  ['the release job makes the tag', 'force-tag-creation'],
  ['call "changelog-gen publish --draft"', 'draft'],
  ['a release on the forge is a prerelease where its version is one', 'prerelease'],
  ['the changelog is written in the style that it has', 'changelog-type'],
]

/** Reads release-please-config.json (its schema at 17.11, read 2026-11). What all packages say counts as said once. */
export function importReleasePlease(config: unknown): Imported {
  const packages = Object.entries((at(config, 'packages') ?? {}) as Readonly<Record<string, object>>)
  const folders = packages.map(([path]) => path)
  const common = commonOf(packages.map(([, own]) => own))
  const whole = { ...(config as object), ...common }
  const isAtRoot = folders.length !== 1 || folders[0] === '.'
  const changelog = changelogOf('changelog-path', isAtRoot ? textAt(whole, 'changelog-path') : '')
  const notes = [
    ...changelog.notes,
    ...keyNotes({ ...whole, ...(isAtRoot && { 'changelog-path': '' }) }, { mapped, advice }),
    ...versioningNotes(whole),
    ...notesOfPlugins(whole),
    ...packages.flatMap(([path, given]) => {
      const [own, prefix] = [without(given, common), `packages[${JSON.stringify(path)}].`]
      return [...keyNotes(own, { mapped, advice, prefix }), ...versioningNotes(own, prefix)]
    }),
  ]
  const rows = typeRows(listAt(whole, 'changelog-sections'))
  const settings: ImportedSettings = {
    style: 'release-please',
    zero: zeroOf(whole),
    ...changelog.settings,
    ...tagsOf(whole, folders),
    ...(folders.length > 1 && { ...tiesOf(whole), packages: folders }),
    ...initialVersionOf(textAt(whole, 'initial-version')),
    merges: 'commits',
    categories: [
      ...withoutPaths(excludedFrom(packages)),
      ...typeCategories(rows.length > 0 ? rows : rowsFor(textAt(whole, 'release-type'))),
    ],
  }
  return { settings, notes: [...new Set(notes)] }
}

/** The paths of packages that do not count for them, from the root of the repository; what another package has is never theirs here. */
function excludedFrom(packages: readonly (readonly [folder: string, own: object])[]): string[] {
  const paths = packages.flatMap(([folder, own]) =>
    textsAt(own, 'exclude-paths')
      .map(folderAt)
      .filter((path) => folder === '.' || isUnder(path, folder)),
  )
  return [...new Set(paths)].filter((path) => !packages.some(([folder]) => folder !== '.' && isUnder(folder, path)))
}

/** A series of prereleases goes on here, too, once one has begun. */
function versioningNotes(config: unknown, prefix = ''): string[] {
  const [versioning, type] = [textAt(config, 'versioning'), textAt(config, 'prerelease-type')]
  const [word = 'rc'] = /^[A-Za-z]+/.exec(type) ?? []
  return [
    ...(/^(?:default|prerelease)?$/.test(versioning)
      ? []
      : [`${prefix}versioning: ${versioning}: the next version follows SemVer; see "zero"`]),
    ...(type === '' ? [] : [`${prefix}prerelease-type: ${type}: call "changelog-gen next --pre ${word}"`]),
  ]
}

/** What each of some packages says. */
function commonOf([first = {}, ...others]: readonly object[]): object {
  const same = Object.entries(first).filter(([key, value]) =>
    others.every((other) => isDeepStrictEqual(at(other, key), value)),
  )
  return Object.fromEntries(same)
}

function without(own: object, common: object): object {
  return Object.fromEntries(Object.entries(own).filter(([key]) => !Object.hasOwn(common, key)))
}

const linked = 'linked-versions'
const workspace = '-workspace'

function pluginName(plugin: unknown): string {
  return typeof plugin === 'string' ? plugin : textAt(plugin, 'type')
}

function notesOfPlugins(config: unknown): string[] {
  const others = listAt(config, 'plugins')
    .map(pluginName)
    .filter((name) => name !== linked && !name.endsWith(workspace))
  return others.map((name) => `plugins: there is nothing like ${JSON.stringify(name)} here, so it is left out`)
}

/** How the plugins tie packages together: what depends on a released one, be it for development, follows by them alone, and linked versions are all released. */
function tiesOf(config: unknown): Pick<ImportedSettings, 'dependents' | 'fixed'> {
  const plugins = listAt(config, 'plugins')
  const groups = plugins.filter((plugin) => pluginName(plugin) === linked)
  return {
    dependents: plugins.some((plugin) => pluginName(plugin).endsWith(workspace)) ? 'all' : 'never',
    ...(groups.length > 0 && { fixed: groups.map((group) => textsAt(group, 'components')) }),
  }
}

/** Some languages show what others hide. */
function rowsFor(releaseType: string): TypeRow[] {
  const shown = (type: string, title: string): TypeRow => ({ type, title, hidden: false })
  const more = [
    ...(/^(?:java|maven|python|r$)/.test(releaseType) ? [shown('deps', 'Dependencies')] : []),
    ...(/^(?:java|maven|python|r$)|-yoshi/.test(releaseType) ? [shown('docs', 'Documentation')] : []),
    ...(releaseType === 'php' ? [shown('chore', 'Miscellaneous Chores')] : []),
  ]
  return [...more, ...usualRows].filter(({ type, hidden }) => !hidden || more.every((row) => row.type !== type))
}

function zeroOf(config: unknown): NonNullable<ImportedSettings['zero']> {
  if (at(config, 'bump-minor-pre-major') !== true) return 'major'
  return at(config, 'bump-patch-for-minor-pre-major') === true ? 'patch' : 'minor'
}

/** The tag of a package has its name in front, unless that is switched off; that of the only one may have had none at first. */
function tagsOf(config: unknown, packages: readonly string[]): Pick<ImportedSettings, 'tags'> {
  const version = at(config, 'include-v-in-tag') === false ? '{version}' : 'v{version}'
  const separator = textAt(config, 'tag-separator') || '-'
  if (at(config, 'include-component-in-tag') === false) return { tags: [version] }
  if (packages.length > 1)
    return { tags: [`{name}${separator}${version}`, ...(packages.includes('.') ? [version] : [])] }
  const name = textAt(config, 'component') || textAt(config, 'package-name').replace(/^@[^/]*\//, '')
  if (name !== '') return { tags: [`${name}${separator}${version}`, version] }
  // With or without the name that the manifest has: the usual forms.
  return separator === '-' ? {} : { tags: [`{name}${separator}${version}`, version] }
}
