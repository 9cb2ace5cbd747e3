import type { ManifestFacts, ManifestReader } from './manifest.ts'
import { readJsonc } from './parse.ts'
import { get, text, texts } from './values.ts'

/** jsr.json, or deno.json with a name: without one it only configures Deno. */
export const jsr: ManifestReader = {
  ecosystem: 'jsr',
  files: ['jsr.json', 'jsr.jsonc', 'deno.json', 'deno.jsonc'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const data = await readJsonc(files, path)
    const name = text(data.name)
    const members = texts(get(data.workspace, 'members') ?? data.workspace)
    if (name === undefined && members.length === 0) return undefined
    return {
      name,
      version: text(data.version),
      license: text(data.license),
      private: name === undefined || data.publish === false,
      members,
    }
  },
}
