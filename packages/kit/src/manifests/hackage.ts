import { posix } from 'node:path'
import { parseRepository } from '../forge.ts'
import type { ProjectFiles, Repository } from '../project.ts'
import { gnuLicense, readFields } from './fields.ts'
import { beside, type ManifestFacts, type ManifestReader } from './manifest.ts'
import { readYaml, textOf } from './parse.ts'
import { type Table, table, text, texts } from './values.ts'

/**
 * A .cabal file of Haskell, or the package.yaml that hpack makes it of, with the workspace of cabal.project or stack.yaml beside it
 * (the documentation of each, read 2026-11-28).
 */
export const hackage: ManifestReader = {
  ecosystem: 'hackage',
  files: [/\.cabal$/, 'package.yaml', 'cabal.project', 'stack.yaml'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const members = await membersOf(files, path)
    const found = path.endsWith('.cabal')
      ? fromCabal(textOf(files, path))
      : path.endsWith('package.yaml')
        ? fromHpack(await readYaml(files, path))
        : undefined
    if (found === undefined && members.length === 0) return undefined
    const { listed = [], ...facts } = found ?? {}
    return { private: true, ...facts, readme: readmeIn(files.list(posix.dirname(path)), listed), members }
  },
}

/** What a package says, and the files that go into its archive beside the modules, as they are listed. */
type Found = ManifestFacts & { readonly listed: readonly string[] }

/** Fields that list them. */
const lists = ['extra-doc-files', 'extra-source-files', 'data-files']

/** Hackage renders what ends so, if it is in the archive. */
function readmeIn(names: readonly string[], listed: readonly string[]): string | undefined {
  const own = names.find((name) => /^readme\.(?:md|markdown)$/i.test(name))
  const extension = own?.replace(/^readme/i, '*')
  return listed.some((path) => [own, extension].includes(path.replace(/^\.\//, ''))) ? own : undefined
}

function fromCabal(source: string): Found {
  const { all, get } = readFields(source)
  const [repository = ''] = all('source-repository')
  const { get: located } = readFields(repository.replace(/^[ \t]+/gm, ''))
  return {
    name: get('name'),
    version: get('version'),
    description: get('synopsis'),
    license: gnuLicense(get('license') ?? '') || undefined,
    private: isKept(get('license'), get('synopsis') ?? get('description')),
    repository: repositoryIn(located('location'), located('subdir')),
    homepage: get('homepage'),
    issues: get('bug-reports'),
    listed: lists.flatMap((list) => all(list)).flatMap((list) => list.split(/[\s,]+/)),
    commands: all('executable').flatMap((entry) => /^[ \t]*([\w-]+)/.exec(entry)?.[1] ?? []),
  }
}

/** Other tools may have a file of this name; that of hpack says what is built, or what is needed for it. */
function fromHpack(data: Table): Found | undefined {
  const name = text(data.name)
  const keys = ['library', 'executable', 'executables', 'tests', 'dependencies', 'ghc-options']
  if (name === undefined || !keys.some((key) => data[key] !== undefined)) return undefined
  const [owner, repo, ...folders] = text(data.github)?.split('/') ?? []
  const forge = repo === undefined ? undefined : `https://github.com/${owner}/${repo}`
  return {
    name,
    version: text(data.version),
    description: text(data.synopsis),
    license: gnuLicense(text(data.license) ?? '') || undefined,
    // Where no licence is named, that of the file is meant.
    private: isKept(text(data.license) ?? 'file', text(data.synopsis) ?? text(data.description)),
    repository: repositoryIn(forge ?? text(data.git), folders.join('/')),
    homepage: text(data.homepage),
    issues: text(data['bug-reports']) ?? (forge && `${forge}/issues`),
    listed: lists.flatMap((list) => texts(data[list])),
    commands: [...Object.keys(table(data.executables)), ...(data.executable === undefined ? [] : [name])],
  }
}

/** True for what Hackage would refuse, as it says neither what it is nor under which licence, and for what nobody may use. */
function isKept(license = 'none', described = ''): boolean {
  return described === '' || /^(?:none|allrightsreserved|unspecifiedlicense)$/i.test(license)
}

function repositoryIn(url = '', directory = ''): Repository | undefined {
  const found = parseRepository(url)
  return found && directory ? { ...found, directory } : found
}

/** Folders of packages, or their .cabal files: `.`, `larder-*`, `packages/*.cabal`. What is fetched is no folder. */
async function membersOf(files: ProjectFiles, path: string): Promise<string[]> {
  const { all } = readFields(textOf(files, beside(path, 'cabal.project')))
  const listed = all('packages').flatMap((list) => list.split(/[\s,]+/))
  const stack = beside(path, 'stack.yaml')
  const hasStack = listed.length === 0 && files.kind(stack) === 'file'
  const folders = hasStack ? texts((await readYaml(files, stack)).packages) : listed
  return folders
    .map((folder) => folder.replace(/(?:^|\/)[^/]*\.cabal$/, ''))
    .filter((folder) => folder !== '' && !folder.includes('://'))
}
