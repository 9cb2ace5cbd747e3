import { type ManifestFacts, type ManifestReader, repositoryOn } from './manifest.ts'
import { readJson } from './parse.ts'
import { text } from './values.ts'

/** elm.json of an Elm package, which is named after its repository on GitHub (its documentation, read 2026-11-28). An application is none. */
export const elm: ManifestReader = {
  ecosystem: 'elm',
  files: ['elm.json'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const data = await readJson(files, path)
    const name = text(data.name)
    if (data.type !== 'package' || name === undefined) return undefined
    return {
      name,
      version: text(data.version),
      description: text(data.summary),
      license: text(data.license),
      private: false,
      repository: repositoryOn('github', name),
    }
  },
}
