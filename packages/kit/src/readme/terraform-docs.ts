import { posix } from 'node:path'
import { UserError } from '../io.ts'
import { readYaml } from '../manifests/parse.ts'
import { get, text } from '../manifests/values.ts'
import type { ProjectFiles } from '../project.ts'

/** A README, relative to the project's folder, and the files of its project. */
interface Readme {
  readonly path: string
  readonly files: ProjectFiles
}

/** Where terraform-docs looks for its configuration, from the module's folder (its documentation, read 2026-11-26). */
const names = [
  '.terraform-docs.yml',
  '.terraform-docs.yaml',
  '.config/.terraform-docs.yml',
  '.config/.terraform-docs.yaml',
]

/**
 * The configuration by which terraform-docs writes a README as a whole, not only between markers: that of the module's folder, or one
 * above it that writes those of the modules below, too.
 */
export async function terraformDocs({ path, files }: Readme): Promise<string | undefined> {
  const module = posix.dirname(path)
  for (let folder = module, left = depth; left > 0 && files.kind(folder) === 'directory'; left--) {
    const config = names.map((name) => posix.join(folder, name)).find((name) => files.kind(name) === 'file')
    if (config !== undefined && (await writesWhole(config, { path, files, folder }))) return config
    folder = posix.join(folder, '..')
  }
  return undefined
}

/** How many folders are looked at; modules lie no deeper. */
const depth = 4

async function writesWhole(
  config: string,
  { path, files, folder }: Readme & { readonly folder: string },
): Promise<boolean> {
  const data = await read(files, config)
  const output = get(data, 'output')
  if (text(get(output, 'mode')) !== 'replace') return false
  const module = posix.dirname(path)
  if (posix.join(module, text(get(output, 'file')) ?? '') !== path) return false
  const below = get(data, 'recursive')
  const modules = posix.join(folder, text(get(below, 'path')) ?? 'modules')
  return module === folder || (get(below, 'enabled') === true && module.startsWith(`${modules}/`))
}

/** What is broken is for terraform-docs to say. */
async function read(files: ProjectFiles, config: string): Promise<unknown> {
  try {
    return await readYaml(files, config)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}
