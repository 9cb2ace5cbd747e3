import type { Manifest, Project } from '@frontdoor/kit/project'
import { isAwesome } from '@frontdoor/kit/project/awesome'
import { isBuiltForElsewhere } from '@frontdoor/kit/project/built-for'
import { isProfilePage } from '@frontdoor/kit/project/profile-page'
import type { Severity } from '@frontdoor/kit/report'
import type { ConfiguredRule } from '../rule.ts'

/**
 * What kind of project a README speaks for. `package` is one of those of a monorepo, whose root says what holds for all of them; `landing` is
 * a README that should sell; `profile` speaks of a person or an organization; `none` is a project that is not made for users, or of which
 * nothing is known.
 */
export const profileNames = [
  'library',
  'cli',
  'app',
  'docs',
  'awesome',
  'monorepo',
  'package',
  'landing',
  'profile',
  'none',
] as const

export type ProfileName = (typeof profileNames)[number]

type Expectation = Severity | 'off'

/**
 * How much each profile expects of the rules that ask for something, in the order of `profileNames`. The config overrides it
 * rule by rule; a rule that is not named here has its own severity in every profile.
 */
// biome-ignore format: a table is read by its columns
export const expectations: Readonly<Record<string, readonly Expectation[]>> = {
  //                          library    cli        app        docs       awesome    monorepo   package    landing    profile    none
  'section/install':        ['warning', 'warning', 'warning', 'off',     'off',     'info',    'warning', 'off',     'off',     'off'],
  'section/usage':          ['info',    'info',    'info',    'off',     'off',     'off',     'info',    'off',     'off',     'off'],
  'section/features':       ['off',     'off',     'info',    'off',     'off',     'off',     'off',     'off',     'off',     'off'],
  'section/license':        ['info',    'info',    'info',    'info',    'off',     'info',    'off',     'off',     'off',     'info'],
  'section/contributing':   ['info',    'info',    'info',    'info',    'info',    'info',    'off',     'info',    'off',     'off'],
  'section/help':           ['info',    'info',    'info',    'off',     'off',     'info',    'off',     'info',    'off',     'off'],
  'section/changelog-link': ['info',    'info',    'info',    'off',     'off',     'off',     'info',    'info',    'off',     'off'],
  'section/security':       ['off',     'off',     'info',    'off',     'off',     'off',     'off',     'off',     'off',     'off'],
  'section/code-of-conduct':['off',     'off',     'off',     'off',     'off',     'info',    'off',     'info',    'off',     'off'],
  'section/landing':        ['off',     'off',     'off',     'off',     'off',     'off',     'off',     'warning', 'off',     'off'],
  'section/order':          ['info',    'info',    'info',    'off',     'off',     'info',    'info',    'off',     'off',     'off'],
  'top/one-liner':          ['warning', 'warning', 'warning', 'info',    'info',    'info',    'warning', 'warning', 'off',     'off'],
  'top/source-link':        ['warning', 'warning', 'warning', 'warning', 'off',     'warning', 'warning', 'warning', 'off',     'warning'],
  'toc/missing':            ['info',    'info',    'info',    'off',     'info',    'info',    'info',    'off',     'off',     'off'],
  'top/title':              ['info',    'info',    'info',    'info',    'info',    'info',    'info',    'info',    'off',     'info'],
  'sponsor/missing':        ['info',    'info',    'info',    'info',    'info',    'info',    'off',     'info',    'off',     'info'],
}

/** The rules to run in a profile, with the severities that it gives those which nobody chose. */
export function rulesIn(profile: ProfileName, rules: readonly ConfiguredRule[]): readonly ConfiguredRule[] {
  return rules.flatMap((configured) => {
    const expected = configured.chosen ? undefined : expectations[configured.rule.name]?.[profileNames.indexOf(profile)]
    if (expected === 'off') return []
    return expected === undefined ? configured : { ...configured, severity: expected }
  })
}

/** Finds the profile of a project from its manifests, commands, workspace, name and files, and from what its README says of itself. */
export function profileOf(project: Project, readme: string): ProfileName {
  if (isAwesome(project)) return 'awesome'
  if (isProfilePage(project)) return 'profile'
  const published = project.manifests.filter(isPublished)
  if (published.length > 0 && internal.some((words) => words.test(readme))) return 'none'
  if (published.length === 0 && project.packages.length > 0) return 'monorepo'
  if (published.some(({ ecosystem }) => ecosystem === 'vscode')) return 'app'
  if (project.isMember && published.length > 0) return 'package'
  if (published.some(({ commands }) => commands.length > 0)) return 'cli'
  if (isBuiltForElsewhere(project.files)) return 'app'
  if (published.length > 0) return 'library'
  if (has(project, appFiles)) return 'app'
  return has(project, docsFiles) ? 'docs' : 'none'
}

/** How a package that is only published for others of its repository says so (READMEs of 178 repositories, 2026-11). */
const internal = [
  /^#+\W{1,9}internal (?:[\w-]+ ){0,2}(?:package|crate|module|library|gem)\r?$/im,
  /\b(?:package|crate|module|library|gem) (?:is )?internal to\b/i,
  /\bthis (?:package|crate|module|library|gem) is (?:intended |meant |only )?for internal use\b/i,
  /\bthis (?:package|crate|module|library|gem)\b[^.\n]{0,80} not (?:designed|intended|meant|supposed) [^.\n]{0,80}\b(?:directly|externally)\b/i,
]

function isPublished({ private: hidden, name }: Manifest): boolean {
  return !hidden && name !== undefined
}

const appFiles = [
  'Dockerfile',
  'docker-compose.yml',
  'compose.yaml',
  '.goreleaser.yml',
  '.goreleaser.yaml',
  'snapcraft.yaml',
  'Package.appxmanifest',
  'manage.py',
]

const docsFiles = [
  'mkdocs.yml',
  'docusaurus.config.js',
  'docusaurus.config.ts',
  'hugo.toml',
  '_config.yml',
  'book.toml',
  'antora.yml',
]

function has({ files }: Project, names: readonly string[]): boolean {
  return names.some((name) => files.kind(name) === 'file')
}
