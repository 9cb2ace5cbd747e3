import { basename } from 'node:path/posix'
import { readManifests } from '@frontdoor/kit/manifests/readers'
import type { Manifest, Project, ProjectFiles } from '@frontdoor/kit/project'
import { type Dependency, folderAt, type Package } from './model/package.ts'

/** The packages of a workspace that have a name, by folder; the root's own is among them where it has one and is published. */
export async function workspacePackages(
  project: Pick<Project, 'files' | 'manifests' | 'packages'>,
): Promise<Package[]> {
  const [root] = project.manifests.filter(({ name }) => name !== undefined)
  const members = await Promise.all(project.packages.map((folder) => packageIn(project.files, folder)))
  const own = root && !root.private ? [await describe(project.files, '', root)] : []
  return [...own, ...members.filter((one) => one !== undefined)]
}

/** The package in a folder, with its name where no manifest gives it one; undefined where there is no such folder. */
export async function packageAt(files: ProjectFiles, path: string): Promise<Package | undefined> {
  const folder = folderAt(path)
  if (folder !== '' && files.kind(folder) !== 'directory') return undefined
  return (await packageIn(files, folder)) ?? { name: basename(folder) || '.', folder, dependencies: [] }
}

async function packageIn(files: ProjectFiles, folder: string): Promise<Package | undefined> {
  const { manifests } = await readManifests(files, folder)
  const manifest = manifests.find(({ name }) => name !== undefined)
  return manifest && describe(files, folder, manifest)
}

async function describe(files: ProjectFiles, folder: string, manifest: Manifest): Promise<Package> {
  const { name = '', version, path } = manifest
  const dependencies = await dependenciesIn(path, files.text(path) ?? '')
  return {
    name,
    folder,
    manifest: path,
    ...(version !== undefined && { version }),
    ...(manifest.private && { private: true }),
    dependencies,
  }
}

/** What a manifest says the package needs where it runs; what it needs to be built changes nothing for its users. */
async function dependenciesIn(path: string, text: string): Promise<Dependency[]> {
  try {
    if (path.endsWith('package.json'))
      return npmFields.flatMap((field) => entriesOf(JSON.parse(text), field)).map(npmDependency)
    if (path.endsWith('Cargo.toml'))
      return entriesOf((await import('smol-toml')).parse(text), 'dependencies').map(cargoDependency)
  } catch {
    // The manifest reader has told of it.
  }
  return []
}

const npmFields = ['dependencies', 'peerDependencies', 'optionalDependencies']

function npmDependency([name, range]: readonly [string, unknown]): Dependency {
  return typeof range === 'string' ? { name, range } : { name }
}

/** A bare `1.2` stands for `^1.2`, and a comma for "and" (the Cargo book, "Specifying Dependencies", read 2026-11-26). */
function cargoDependency([name, given]: readonly [string, unknown]): Dependency {
  const version = typeof given === 'string' ? given : (given as { version?: unknown } | null)?.version
  if (typeof version !== 'string') return { name }
  const parts = version.split(',').map((part) => part.trim().replace(/^(?=\d)/, '^'))
  return { name, range: parts.join(' ') }
}

function entriesOf(manifest: unknown, field: string): (readonly [string, unknown])[] {
  const table = (manifest as Readonly<Record<string, unknown>> | null)?.[field]
  return typeof table === 'object' && table !== null ? Object.entries(table) : []
}
