import { readManifests } from '@frontdoor/kit/manifests/readers'
import type { Manifest, Project, ProjectFiles } from '@frontdoor/kit/project'
import type { Package } from './model/package.ts'

/** The packages of a workspace that have a name, by folder; the root's own is among them where it has one and is published. */
export async function workspacePackages(
  project: Pick<Project, 'files' | 'manifests' | 'packages'>,
): Promise<Package[]> {
  const [root] = project.manifests.filter(({ name }) => name !== undefined)
  const members = await Promise.all(project.packages.map((folder) => packageIn(project.files, folder)))
  const own = root && !root.private ? [await describe(project.files, '', root)] : []
  return [...own, ...members.filter((one) => one !== undefined)]
}

async function packageIn(files: ProjectFiles, folder: string): Promise<Package | undefined> {
  const { manifests } = await readManifests(files, folder)
  const manifest = manifests.find(({ name }) => name !== undefined)
  return manifest && describe(files, folder, manifest)
}

async function describe(files: ProjectFiles, folder: string, { name = '', version, path }: Manifest): Promise<Package> {
  const dependencies = await dependenciesIn(path, files.text(path) ?? '')
  return {
    name,
    folder,
    manifest: path,
    ...(version !== undefined && { version }),
    dependencies,
  }
}

/** Names that a manifest says the package needs where it runs; what it needs to be built changes nothing for its users. */
async function dependenciesIn(path: string, text: string): Promise<string[]> {
  try {
    if (path.endsWith('package.json'))
      return namesOf(JSON.parse(text), ['dependencies', 'peerDependencies', 'optionalDependencies'])
    if (path.endsWith('Cargo.toml')) return namesOf((await import('smol-toml')).parse(text), ['dependencies'])
  } catch {
    // The manifest reader has told of it.
  }
  return []
}

function namesOf(manifest: unknown, fields: readonly string[]): string[] {
  const tables = fields.map((field) => (manifest as Readonly<Record<string, unknown>> | null)?.[field])
  return [
    ...new Set(tables.flatMap((table) => (typeof table === 'object' && table !== null ? Object.keys(table) : []))),
  ]
}
