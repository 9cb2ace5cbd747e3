import { posix } from 'node:path'
import { parseRepository } from '../forge.ts'
import type { ProjectFiles, Repository } from '../project.ts'
import { beside, type ManifestFacts, type ManifestReader } from './manifest.ts'
import { readJson, readYaml } from './parse.ts'
import { get, type Table, table, text, texts } from './values.ts'

/** package.json, with the workspace of pnpm-workspace.yaml beside it. An extension for VS Code is not one. */
export const npm: ManifestReader = {
  ecosystem: 'npm',
  files: ['package.json'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const data = await readJson(files, path)
    if (isExtension(data)) return undefined
    return {
      ...packageFacts(data),
      // Without a name nothing can be published.
      private:
        data.private === true ||
        text(data.name) === undefined ||
        // A text cannot be loaded: what calls it its main file only holds documents.
        /\.md$/i.test(text(data.main) ?? '') ||
        isProgramOnly(data, files, path) ||
        isToolsOnly(data, files, path) ||
        isForElsewhere(data, files, path),
      commands: commandsOf(data, files, path),
      members: await membersOf(data, files, path),
    }
  },
}

/** True for the manifest of an extension, which has the form of npm's but is published elsewhere. */
export function isExtension(data: Table): boolean {
  return get(data.engines, 'vscode') !== undefined && text(data.publisher) !== undefined
}

/** Fields that say what others get of a package. */
const offers = ['main', 'module', 'exports', 'bin', 'types', 'typings', 'files', 'browser', 'style', 'sass', 'man']

/** `npm init` writes this as `main`, whether it is there or not. */
const byDefault = 'index.js'

/**
 * True for a website or a server that is started from its clone, and for the root of a workspace: it has nothing that others could
 * load, and only nobody wrote `private` into it.
 */
function isProgramOnly(data: Table, files: ProjectFiles, path: string): boolean {
  const scripts = Object.keys(table(data.scripts))
  const isStarted = scripts.some((name) => /(?:^|:)(?:start|dev|serve)$/.test(name))
  if (
    !(isStarted || data.workspaces !== undefined) ||
    data.publishConfig !== undefined ||
    data.directories !== undefined
  )
    return false
  const has = (name: string): boolean => files.kind(beside(path, name)) !== undefined
  if (['index.js', 'index.ts'].some(has)) return false
  // A build may make it, where nothing is started.
  const isMade = !isStarted && scripts.some((name) => name !== 'test')
  return offeredBy(data, has).length === 0 && (!isMade || data.main === undefined)
}

/**
 * The fields of a package that say what others get of it, but for a `main` that may be nobody's word, or that is missed beside the
 * manifest: builds write into folders.
 */
