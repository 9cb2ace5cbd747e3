import { posix } from 'node:path'
import type { ProjectFiles } from '../project.ts'
import { type ManifestFacts, type ManifestReader, repositoryAt } from './manifest.ts'
import { readYaml } from './parse.ts'
import { type Table, table, text } from './values.ts'

/** Chart.yaml of a Helm chart. It is published where something speaks of Artifact Hub, as most charts are for one cluster only. */
export const helm: ManifestReader = {
  ecosystem: 'helm',
  files: ['Chart.yaml'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const data = await readYaml(files, path)
    if (text(data.name) === undefined || text(data.apiVersion) === undefined) return undefined
    const [annotations, home] = [table(data.annotations), text(data.home)]
    return {
      name: text(data.name),
      version: text(data.version),
      description: text(data.description),
      license: text(annotations['artifacthub.io/license']),
      private: !isListed(annotations, files, path),
      // On a forge that is mostly the repository of what the chart installs, and the chart lies in another.
      homepage: repositoryAt(home) ? undefined : home,
    }
  },
}

/** True where the chart, or a file for the owner of its repository of charts, was written for Artifact Hub. */
function isListed(annotations: Table, files: ProjectFiles, path: string): boolean {
  if (Object.keys(annotations).some((name) => name.startsWith('artifacthub.io/'))) return true
  const folder = posix.dirname(path)
  return [folder, posix.join(folder, '..'), posix.join(folder, '../..')].some(
    (above) => files.kind(posix.join(above, 'artifacthub-repo.yml')) === 'file',
  )
}
