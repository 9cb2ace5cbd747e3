import { parseRepository } from '../forge.ts'
import type { ManifestFacts, ManifestReader } from './manifest.ts'
import { readYaml } from './parse.ts'
import { table, text } from './values.ts'

/** shard.yml of Crystal, whose packages come from their repositories (its manual, read 2026-11-28). */
export const shards: ManifestReader = {
  ecosystem: 'shards',
  files: ['shard.yml'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const data = await readYaml(files, path)
    const [name, version] = [text(data.name), text(data.version)]
    if (name === undefined || version === undefined) return undefined
    return {
      name,
      version,
      description: text(data.description),
      license: text(data.license),
      // A library has one; what only runs is not needed by others (shard.yml(5)).
      private: data.license === undefined,
      repository: parseRepository(text(data.repository) ?? ''),
      homepage: text(data.homepage),
      documentation: text(data.documentation),
      commands: Object.keys(table(data.targets)),
    }
  },
}
