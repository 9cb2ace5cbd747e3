import { readdirSync } from 'node:fs'
import { basename, dirname, join, parse as parsePath, relative, resolve, sep } from 'node:path'
import { type ConfigFile, configNames, hostKeys, readConfig } from './config/read.ts'
import type { SectionSchema, SectionValues, ToolName } from './config/schema.ts'
import { fileError } from './files.ts'
import { type Io, UserError } from './io.ts'

/** Which settings are asked for. */
export interface ConfigRequest<Section extends SectionSchema> {
  /** Absolute path of the folder that the tool works on; the search starts there. */
  readonly from: string
  /** Absolute path of the repository's root; the search ends there. */
  readonly root: string
  readonly tool: ToolName
  readonly schema: Section
  /** The file that `--config` names, relative to the working directory. */
  readonly explicit?: string | undefined
}

/** The settings of one tool. */
export interface Config<Values> {
  /** Path for messages of the file they are from; absent where there is none. */
  readonly path?: string
  /** Absolute path of the folder that paths and patterns in the settings start from. */
  readonly folder: string
  /** With the defaults of the schema. */
  readonly values: Values
}

/**
 * Reads the settings of a tool: from the file that `--config` names, else from the nearest folder that has some. Sections of
 * other tools are not looked at.
 *
 * @throws {UserError} with one line per mistake, each `path:line:column: what and what instead`
 */
export async function loadConfig<const Section extends SectionSchema>(
  io: Pick<Io, 'cwd'>,
  request: ConfigRequest<Section>,
): Promise<Config<SectionValues<Section>>> {
  const file = request.explicit === undefined ? await findConfig(io, request) : await readNamed(io, request.explicit)
  const given = file && (await (await import('./config/section.ts')).readSection(file, request))
  return {
    ...(file && { path: file.source.name }),
    folder: file ? folderOf(file) : request.root,
    // They were checked against the schema that the type is made of.
    values: { ...defaultsOf(request.schema), ...given } as never,
  }
}

async function readNamed(io: Pick<Io, 'cwd'>, named: string): Promise<ConfigFile> {
  const path = resolve(io.cwd, named)
  // The user named this very file, so it may lie anywhere.
  const file = await readConfig(path, parsePath(path).root, named)
  if (file) return file
  throw new UserError(`${named} has no key ${hostKeys.get(basename(path))?.join('.')}`)
}

async function findConfig(
  io: Pick<Io, 'cwd'>,
  { from, root }: { from: string; root: string },
): Promise<ConfigFile | undefined> {
  for (const folder of foldersUp(from, root)) {
    const paths = candidatesIn(folder)
    const files = await Promise.all(paths.map((path) => readConfig(path, root, nameOf(io, path))))
    const [file, second] = files.filter((one) => one !== undefined)
    if (second)
      throw new UserError(`both ${file?.source.name} and ${second.source.name} hold settings; keep one of them`)
    if (file) return file
  }
  return undefined
}

function foldersUp(from: string, root: string): string[] {
  const folders = [from]
  for (let folder = from; folder !== root && folder !== dirname(folder); folder = dirname(folder)) {
    folders.push(dirname(folder))
  }
  // A folder outside the root has no folders above it that are ours to read.
  return folders.at(-1) === root ? folders : [from]
}

function candidatesIn(folder: string): string[] {
  const [names, hidden] = [namesIn(folder), namesIn(join(folder, '.config'))]
  const wholes = [...configNames, ...hostKeys.keys()].filter((name) => names.has(name))
  return [
    ...wholes.map((name) => join(folder, name)),
    ...configNames.filter((name) => hidden.has(name)).map((name) => join(folder, '.config', name)),
  ]
}

// A folder that is not there holds no settings; one that may not be read could.
function namesIn(folder: string): Set<string> {
  try {
    return new Set(readdirSync(folder))
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code)))
      return new Set()
    throw fileError(error, 'read', folder)
  }
}

function nameOf(io: Pick<Io, 'cwd'>, path: string): string {
  return relative(io.cwd, path).split(sep).join('/')
}

function folderOf({ path }: ConfigFile): string {
  const folder = dirname(path)
  return basename(folder) === '.config' ? dirname(folder) : folder
}

function defaultsOf(schema: SectionSchema): object {
  const withDefault = Object.entries(schema.properties).filter(([, property]) => 'default' in property)
  return Object.fromEntries(withDefault.map(([name, property]) => [name, property.default]))
}
