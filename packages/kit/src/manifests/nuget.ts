import { posix } from 'node:path'
import { parseRepository } from '../forge.ts'
import type { ProjectFiles } from '../project.ts'
import { beside, type ManifestFacts, type ManifestReader } from './manifest.ts'
import { textOf } from './parse.ts'
import { text } from './values.ts'
import { element, elementText, readXml, type XmlElement } from './xml.ts'

/** A project file of .NET with the Directory.Build.props above it, a .nuspec, or the solution that lists projects. */
export const nuget: ManifestReader = {
  ecosystem: 'nuget',
  files: [/\.(?:cs|fs|vb)proj$/, /\.nuspec$/, 'Directory.Build.props', /\.slnx?$/],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const members = membersOf(files, path)
    if (path.endsWith('.nuspec')) return fromNuspec(await readXml(files, path))
    if (/\.slnx?$/.test(path) && members.length === 0) return undefined
    const packed = path.endsWith('proj') ? undefined : await packedBy(files, path)
    if (packed) return { ...packed, members }
    const project = path.endsWith('proj') ? await readXml(files, path) : undefined
    const own = project && properties(project)
    const shared = await sharedProperties(files, path)
    const get = (name: string) => text(resolved(own?.get(name) ?? shared.get(name), own ?? shared))
    const command = get('PackAsTool') === 'true' ? (get('ToolCommandName') ?? get('AssemblyName')) : undefined
    const fileName = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
    return {
      name: own && (get('PackageId') ?? get('AssemblyName') ?? fileName),
      version: get('PackageVersion') ?? get('Version') ?? get('VersionPrefix'),
      description: get('PackageDescription') ?? get('Description'),
      license: get('PackageLicenseExpression'),
      private: !isSdkProject(project) || !isPackable(get),
      repository: parseRepository(get('RepositoryUrl') ?? ''),
      homepage: get('PackageProjectUrl'),
      readme: get('PackageReadmeFile'),
      commands: command === undefined ? [] : [command],
      members,
    }
  },
}

/** A test is not packed, nor is a program that is no tool, unless it says that it is. */
function isPackable(get: (name: string) => string | undefined): boolean {
  const says = get('IsPackable')
  if (says !== undefined) return says !== 'false'
  if (get('IsTestProject') === 'true') return false
  return (
    !/^(?:win)?exe$/i.test(get('OutputType') ?? '') || get('PackAsTool') === 'true' || get('PackageId') !== undefined
  )
}

/** MSBuild imports the nearest Directory.Build.props at or above a project. */
async function sharedProperties(files: ProjectFiles, path: string): Promise<ReadonlyMap<string, string>> {
  for (let up = '.'; files.kind(beside(path, up)) === 'directory'; up += '/..') {
    const props = beside(path, `${up}/Directory.Build.props`)
    if (files.kind(props) === 'file') return properties(await readXml(files, props))
  }
  return new Map()
}

/** Properties that hold in every build: one on a condition may not. */
function properties(document: XmlElement): ReadonlyMap<string, string> {
  const groups = (element(document, 'Project')?.children ?? []).filter(
    ({ name, attributes }) => name === 'PropertyGroup' && attributes.Condition === undefined,
  )
  const always = groups
    .flatMap(({ children }) => children)
    .filter(({ attributes }) => attributes.Condition === undefined)
  return new Map(always.map(({ name, text }) => [name, text]))
}

/** Only the SDK of .NET makes packages; others drive builds, tests and containers. */
function isSdkProject(document: XmlElement | undefined): boolean {
  const sdk = element(document, 'Project')?.attributes.Sdk ?? element(document, 'Project', 'Sdk')?.attributes.Name
  return /^Microsoft\.NET\.Sdk\b(?!\.Web\b)/.test(sdk ?? '')
}

/** Inserts `$(Name)`; undefined where one is not known. */
function resolved(value: string | undefined, names: ReadonlyMap<string, string>): string | undefined {
  if (value === undefined) return undefined
  const text = value.replace(/\$\((\w+)\)/g, (whole, name: string) => names.get(name) ?? whole)
  return text.includes('$(') ? undefined : text
}

function fromNuspec(document: XmlElement): ManifestFacts | undefined {
  const metadata = element(document, 'package', 'metadata')
  if (metadata === undefined) return undefined
  // `$id$` is filled in when the package is made.
  const get = (name: string) => elementText(metadata, name)?.replace(/^.*\$\w+\$.*$/s, '') || undefined
  const license = element(metadata, 'license')
  return {
    name: get('id'),
    version: get('version'),
    description: get('description'),
    license: license?.attributes.type === 'expression' ? get('license') : undefined,
    repository: parseRepository(element(metadata, 'repository')?.attributes.url ?? ''),
    homepage: get('projectUrl'),
    readme: get('readme')?.replaceAll('\\', '/'),
  }
}

/** Folders of the projects that the first solution beside the manifest lists. */
function membersOf(files: ProjectFiles, path: string): string[] {
  return [...new Set(projectsOf(files, path).map((project) => project.replace(/\/[^/]*$/, '')))]
}

/** Project files in folders of their own, as the first solution beside the manifest lists them. */
function projectsOf(files: ProjectFiles, path: string): string[] {
  const solution = files.list(beside(path, '.')).find((name) => /\.slnx?$/.test(name))
  if (solution === undefined || (/\.slnx?$/.test(path) && !path.endsWith(solution))) return []
  const projects = textOf(files, beside(path, solution)).matchAll(/"([^"\n]+[\\/][^"\\/\n]+\.(?:cs|fs|vb)proj)"/g)
  return [...projects].map(([, project = '']) => project.replaceAll('\\', '/'))
}

/** `$(MSBuildThisFileDirectory)` and `$(MSBuildProjectDirectory)/` are the folder that the project file is in. */
function withoutOwnFolder(path: string): string {
  return path.replace(/^\$\(MSBuild(?:ThisFileDirectory|ProjectDirectory)\)\/?/, '')
}

/** The first project of the solution that packs the README beside it, as `<None Include="..\..\README.md" Pack="true" />`. */
async function packedBy(files: ProjectFiles, path: string): Promise<ManifestFacts | undefined> {
  for (const project of projectsOf(files, path)) {
    const file = beside(path, project)
    const items = (files.text(file) ?? '').matchAll(/<(?:None|Content)\s[^<>]*\bInclude="([^"]*readme[^"]*)"[^<>]*/gi)
    const readme = [...items]
      .filter(([item]) => /\bPack="true"/i.test(item))
      .map(([, include = '']) => posix.join(posix.dirname(project), withoutOwnFolder(include.replaceAll('\\', '/'))))
      .find((name) => !name.includes('/'))
    const found = readme === undefined ? undefined : await nuget.read(files, file)
    if (found && readme !== undefined && !found.private && found.readme?.toLowerCase() === readme.toLowerCase())
      return { ...found, path: file, readme }
  }
  return undefined
}