function offeredBy({ main, ...data }: Table, has: (name: string) => boolean): readonly string[] {
  const file = text(main)?.replace(/^\.\//, '') ?? byDefault
  const isOffered = file !== byDefault && (file.includes('/') || has(file) || has(`${file}.js`))
  return offers.filter((name) => (name === 'main' ? isOffered : data[name] !== undefined))
}

/**
 * True for what only installs the tools that a repository of another kind is worked on with: its packages are all for development,
 * and nothing is there that others could load. Beside the manifest of another language they may as well be what its pages show.
 */
function isToolsOnly(data: Table, files: ProjectFiles, path: string): boolean {
  const has = (name: string): boolean => files.kind(beside(path, name)) !== undefined
  if (offeredBy(data, has).length > 0 || data.publishConfig !== undefined || data.peerDependencies !== undefined)
    return false
  const mayBeShown = data.main !== undefined || data.dependencies !== undefined
  if (mayBeShown && !languages.some((name) => files.kind(beside(path, name)) === 'file')) return false
  const installed = { ...table(data.dependencies), ...table(data.devDependencies) }
  if (Object.keys(installed).length === 0) return false
  // What is tried with packages of its workspace is one of them.
  if (Object.values(installed).some((range) => text(range)?.startsWith('workspace:'))) return false
  if (
    Object.entries(table(data.scripts))
      .flat()
      .some((word) => /publish/i.test(String(word)))
  )
    return false
  const folder = beside(path, '.')
  return !files.list(folder).some((name) => name.startsWith('index.'))
}

/** Manifests of languages whose projects have package.json for their assets. */
const languages = ['pyproject.toml', 'setup.py', 'composer.json', 'mix.exs', 'Gemfile', 'go.mod', 'pom.xml']

/**
 * True for a plugin of Obsidian, which is released on its forge, for a server that is deployed to Vercel or that `npm start` runs, and
 * for an application that is packed for desktops; one that also has something for others says so.
 */
function isForElsewhere(data: Table, files: ProjectFiles, path: string): boolean {
  const has = (name: string): boolean => files.kind(beside(path, name)) === 'file'
  const uses = (name: string): boolean =>
    [data.dependencies, data.devDependencies].some((field) => get(field, name) !== undefined)
  const isElsewhere =
    (uses('obsidian') && has('manifest.json')) || has('vercel.json') || packers.some(uses) || startsMain(data)
  const says = ['files', 'types', 'bin', 'publishConfig'].some((name) => data[name] !== undefined)
  return isElsewhere && !says && (data.exports === undefined || data.exports === `./${text(data.main)}`)
}

/** What makes installers of an application. */
const packers = ['electron-builder', 'electron-packager', '@electron/packager', 'electron-forge', '@electron-forge/cli']

/** True where the file that others would load is a program: `"start": "node server.js"`. */
function startsMain({ scripts, main }: Table): boolean {
  const words = (text(get(scripts, 'start')) ?? '').split(/\s+/)
  const bare = (file: string): string => posix.normalize(file).replace(/\.js$/, '')
  const file = text(main)
  return file !== undefined && words.includes('node') && words.some((word) => bare(word) === bare(file))
}

/** What package.json says in the same words for every kind of package. */
export function packageFacts(data: Table): ManifestFacts {
  return {
    name: text(data.name),
    version: text(data.version),
    description: text(data.description),
    license: licenseOf(data),
    repository: repositoryOf(data.repository),
    homepage: text(data.homepage),
    issues: text(get(data.bugs, 'url')) ?? text(data.bugs),
    runtime: text(get(data.engines, 'node')),
    dependencies: dependencyFields.flatMap((field) => Object.keys(table(data[field]))),
    funding: [data.funding].flat().flatMap((entry) => text(get(entry, 'url')) ?? text(entry) ?? []),
  }
}

const dependencyFields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const

function repositoryOf(value: unknown): Repository | undefined {
  const found = parseRepository(text(get(value, 'url')) ?? text(value) ?? '', { shorthand: true })
  const directory = posix.normalize(text(get(value, 'directory')) ?? '').replace(/^\.?\/|\/$|^\.$/g, '')
  return found && directory !== '' && !/^\.\.(?:\/|$)/.test(directory) ? { ...found, directory } : found
}

/** A string today; an object or a list of objects in packages from before 2015. */
function licenseOf(data: Table): string | undefined {
  const types = [data.license ?? data.licenses].flat().flatMap((entry) => text(get(entry, 'type')) ?? text(entry) ?? [])
  return text(types.join(' OR '))
}

function commandsOf(data: Table, files: ProjectFiles, path: string): string[] {
  const folder = text(get(data.directories, 'bin'))
  if (typeof data.bin === 'string') return texts(text(data.name)?.replace(/^@[^/]*\//, ''))
  if (data.bin === undefined && folder) return [...files.list(beside(path, folder))]
  return Object.keys(table(data.bin))
}

async function membersOf(data: Table, files: ProjectFiles, path: string): Promise<string[]> {
  const pnpm = beside(path, 'pnpm-workspace.yaml')
  if (files.kind(pnpm) === 'file') return texts((await readYaml(files, pnpm)).packages)
  return texts(get(data.workspaces, 'packages') ?? data.workspaces)
}
