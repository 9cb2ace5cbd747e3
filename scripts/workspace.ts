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

function toolIn(folder: string): Tool[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
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
