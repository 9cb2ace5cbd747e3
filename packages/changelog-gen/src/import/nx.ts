import { at, listAt, textAt } from '../json.ts'
import { changelogOf, type Imported, type ImportedSettings } from './imported.ts'
import { type Advice, keyNotes, noCommit, noProgram, notWritten } from './key-notes.ts'
import { nxCategories } from './nx-types.ts'

/** Packages that are released together, or each by itself. */
interface Group {
  readonly name: string
  /** As `packages` has them; none where nothing is said. */
  readonly projects: readonly string[]
  readonly isFixed: boolean
  readonly tag: string
  readonly config: unknown
}

const mapped = [
  ...['projects', 'groups', 'projectsRelationship', 'releaseTag', 'releaseTagPattern', 'conventionalCommits'],
  ...['version', 'changelog', 'versionPlans', 'releaseTagPatternRequireSemver', 'releaseTagPatternStrictPreid'],
]

const advice: Advice = [
  [noCommit, 'git'],
  ['versions of images are not made here', 'docker', 'releaseTagPatternPreferDockerVersion'],
  ['tags of other branches are not looked at', 'releaseTagPatternCheckAllBranchesWhen'],
]

const versionKeys: readonly string[] = [
  ...['conventionalCommits', 'adjustSemverBumpsForZeroMajorVersion', 'updateDependents', 'currentVersionResolver'],
  ...['fallbackCurrentVersionResolver', 'currentVersionResolverMetadata', 'logUnchangedProjects'],
  ...['deleteVersionPlans', 'generatorOptions', 'specifierSource', 'applyPreidToDependents'],
]

const versionAdvice: Advice = [
  [noCommit, 'git'],
  [noProgram, 'preVersionCommand', 'groupPreVersionCommand'],
  [
    `the version in manifests ${notWritten}`,
    ...['versionPrefix', 'manifestRootsToUpdate', 'preserveLocalDependencyProtocols', 'versionActions'],
    ...['preserveMatchingDependencyRanges', 'versionActionsOptions', 'generator'],
  ],
]

const changelogAdvice: Advice = [
  [noCommit, 'git'],
  ['call "changelog-gen publish"', 'createRelease'],
  ['the changelog is written in the style that it has; see "template" for a layout of your own', 'renderer'],
  ['a release without changes has an empty section', 'entryWhenNoChanges'],
]

/** Reads `release` of nx.json (config.js, conventional-commits.js and version-plans.js of nx 24.0.6, read 2026-11-26). */
export function importNx(config: unknown): Imported {
  const groups = groupsIn(config)
  const hasPlans = [config, ...groups.map((group) => group.config)].some((one) => isSet(at(one, 'versionPlans')))
  const packages = packagesOf(config, groups)
  const written = packages.packages ? 'project' : 'workspace'
  const changelog = changelogOf(`changelog.${changelogKeys[written]}.file`, pathIn(config, written) ?? '')
  return {
    settings: {
      style: 'conventional-changelog',
      ...packages,
      ...changelog.settings,
      ...tagsOf(groups),
      zero: isStrictBelowOne(config) ? 'major' : 'patch',
      dependents: at(config, 'version', 'updateDependents') === 'never' ? 'never' : 'all',
      merges: 'commits',
      ...(hasPlans && { sources: ['fragments'], fragments: ['.nx/version-plans'] }),
      categories: nxCategories(at(config, 'conventionalCommits', 'types')),
    },
    notes: [...changelog.notes, ...notesOf(config, groups, { hasPlans, written })],
  }
}

/** Where nothing is said, versions below 1.0.0 are counted one level down since version 23 only, which knows no key of the old form. */
function isStrictBelowOne(config: unknown): boolean {
  const given = at(config, 'version', 'adjustSemverBumpsForZeroMajorVersion')
  return typeof given === 'boolean'
    ? !given
    : Object.keys(Object(config)).some((key) => key.startsWith('releaseTagPattern'))
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false
}

function groupsIn(config: unknown): Group[] {
  const named = Object.entries((at(config, 'groups') ?? {}) as Readonly<Record<string, unknown>>)
  if (named.length === 0) return [groupOf('', config, config)]
  return named.map(([name, own]) => groupOf(name, own, config))
}

function groupOf(name: string, own: unknown, config: unknown): Group {
  const isFixed = (textAt(own, 'projectsRelationship') || textAt(config, 'projectsRelationship')) !== 'independent'
  const common = tagAt(config)
  const usual = isFixed ? common || `${name && `${name}-`}v{version}` : named(common) || '{projectName}@{version}'
  const tag = (tagAt(own) || usual).replaceAll('{projectName}', '{name}').replaceAll('{releaseGroupName}', name)
  return { name, projects: projectsAt(own), isFixed, tag, config: own }
}

function tagAt(config: unknown): string {
  return textAt(config, 'releaseTag', 'pattern') || textAt(config, 'releaseTagPattern')
}

/** A pattern that tells packages apart. */
function named(pattern: string): string {
  return pattern.includes('{projectName}') ? pattern : ''
}

