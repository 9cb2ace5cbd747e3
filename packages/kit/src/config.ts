import { readdirSync } from 'node:fs'
import { basename, dirname, join, parse as parsePath, resolve } from 'node:path'
import { once } from './cache/once.ts'
import { type ConfigFile, configNames, hostKeys, readConfig } from './config/read.ts'
import type { SectionSchema, SectionValues, ToolName } from './config/schema.ts'
import type { SettingPlace } from './config/section.ts'
import { type Disk, openDisk } from './files/disk.ts'
import { relativePath } from './files/relative-path.ts'
import { fileError, isInside } from './files.ts'
import { type Io, UserError } from './io.ts'

/** Which settings are asked for. */
export interface ConfigKind<Section extends SectionSchema> {
  readonly tool: ToolName
  /** Or how to load it, where that costs something; then it has no defaults. */
  readonly schema: Section | (() => Promise<Section>)
  /** The file that `--config` names, relative to the working directory. */
  readonly explicit?: string | undefined
}

/** Whose settings are asked for. */
export interface ConfigPlace {
  /** Absolute path of the folder that the tool works on; the search starts there. */
  readonly from: string
  /** Absolute path of the repository's root; the search ends there. */
  readonly root: string
}

/** The settings of one tool. */
export interface Config<Values> {
  /** Path for messages of the file they are from; absent where there is none. */
  readonly path?: string
  /** Absolute path of the folder that paths and patterns in the settings start from. */
  readonly folder: string
  /** With the defaults of the schema. */
  readonly values: Values
  /** Without them. */
  readonly given: object
  /** For messages about what is in the file; without one, all places are the folder. */
  readonly placeOf: SettingPlace
}

/**
 * Reads the settings of a tool: from the file that `--config` names, else from the nearest folder that has some. Sections of
 * other tools are not looked at.
 *
 * @throws {UserError} with one line per mistake, each `path:line:column: what and what instead`
 */
export function loadConfig<const Section extends SectionSchema>(
  io: Pick<Io, 'cwd'>,
  request: ConfigKind<Section> & ConfigPlace,
): Promise<Config<SectionValues<Section>>> {
  return configLoader(io, request, openDisk())(request)
}

/** Like `loadConfig`, for many places: what they share is read and checked once, and is one object for all of them. */
export function configLoader<const Section extends SectionSchema>(
  io: Pick<Io, 'cwd'>,
  kind: ConfigKind<Section>,
  disk: Disk,
): (place: ConfigPlace) => Promise<Config<SectionValues<Section>>> {
  const { explicit } = kind
  const named = once(() => readNamed(io, explicit ?? ''))
  const find = configFinder(io, disk)
  const read = once((file: ConfigFile) => readValues(file, kind))
  const none = once(
    (root: string): Config<never> => ({
      folder: root,
      values: (typeof kind.schema === 'object' ? defaultsOf(kind.schema) : {}) as never,
      given: {},
      placeOf: () => root,
    }),
  )
  return async (place) => {
    const file = explicit === undefined ? await find(place) : await named(undefined)
    return file ? read(file) : none(place.root)
  }
}

async function readValues<Section extends SectionSchema>(
  file: ConfigFile,
  kind: ConfigKind<Section>,
): Promise<Config<SectionValues<Section>>> {
  const schema = typeof kind.schema === 'object' ? kind.schema : await kind.schema()
  const { readSection } = await import('./config/section.ts')
  const { given, placeOf } = await readSection(file, { tool: kind.tool, schema })
  // They were checked against the schema that the type is made of.
  const values = { ...defaultsOf(schema), ...given } as never
  return { path: file.source.name, folder: folderOf(file), values, given, placeOf }
}

async function readNamed(io: Pick<Io, 'cwd'>, named: string): Promise<ConfigFile> {
  const path = resolve(io.cwd, named)
  // The user named this very file, so it may lie anywhere.
  const file = await readConfig(path, parsePath(path).root, named)
  if (file) return file
  throw new UserError(`${named} has no key ${hostKeys.get(basename(path))?.join('.')}`)
}

/** Finds the nearest config file of a place. */
function configFinder(io: Pick<Io, 'cwd'>, disk: Disk): (place: ConfigPlace) => Promise<ConfigFile | undefined> {
  const known = new Map<string, Promise<ConfigFile | undefined>>()
  const search = async ({ from, root }: ConfigPlace): Promise<ConfigFile | undefined> => {
    const paths = candidatesIn(from, disk)
    const files = await Promise.all(paths.map((path) => readConfig(path, root, relativePath(io.cwd, path))))
    const [file, second] = files.filter((one) => one !== undefined)
    if (second)
      throw new UserError(`both ${file?.source.name} and ${second.source.name} hold settings; keep one of them`)
    // A folder outside the root has no folders above it that are ours to read.
    return file ?? (isBelow(from, root) ? find({ from: dirname(from), root }) : undefined)
  }
  const find = (place: ConfigPlace) => {
    const found = known.get(place.from) ?? search(place)
    known.set(place.from, found)
    return found
  }
  return find
}

function isBelow(folder: string, root: string): boolean {
  return folder !== root && isInside(root, folder)
}

function candidatesIn(folder: string, disk: Disk): string[] {
  const names = namesIn(folder, disk)
  const hidden = names.has('.config') ? namesIn(join(folder, '.config'), disk) : new Set<string>()
  return [
    ...configNames.filter((name) => names.has(name)).map((name) => join(folder, name)),
    ...[...hostKeys.keys()]
      .map((name) => join(folder, name))
      .filter((path) => names.has(basename(path)) && mentionsUs(path, disk)),
    ...configNames.filter((name) => hidden.has(name)).map((name) => join(folder, '.config', name)),
  ]
}

/** Nearly every project has such a file, and hardly any has our settings in it. */
function mentionsUs(path: string, disk: Disk): boolean {
  return disk.text(path)?.includes('frontdoor') ?? true
}

// A folder that is not there holds no settings; one that may not be read could.
function namesIn(folder: string, disk: Disk): { has(name: string): boolean } {
  const listing = disk.list(folder)
  if (listing) return listing
  try {
    return new Set(readdirSync(folder))
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code)))
      return new Set()
    throw fileError(error, 'read', folder)
  }
}

function folderOf({ path }: ConfigFile): string {
  const folder = dirname(path)
  return basename(folder) === '.config' ? dirname(folder) : folder
}

function defaultsOf(schema: SectionSchema): object {
  const withDefault = Object.entries(schema.properties).filter(([, property]) => 'default' in property)
  return Object.fromEntries(withDefault.map(([name, property]) => [name, property.default]))
}
