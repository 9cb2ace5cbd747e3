import { UserError } from '../io.ts'
import type { Ecosystem, Manifest, Problem, ProjectFiles } from '../project.ts'
import { cpan } from './cpan.ts'
import { cran } from './cran.ts'
import { crates } from './crates.ts'
import { elm } from './elm.ts'
import { gleam } from './gleam.ts'
import { go } from './go.ts'
import { hackage } from './hackage.ts'
import { helm } from './helm.ts'
import { hex } from './hex.ts'
import { jsr } from './jsr.ts'
import { julia } from './julia.ts'
import { luarocks } from './luarocks.ts'
import { type ManifestReader, readManifest } from './manifest.ts'
import { maven } from './maven.ts'
import { nimble } from './nimble.ts'
import { npm } from './npm.ts'
import { nuget } from './nuget.ts'
import { opam } from './opam.ts'
import { packagist } from './packagist.ts'
import { pub } from './pub.ts'
import { pypi } from './pypi.ts'
import { rubygems } from './rubygems.ts'
import { shards } from './shards.ts'
import { vscode } from './vscode.ts'

/**
 * Every ecosystem's reader. The order decides between manifests that have the same right to name a project: a Cargo.toml
 * beside a pyproject.toml is mostly the inside of a Python package, a package.json the tools of anything.
 */
const readers: readonly ManifestReader[] = [
  ...[pypi, crates, rubygems, packagist, hex, gleam, pub, maven, nuget, go],
  ...[hackage, opam, julia, cran, cpan, luarocks, nimble, shards, elm],
  ...[jsr, vscode, npm, helm],
]

/** The manifests of one folder, the one that names the package first, and what is wrong with those that cannot be read. */
export async function readManifests(
  files: ProjectFiles,
  folder: string,
): Promise<{ readonly manifests: readonly Manifest[]; readonly problems: readonly Problem[] }> {
  const prefix = folder === '' ? '' : `${folder}/`
  const manifests: Manifest[] = []
  const problems: Problem[] = []
  for (const reader of readers) {
    for (const name of namesFor(reader, files, folder)) {
      const path = prefix + name
      if (files.kind(path) !== 'file') continue
      const found = await readOrProblem(reader, files, path)
      if (found && 'message' in found) problems.push(found)
      else if (found) manifests.push(found)
    }
  }
  // The manifest of an extension and of npm is one file: what is wrong with it is said once.
  const once = problems.filter(({ path }, index) => problems.findIndex((problem) => problem.path === path) === index)
  return { manifests: manifests.toSorted((one, other) => rank(one) - rank(other)), problems: once }
}

/** True if a folder has a manifest of the ecosystem. */
export function hasManifest(files: ProjectFiles, folder: string, ecosystem: Ecosystem): boolean {
  const reader = readers.find((one) => one.ecosystem === ecosystem)
  return reader !== undefined && namesFor(reader, files, folder).length > 0
}

function namesFor(reader: ManifestReader, files: ProjectFiles, at: string): readonly string[] {
  const own = files.list(at)
  const { folder } = reader
  const below = folder !== undefined && own.includes(folder) ? files.list(at === '' ? folder : `${at}/${folder}`) : []
  const names = [...own, ...below.map((name) => `${folder}/${name}`)]
  const matches = (pattern: string | RegExp) =>
    names.filter((name) => (typeof pattern === 'string' ? name === pattern : pattern.test(name)))
  return reader.files.map(matches).find((found) => found.length > 0) ?? []
}

async function readOrProblem(
  reader: ManifestReader,
  files: ProjectFiles,
  path: string,
): Promise<Manifest | Problem | undefined> {
  try {
    return await readManifest(reader, files, path)
  } catch (error) {
    if (error instanceof UserError) return { path: String(error.cause ?? path), message: error.message }
    throw error
  }
}

/** A package that is published names the project before one that is not; a manifest without a name is a root or a tool's. */
function rank(manifest: Manifest): number {
  if (manifest.name === undefined) return 2
  return manifest.private ? 1 : 0
}
