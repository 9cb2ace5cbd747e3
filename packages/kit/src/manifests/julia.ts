import { posix } from 'node:path'
import type { ManifestFacts, ManifestReader } from './manifest.ts'
import { readToml } from './parse.ts'
import { get, table, text, texts } from './values.ts'

/**
 * Project.toml of a Julia package; one without a name only lists what a folder needs (the documentation of Pkg, read 2026-11-28).
 * The registry wants a version, and to know the versions of Julia that it works on.
 */
export const julia: ManifestReader = {
  ecosystem: 'julia',
  files: ['JuliaProject.toml', 'Project.toml'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const data = await readToml(files, path)
    const folder = posix.dirname(path)
    const isPackage = (member: string) =>
      /^uuid\s*=/m.test(files.text(posix.join(folder, member, 'Project.toml')) ?? '')
    const members = texts(get(data.workspace, 'projects')).filter(isPackage)
    const name = data.uuid === undefined ? undefined : text(data.name)
    if (name === undefined && members.length === 0) return undefined
    return {
      name,
      version: text(data.version),
      private: data.version === undefined || get(data.compat, 'julia') === undefined,
      dependencies: Object.keys(table(data.deps)),
      members,
    }
  },
}