function projectsAt(own: unknown): string[] {
  const given = at(own, 'projects')
  return (typeof given === 'string' ? [given] : listAt(given))
    .filter((one): one is string => typeof one === 'string' && !isTagged(one))
    .map((one) => one.replace(/^(!?)(?:name|directory):/, '$1'))
}

function isTagged(pattern: string): boolean {
  return /^!?tag:/.test(pattern)
}

/** One changelog and one version where all are released together; else each has its own, and those of a fixed group one version. */
function packagesOf(config: unknown, groups: readonly Group[]): Pick<ImportedSettings, 'packages' | 'fixed'> {
  const [only, second] = groups
  if (only?.isFixed && !second && at(config, 'changelog', 'workspaceChangelog') !== false) return {}
  const projects = groups.flatMap((group) => group.projects)
  const fixed = groups.filter(({ isFixed }) => isFixed).map((group) => allOf(group))
  return {
    packages: projects.length > 0 ? projects : 'public',
    ...(fixed.length > 0 && { fixed }),
  }
}

function allOf({ projects }: Group): readonly string[] {
  return projects.length > 0 ? projects : ['auto']
}

/** The forms of all groups; one without a name would be of the packages of the others, too. */
function tagsOf(groups: readonly Group[]): Pick<ImportedSettings, 'tags'> {
  return { tags: [...new Set(groups.map(({ tag }) => tag))] }
}

/** The changelog of the workspace, or those of its projects. */
type Written = 'workspace' | 'project'

const changelogKeys = { workspace: 'workspaceChangelog', project: 'projectChangelogs' } as const

/** The path of a changelog from the root, or from that of a project; undefined where it has other parts that vary. */
function pathIn(config: unknown, written: Written): string | undefined {
  const file = textAt(config, 'changelog', changelogKeys[written], 'file')
  const path = file.replace(`{${written}Root}/`, '')
  return path.includes('{') ? undefined : path
}

interface Told {
  readonly hasPlans: boolean
  /** The changelog that is written. */
  readonly written: Written
}

function notesOf(config: unknown, groups: readonly Group[], { hasPlans, written }: Told): string[] {
  const nameless = groups.filter(({ tag }) => groups.length > 1 && !tag.includes('{name}'))
  const owns = groups.filter(({ name }) => name !== '')
  const isAsked = !hasPlans && ![config, ...owns.map((own) => own.config)].some(isDecided)
  return [
    ...nameless.map(
      ({ name, tag }) => `groups.${name}: patterns of "tags" hold for all packages, so ${tag} has to name them: {name}`,
    ),
    ...[config, ...owns.map((own) => own.config)].flatMap(taggedNotes),
    ...(isAsked ? ['version: it is asked for there; here, commits and fragments say it'] : []),
    ...bothNotes(config, groups),
    ...(at(config, 'conventionalCommits', 'useCommitScope') === false || hasPlans
      ? []
      : ['conventionalCommits.useCommitScope: what a commit does to a package is its type, whatever its scope says']),
    ...keyNotes(config, { mapped, advice }),
    ...versionNotes(config, ''),
    ...Object.entries(changelogKeys).flatMap(([kind, key]) => {
      const isTaken = kind === written && pathIn(config, written) !== undefined
      return changelogNotes(at(config, 'changelog', key), `changelog.${key}.`, isTaken)
    }),
    ...owns.flatMap(({ name, config: own }) => [
      ...keyNotes(own, { mapped, advice, prefix: `groups.${name}.` }),
      ...versionNotes(own, `groups.${name}.`),
      ...changelogNotes(at(own, 'changelog'), `groups.${name}.changelog.`),
    ]),
  ]
}

function isDecided(own: unknown): boolean {
  const source =
    textAt(own, 'version', 'specifierSource') || textAt(own, 'version', 'generatorOptions', 'specifierSource')
  return at(own, 'version', 'conventionalCommits') === true || source === 'conventional-commits'
}

function taggedNotes(own: unknown): string[] {
  const given = [at(own, 'projects')].flat().filter((one): one is string => typeof one === 'string' && isTagged(one))
  return given.length === 0 ? [] : [`projects: ${given.join(', ')}: tags of Nx are not known here; name the packages`]
}

function bothNotes(config: unknown, groups: readonly Group[]): string[] {
  const isOne = packagesOf(config, groups).packages === undefined
  if (!isOne || !isSet(at(config, 'changelog', 'projectChangelogs'))) return []
  return [
    'changelog.projectChangelogs: the changelog of the workspace is written; call "changelog-gen --package NAME" for another',
  ]
}

function versionNotes(own: unknown, prefix: string): string[] {
  return keyNotes(at(own, 'version'), { mapped: versionKeys, advice: versionAdvice, prefix: `${prefix}version.` })
}

function changelogNotes(own: unknown, prefix: string, isTaken = false): string[] {
  const file = textAt(own, 'file')
  const isUsual = file === '' || /^\{(?:workspace|project)Root\}\/CHANGELOG\.md$/.test(file)
  return [
    ...(at(own, 'file') === false ? [`${prefix}file: call only "changelog-gen publish"`] : []),
    ...(isTaken || isUsual ? [] : [`${prefix}file: name the file with --changelog`]),
    ...keyNotes(own, { mapped: ['file', 'renderOptions'], advice: changelogAdvice, prefix }),
  ]
}
