import { type ManifestFacts, type ManifestReader, repositoryOn } from './manifest.ts'
import { readToml } from './parse.ts'
import { get, text, texts } from './values.ts'

/** gleam.toml of Gleam, which publishes to Hex (its documentation, read 2026-11-26). */
export const gleam: ManifestReader = {
  ecosystem: 'hex',
  files: ['gleam.toml'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const data = await readToml(files, path)
    const { repository } = data
    const [type, owner, name] = ['type', 'user', 'repo'].map((key) => text(get(repository, key)))
    return {
      name: text(data.name),
      version: text(data.version),
      description: text(data.description),
      license: texts(data.licences).join(' OR ') || undefined,
      // Hex takes nothing that says neither what it is nor under which licence.
      private: data.description === undefined || data.licences === undefined,
      repository: repositoryOn(type, `${owner}/${name}`),
    }
  },
}
