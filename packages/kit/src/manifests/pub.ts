import { parseRepository } from '../forge.ts'
import type { ProjectFiles } from '../project.ts'
import { beside, type ManifestFacts, type ManifestReader } from './manifest.ts'
import { readYaml } from './parse.ts'
import { type Table, table, text, texts } from './values.ts'

/** pubspec.yaml of Dart and Flutter, with the workspace of melos.yaml beside it, where melos is older than version 7. */
export const pub: ManifestReader = {
  ecosystem: 'pub',
  files: ['pubspec.yaml'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const data = await readYaml(files, path)
    if (text(data.name) === undefined) return undefined
    return {
      name: text(data.name),
      version: text(data.version),
      description: text(data.description),
      // pub.dev takes nothing without a version; examples and the root of a workspace often have neither that nor a word about publishing.
      private: data.publish_to === 'none' || data.version === undefined,
      repository: parseRepository(text(data.repository) ?? ''),
      homepage: text(data.homepage),
      documentation: text(data.documentation),
      issues: text(data.issue_tracker),
      funding: texts(data.funding),
      commands: Object.keys(table(data.executables)),
      members: await membersOf(data, files, path),
    }
  },
}

async function membersOf(data: Table, files: ProjectFiles, path: string): Promise<string[]> {
  const melos = beside(path, 'melos.yaml')
  if (data.workspace !== undefined || files.kind(melos) !== 'file') return texts(data.workspace)
  return texts((await readYaml(files, melos)).packages)
}
