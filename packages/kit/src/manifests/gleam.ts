import { parseRepository } from '../forge.ts'
import type { ManifestFacts, ManifestReader } from './manifest.ts'
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
    const forge = type !== undefined && Object.hasOwn(sites, type) ? sites[type] : undefined
    return {
      name: text(data.name),
      version: text(data.version),
      description: text(data.description),
      license: texts(data.licences).join(' OR ') || undefined,
      // Hex takes nothing that says neither what it is nor under which licence.
      private: data.description === undefined || data.licences === undefined,
      repository: forge ? parseRepository(`${forge}/${owner}/${name}`) : undefined,
    }
  },
}

const sites: Readonly<Record<string, string>> = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
  codeberg: 'https://codeberg.org',
  bitbucket: 'https://bitbucket.org',
}
