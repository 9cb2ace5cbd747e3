import type { ManifestFacts, ManifestReader } from './manifest.ts'
import { isExtension, packageFacts } from './npm.ts'
import { readJson } from './parse.ts'
import { get, text } from './values.ts'

/** package.json of an extension for VS Code, named `publisher.name` as in its marketplace. */
export const vscode: ManifestReader = {
  ecosystem: 'vscode',
  files: ['package.json'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const data = await readJson(files, path)
    if (!isExtension(data)) return undefined
    const facts = packageFacts(data)
    const sponsor = text(get(data.sponsor, 'url'))
    return {
      ...facts,
      name: facts.name && `${text(data.publisher)}.${facts.name}`,
      funding: [...(facts.funding ?? []), ...(sponsor ? [sponsor] : [])],
    }
  },
}
