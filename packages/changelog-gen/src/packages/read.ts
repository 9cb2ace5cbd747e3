import { basename } from 'node:path/posix'
import { readJsonc } from '@frontdoor/kit/manifests/parse'
import { readManifests } from '@frontdoor/kit/manifests/readers'
import type { Manifest, Project, ProjectFiles } from '@frontdoor/kit/project'
import { listAt, textAt } from '../json.ts'
import { folderAt, type Package } from '../model/package.ts'
import { tiesIn } from './ties.ts'

/** The packages of a workspace that have a name, by folder; the root's own is among them where it has one and is published. */
export async function workspacePackages(
  project: Pick<Project, 'files' | 'manifests' | 'packages'>,
): Promise<Package[]> {
  const [root] = project.manifests.filter(({ name }) => name !== undefined)
  const folders = [...project.packages, ...(await rushProjects(project.files))]
  const members = await Promise.all(folders.map((folder) => packageIn(project.files, folder)))
  const own = root && !root.private ? [await describe(project.files, '', [root])] : []
  return [...own, ...members.filter((one) => one !== undefined)]
}

/** The folders of a workspace of Rush, which has them in a file of its own. */
async function rushProjects(files: ProjectFiles): Promise<string[]> {
  if (files.kind('rush.json') !== 'file') return []
  const { projects } = await readJsonc(files, 'rush.json')
  return listAt(projects).flatMap((one) => textAt(one, 'projectFolder') || [])
}

/** The package in a folder, with its name where no manifest gives it one; undefined where there is no such folder. */
export async function packageAt(files: ProjectFiles, path: string): Promise<Package | undefined> {
  const folder = folderAt(path)
  if (folder !== '' && files.kind(folder) !== 'directory') return undefined
  return (await packageIn(files, folder)) ?? { name: basename(folder) || '.', folder, dependencies: [] }
}

/** The packages in folders that a glob names, be they of a workspace or not: those with a manifest that gives them a name. */
export async function packagesAt(files: ProjectFiles, glob: string): Promise<Package[]> {
  const { default: picomatch } = await import('picomatch')
  const folders = [...foldersAt(files, '', folderAt(glob).split('/').map(segmentOf))]
  const found = await Promise.all([...new Set(folders)].map((folder) => packageIn(files, folder)))
  return found.filter((one) => one !== undefined)

  function segmentOf(text: string): Segment {
    return text === '**' ? 'any' : picomatch(text)
  }
}

/** What a part of a path has to be; `any` stands for any number of parts. */
type Segment = 'any' | ((name: string) => boolean)

function* foldersAt(files: ProjectFiles, folder: string, segments: readonly Segment[]): Generator<string> {
  const [first, ...rest] = segments
  if (first === undefined) {
    yield folder
    return
  }
  if (first === 'any') yield* foldersAt(files, folder, rest)
  for (const name of files.list(folder || '.')) {
    const path = folder === '' ? name : `${folder}/${name}`
    if (name.startsWith('.') || name === 'node_modules' || files.kind(path) !== 'directory') continue
    if (first === 'any') yield* foldersAt(files, path, segments)
    else if (first(name)) yield* foldersAt(files, path, rest)
  }
}

async function packageIn(files: ProjectFiles, folder: string): Promise<Package | undefined> {
  const { manifests } = await readManifests(files, folder)
  const [first, ...others] = manifests.filter(({ name }) => name !== undefined)
  return first && describe(files, folder, [first, ...others])
}

async function describe(
  files: ProjectFiles,
  folder: string,
  [manifest, ...others]: readonly [Manifest, ...Manifest[]],
): Promise<Package> {
  const { name = '', version, path } = manifest
  const text = files.text(path) ?? ''
  // Beside a jsr.json, the package.json says what is needed.
  const more = await Promise.all(others.map((one) => tiesIn(one.path, files.text(one.path) ?? '')))
  const ties = [await tiesIn(path, text), ...more]
  const otherNames = others.flatMap((one) => (one.name === name ? [] : (one.name ?? [])))
  return {
    name,
    ...(otherNames.length > 0 && { otherNames }),
    folder,
    manifest: path,
    ...(version !== undefined && { version }),
    ...(isPrivate(manifest, text) && { private: true }),
    ...ties[0],
    dependencies: ties.flatMap(({ dependencies }) => dependencies),
  }
}

/** What only looks as if it were never published, as a package.json without anything to load, has versions all the same. */
function isPrivate(manifest: Manifest, text: string): boolean {
  return manifest.private && (!manifest.path.endsWith('package.json') || /"private"\s*:\s*true/.test(text))
}
