import { parseRepository } from '../forge.ts'
import type { Manifest } from '../project.ts'
import { type ManifestReader, manifestOf } from './manifest.ts'
import { readYaml } from './parse.ts'
import { table, text, texts } from './values.ts'

/** pubspec.yaml of Dart and Flutter. */
export const pub: ManifestReader = {
  ecosystem: 'pub',
  files: ['pubspec.yaml'],
  async read(files, path): Promise<Manifest | undefined> {
    const data = await readYaml(files, path)
    if (text(data.name) === undefined) return undefined
    return manifestOf({
      ecosystem: 'pub',
      path,
      name: text(data.name),
      version: text(data.version),
      description: text(data.description),
      // The root of a workspace often has neither a version nor a word about publishing it.
      private: data.publish_to === 'none' || (data.version === undefined && data.workspace !== undefined),
      repository: parseRepository(text(data.repository) ?? ''),
      homepage: text(data.homepage),
      documentation: text(data.documentation),
      issues: text(data.issue_tracker),
      funding: texts(data.funding),
      commands: Object.keys(table(data.executables)),
      members: texts(data.workspace),
    })
  },
}
