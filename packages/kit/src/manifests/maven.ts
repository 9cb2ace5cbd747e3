import { parseRepository } from '../forge.ts'
import type { ProjectFiles } from '../project.ts'
import { readGradle } from './gradle.ts'
import type { ManifestFacts, ManifestReader } from './manifest.ts'
import { text } from './values.ts'
import { element, elementText, readXml, type XmlElement } from './xml.ts'

/** pom.xml of Maven, or a build of Gradle, which publishes to the same place. */
export const maven: ManifestReader = {
  ecosystem: 'maven',
  files: ['pom.xml', 'build.gradle.kts', 'build.gradle', 'settings.gradle.kts', 'settings.gradle'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    return path.endsWith('pom.xml') ? readPom(files, path) : readGradle(files, path)
  },
}

async function readPom(files: ProjectFiles, path: string): Promise<ManifestFacts | undefined> {
  const project = element(await readXml(files, path), 'project')
  const artifact = elementText(project, 'artifactId')
  if (project === undefined || artifact === undefined) return undefined
  const names = knownNames(project, artifact)
  const get = (...path: readonly string[]) => text(resolved(elementText(project, ...path), names))
  const licenses = (element(project, 'licenses')?.children ?? []).flatMap(
    (license) => elementText(license, 'name') ?? [],
  )
  const group = names.get('project.groupId')
  const scm = get('scm', 'url') ?? get('scm', 'connection') ?? ''
  return {
    name: group && `${group}:${artifact}`,
    version: text(resolved(names.get('project.version'), names)),
    description: get('description'),
    license: text(licenses.join(' OR ')),
    private: get('properties', 'maven.deploy.skip') === 'true',
    repository: parseRepository(scm.replace(/^scm:git:/, '')),
    homepage: get('url'),
    issues: get('issueManagement', 'url'),
    members: (element(project, 'modules')?.children ?? []).flatMap((module) => text(module.text) ?? []),
  }
}

/** What `${…}` may stand for. The group and the version come from the parent where the project has none. */
function knownNames(project: XmlElement, artifact: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { name, text } of element(project, 'properties')?.children ?? []) names.set(name, text.trim())
  for (const name of ['groupId', 'version', 'name', 'url']) {
    const value = elementText(project, name) ?? elementText(project, 'parent', name)
    if (value !== undefined) names.set(`project.${name}`, value)
  }
  return names.set('project.artifactId', artifact)
}

function resolved(value: string | undefined, names: ReadonlyMap<string, string>): string | undefined {
  if (value === undefined) return undefined
  // A property may use another one; deeper than that nobody goes.
  const insert = (text: string) => text.replace(/\$\{([^}]+)\}/g, (whole, name: string) => names.get(name) ?? whole)
  const result = insert(insert(value))
  return result.includes('${') ? undefined : result
}
