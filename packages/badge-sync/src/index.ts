import { fix } from '@frontdoor/kit/cli/fix'
import { openDisk } from '@frontdoor/kit/files/disk'
import { quietIo } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import { loadProject as load } from '@frontdoor/kit/project/load'
import { loadReader } from '@frontdoor/kit/readme/parser'
import type { RuleFinding } from '@frontdoor/kit/report'
import type { BadgeKind } from './badge.ts'
import { recognise as find } from './badges.ts'
import { checks, migrationChecks } from './checks.ts'
import { looker } from './examine.ts'
import { PlacedError } from './placed-error.ts'
import { openPackageAnswers } from './registry/package-answers.ts'
import { settingsLoader } from './settings.ts'
import { openBlocks } from './sync/open-blocks.ts'

/** How to bring a README up to date. */
export interface SyncOptions {
  /** Path of the README, relative to the project's folder, with forward slashes; `README.md` where absent. */
  readonly path?: string
  /** Also renew dead, retired and old addresses, as `badge-sync migrate` does. */
  readonly migrate?: boolean
  /** Take suggestions, too. */
  readonly unsafe?: boolean
  /** Overwrite blocks that were edited by hand. */
  readonly force?: boolean
  /** Let the block `usage` run the project's own commands. */
  readonly run?: boolean
  /** Ask registries whether the packages that are named are there. */
  readonly online?: boolean
  /** Never use the network; blocks that need it then have what is kept of the last answer, or stay as they are. */
  readonly offline?: boolean
}

/** A README, brought up to date. */
export interface Synced {
  readonly text: string
  /** What there is still to say; the ranges are those of `text`. */
  readonly findings: readonly RuleFinding[]
}

/**
 * Brings the badges and blocks of a README up to date. No other byte changes, and no file is written.
 *
 * @throws {UserError} for a marker without its partner, a mistake in the config file, and a text that would overwhelm a parser
 */
export async function sync(source: string, project: Project, options: SyncOptions = {}): Promise<Synced> {
  const { path = 'README.md', migrate = false, unsafe = false, force = false } = options
  const { run = false, online = false, offline = false } = options
  const io = quietIo(project.folder, process.env)
  const read = await loadReader('auto')
  const settings = await settingsLoader(io, openDisk(), undefined)({ from: project.folder, root: project.root })
  const blocks = openBlocks(io, { read }, { force, mayRun: run, offline })
  const chosen = migrate ? [...checks, ...migrationChecks] : checks
  const answers = openPackageAnswers(io, online ? { offline } : undefined)
  const look = looker({ project, path, shown: path, settings, checks: chosen, read, blocks, answers })
  try {
    const fixed = await fix(source, look, unsafe)
    return { text: fixed.source, findings: fixed.findings }
  } catch (error) {
    throw error instanceof PlacedError ? error.withPlace(path) : error
  } finally {
    await Promise.all([blocks.close(), answers.close()])
  }
}

/**
 * Reads the facts about the project in a folder: manifests, git, licence, sponsors.
 *
 * @param env where CI services say which branch is the default one
 * @throws {UserError} where there is no such folder
 */
export function loadProject(
  folder: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Project> {
  return load({ env }, folder)
}

/** What the address of an image tells of a badge. */
export interface KnownBadge {
  readonly name: string
  readonly kind: BadgeKind
  /** What it shows, as the alternative text of its image. */
  readonly title: string
  /** What the address says, by the names of its parts: `{ owner, repo, branch }`. */
  readonly parts: Readonly<Record<string, string>>
}

/** Tells which badge an image shows; undefined for any other image. */
export function recognise(address: string): KnownBadge | undefined {
  const found = URL.canParse(address) ? find(new URL(address)) : undefined
  if (!found) return undefined
  const { name, kind, title } = found.badge
  return { name, kind, title, parts: found.parts }
}

export { UserError } from '@frontdoor/kit/io'
export type { Severity } from '@frontdoor/kit/report'
export type { Edit, Range } from '@frontdoor/markdown/edit'
export type { Fix } from '@frontdoor/markdown/finding'
export type { BadgeKind, Project, RuleFinding }
