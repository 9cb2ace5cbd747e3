import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Absolute path of the repository. */
export const root: string = dirname(import.meta.dirname)

/** A package that installs a command. */
export interface Tool {
  readonly name: string
  readonly version: string
  readonly summary: string
  /** Private packages are built and tested, but not published. */
  readonly private: boolean
  /** Absolute path of the package's folder. */
  readonly folder: string
  /** Absolute path of the built command: one file. */
  readonly command: string
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly description?: string
  readonly private?: boolean
  readonly bin?: Readonly<Record<string, string>>
  readonly exports?: Readonly<Record<string, unknown>>
}

/** Packages with a command, whose source is `src/cli.ts`; by name. */
export function findTools(workspace: string = root): readonly Tool[] {
  const packages = join(workspace, 'packages')
  return readdirSync(packages)
    .sort()
    .map((name) => join(packages, name))
    .filter((folder) => existsSync(join(folder, 'src', 'cli.ts')))
    .flatMap(toolIn)
}

/** The package that installs a command of this name. */
export function toolNamed(name: string): Tool {
  const found = findTools().find((tool) => tool.name === name)
  if (found === undefined) throw new Error(`there is no tool ${name} in packages/`)
  return found
}

/** The names of the JSON Schemas that a package exports, which are made of those in `docs`. */
export function schemasIn(folder: string): readonly string[] {
  const { exports = {} } = readManifest(folder)
  return Object.keys(exports).flatMap((key) => /^\.\/(.+\.schema\.json)$/.exec(key)?.[1] ?? [])
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}

function toolIn(folder: string): Tool[] {
  const manifest = readManifest(folder)
  const command = manifest.bin?.[manifest.name]
  if (command === undefined) return []
  return [
    {
      name: manifest.name,
      version: manifest.version,
      summary: manifest.description ?? '',
      private: manifest.private ?? false,
      folder,
      command: join(folder, command),
    },
  ]
}
