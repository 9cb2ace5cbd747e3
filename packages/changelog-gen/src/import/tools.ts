import { at } from '../json.ts'
import { importAutorc } from './autorc.ts'
import { importCargoRelease } from './cargo-release.ts'
import { importChangesets } from './changesets.ts'
import { importChangie } from './changie.ts'
import { importCocogitto } from './cocogitto.ts'
import { importCommitizen } from './commitizen.ts'
import { importGitCliff } from './git-cliff.ts'
import { importGithubRelease } from './github-release.ts'
import { importGoreleaser, isChangelogUsed } from './goreleaser.ts'
import type { Imported } from './imported.ts'
import { importLerna } from './lerna.ts'
import { importNx } from './nx.ts'
import { importPythonSemanticRelease } from './python-semantic-release.ts'
import { importReleaseDrafter } from './release-drafter.ts'
import { importReleaseIt } from './release-it.ts'
import { importReleasePlease } from './release-please.ts'
import { importReleasePlz } from './release-plz.ts'
import { importSemanticRelease } from './semantic-release.ts'
import { importTowncrier } from './towncrier.ts'
import { importVersionrc } from './versionrc.ts'

/** A tool whose settings can be taken over. */
export interface Tool {
  readonly name: string
  /** Where its settings may stand, relative to the project's folder. */
  readonly files: readonly string[]
  /** Files that hold the settings of others, too, and the tables that are its own: what stands in the last of them counts. */
  readonly shared?: Readonly<Record<string, readonly string[]>>
  /** Files that it would run: they are known, and not read. */
  readonly code?: readonly string[]
  /** False for settings that leave changelogs to another tool: they are taken over only where they are asked for. */
  readonly isUsed?: (config: unknown) => boolean
  /** @param tags names of the repository's tags, the newest first */
  readonly read: (config: unknown, tags: readonly string[]) => Imported
}

const endings = (name: string, ...more: readonly string[]) =>
  ['', '.json', '.yaml', '.yml', ...more].map((end) => name + end)
const tablesIn = (files: readonly string[], table: string) => Object.fromEntries(files.map((file) => [file, [table]]))
const goreleaserFiles = ['.config/goreleaser', '.goreleaser', 'goreleaser'].flatMap((name) => [
  `${name}.yaml`,
  `${name}.yml`,
])
const scripts = (name: string) => ['js', 'cjs', 'mjs', 'ts'].map((end) => `${name}.${end}`)

/** The tools that are known, those first that say most. */
export const tools: readonly Tool[] = [
  {
    name: 'git-cliff',
    files: ['cliff.toml', '.cliff.toml', '.config/cliff.toml', 'cliff.yaml', 'cliff.yml'],
    shared: {
      'Cargo.toml': ['workspace.metadata.git-cliff', 'package.metadata.git-cliff'],
      'pyproject.toml': ['tool.git-cliff'],
    },
    read: importGitCliff,
  },
  { name: 'release-plz', files: ['release-plz.toml', '.release-plz.toml'], read: importReleasePlz },
  { name: 'release-please', files: ['release-please-config.json'], read: importReleasePlease },
  {
    name: 'semantic-release',
    files: endings('.releaserc'),
    shared: { 'package.json': ['release'] },
    code: [...scripts('release.config'), ...scripts('.releaserc')],
    read: importSemanticRelease,
  },
  {
    name: 'python-semantic-release',
    files: [],
    shared: {
      'pyproject.toml': ['tool.semantic_release'],
      ...tablesIn(['releaserc.toml', 'releaserc.json'], 'semantic_release'),
    },
    read: importPythonSemanticRelease,
  },
  {
    name: 'standard-version',
    files: ['.versionrc', '.versionrc.json'],
    shared: { 'package.json': ['standard-version'] },
    code: scripts('.versionrc'),
    read: importVersionrc,
  },
  {
    name: 'release-it',
    files: ['json', 'yaml', 'yml', 'toml'].map((end) => `.release-it.${end}`),
    shared: { 'package.json': ['release-it'] },
    code: scripts('.release-it'),
    read: importReleaseIt,
  },
  { name: 'changesets', files: ['.changeset/config.json'], read: importChangesets },
  { name: 'changie', files: ['.changie.yaml', '.changie.yml'], read: importChangie },
  { name: 'cocogitto', files: ['cog.toml'], read: importCocogitto },
  { name: 'Nx Release', files: [], shared: { 'nx.json': ['release'] }, read: importNx },
  { name: 'Lerna', files: ['lerna.json'], read: importLerna },
  {
    name: 'towncrier',
    files: ['towncrier.toml'],
    shared: { 'pyproject.toml': ['tool.towncrier'] },
    read: importTowncrier,
  },
  {
    name: 'Commitizen',
    files: [],
    // A file without its table is of the program of the same name that only asks for messages.
    shared: {
      ...tablesIn(['.cz.toml', 'cz.toml', 'pyproject.toml'], 'tool.commitizen'),
      ...tablesIn(['.cz.json', 'cz.json', '.cz.yaml', 'cz.yaml'], 'commitizen'),
    },
    read: importCommitizen,
  },
  {
    name: 'auto',
    files: endings('.autorc'),
    shared: { 'package.json': ['auto'] },
    code: [...scripts('.autorc'), ...scripts('auto.config')],
    read: importAutorc,
  },
  {
    name: 'release-drafter',
    files: ['yml', 'yaml', 'json'].map((end) => `.github/release-drafter.${end}`),
    read: importReleaseDrafter,
  },
  {
    name: 'cargo-release',
    files: ['release.toml'],
    shared: { 'Cargo.toml': ['workspace.metadata.release', 'package.metadata.release'] },
    read: importCargoRelease,
  },
  {
    name: 'GoReleaser',
    files: [],
    shared: tablesIn(goreleaserFiles, 'changelog'),
    isUsed: isChangelogUsed,
    read: importGoreleaser,
  },
  { name: "GitHub's release notes", files: ['.github/release.yml', '.github/release.yaml'], read: importGithubRelease },
]

/** The part of a shared file that is a tool's; the whole of one that is its own; undefined where there is none. */
export function ownPart({ shared = {} }: Tool, name: string, config: unknown): unknown {
  const tables = shared[name]
  if (tables === undefined) return config
  const own = tables.map((table) => at(config, ...table.split('.'))).filter((part) => part !== undefined)
  return own.length > 1 ? Object.assign({}, ...own) : own[0]
}
