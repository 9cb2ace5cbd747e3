import { parseRepository } from '../forge.ts'
import type { ManifestFacts, ManifestReader } from './manifest.ts'
import { readJson } from './parse.ts'
import { get, table, text, texts } from './values.ts'

/** composer.json of PHP. */
export const packagist: ManifestReader = {
  ecosystem: 'packagist',
  files: ['composer.json'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const data = await readJson(files, path)
    const name = text(data.name)
    return {
      name,
      version: text(data.version),
      description: text(data.description),
      // A list means a choice between its members.
      license: text(texts(data.license).join(' OR ')),
      // A root without a name is an application, which Packagist refuses.
      private: name === undefined,
      repository: parseRepository(text(get(data.support, 'source')) ?? ''),
      homepage: text(data.homepage),
      documentation: text(get(data.support, 'docs')),
      issues: text(get(data.support, 'issues')),
      links: Object.values(table(data.support)).flatMap((value) => text(value) ?? []),
      funding: [data.funding].flat().flatMap((entry) => text(get(entry, 'url')) ?? []),
      commands: texts(data.bin).map((file) => file.slice(file.lastIndexOf('/') + 1)),
      readme: text(data.readme),
    }
  },
}
