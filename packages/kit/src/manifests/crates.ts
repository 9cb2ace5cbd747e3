import { parseRepository } from '../forge.ts'
import type { ProjectFiles } from '../project.ts'
import { beside, type ManifestFacts, type ManifestReader } from './manifest.ts'
import { readToml } from './parse.ts'
import { get, type Table, table, text, texts } from './values.ts'

/** Cargo.toml, with what its workspace hands down. */
export const crates: ManifestReader = {
  ecosystem: 'crates',
  files: ['Cargo.toml'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const data = await readToml(files, path)
    const own = get(data, 'package') ?? get(data, 'project')
    if (own === undefined && data.workspace === undefined) return undefined
    const workspace = (await workspaceOf(files, path, data)) ?? { path, shared: {} }
    const inherited = (key: string) =>
      get(get(own, key), 'workspace') === true ? get(workspace.shared, key) : get(own, key)
    const name = text(get(own, 'name'))
    return {
      name,
      version: text(inherited('version')),
      description: text(inherited('description')),
      // A slash was Cargo's own way to write a choice.
      license: text(inherited('license'))?.replace(/\s*\/\s*/g, ' OR '),
      private: name === undefined || isPrivate(inherited('publish')) || needsMoreThanTheRegistry(data),
      repository: parseRepository(text(inherited('repository')) ?? ''),
      homepage: text(inherited('homepage')),
      documentation: text(inherited('documentation')),
      runtime: text(inherited('rust-version')),
      dependencies: ['dependencies', 'dev-dependencies', 'build-dependencies'].flatMap((field) =>
        Object.keys(table(data[field])),
      ),
      commands: name === undefined ? [] : commandsOf(files, path, data, name),
      readme: readmeOf(inherited('readme'), get(get(own, 'readme'), 'workspace') === true, path, workspace.path),
      members: membersOf(data),
    }
  },
}

/** `publish` is false, or a list of the registries to publish to. */
function isPrivate(publish: unknown): boolean {
  return publish === false || (Array.isArray(publish) && publish.length === 0)
}

/** `cargo publish` refuses a dependency that only a repository or a folder has; one for development may be so. */
function needsMoreThanTheRegistry(data: Table): boolean {
  const needed = ['dependencies', 'build-dependencies'].flatMap((field) => Object.values(table(data[field])))
  return needed.some((one) => (get(one, 'git') ?? get(one, 'path')) !== undefined && get(one, 'version') === undefined)
}

/** The nearest workspace at or above a manifest, searched only where the manifest inherits. */
async function workspaceOf(
  files: ProjectFiles,
  path: string,
  data: Table,
): Promise<{ path: string; shared: unknown } | undefined> {
  const own = get(data, 'package')
  if (data.workspace !== undefined) return { path, shared: get(data.workspace, 'package') }
  if (!Object.values(own ?? {}).some((value) => get(value, 'workspace') === true)) return undefined
  const named = text(get(own, 'workspace'))
  const candidates = named ? [`${named}/Cargo.toml`] : ancestors(files, path)
  for (const candidate of candidates) {
    const above = beside(path, candidate)
    if (files.kind(above) !== 'file') continue
    const workspace = get(await readToml(files, above), 'workspace')
    if (workspace !== undefined) return { path: above, shared: get(workspace, 'package') }
  }
  return undefined
}

function ancestors(files: ProjectFiles, path: string): string[] {
  const found: string[] = []
  for (let up = '..'; files.kind(beside(path, up)) === 'directory'; up += '/..') found.push(`${up}/Cargo.toml`)
  return found
}

/** A README that is inherited is named from the workspace's folder. */
function readmeOf(readme: unknown, inherits: boolean, path: string, workspace: string): string | undefined {
  const name = readme === true ? 'README.md' : text(readme)
  const up = workspace.slice(beside(path, '').length).replace(/Cargo\.toml$/, '')
  return name && inherits ? up + name : name
}

/** Declared binaries, and those that Cargo finds by itself in src/. */
function commandsOf(files: ProjectFiles, path: string, data: Table, name: string): string[] {
  const bins = [data.bin].flat()
  const declared = bins.flatMap((bin) => text(get(bin, 'name')) ?? [])
  if (get(data.package, 'autobins') === false) return declared
  const isMainTaken = bins.some((bin) => text(get(bin, 'path'))?.replace(/^\.\//, '') === 'src/main.rs')
  const main = files.kind(beside(path, 'src/main.rs')) === 'file' && !isMainTaken ? [name] : []
  const others = files.list(beside(path, 'src/bin')).map((file) => file.replace(/\.rs$/, ''))
  return [...new Set([...declared, ...main, ...others])]
}

function membersOf(data: Table): string[] {
  const excluded = texts(get(data.workspace, 'exclude')).map((folder) => `!${folder}`)
  return [...texts(get(data.workspace, 'members')), ...excluded]
}
