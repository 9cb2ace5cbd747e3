import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { fail } from '@frontdoor/kit/config/located'
import { readText } from '@frontdoor/kit/files'
import { UserError } from '@frontdoor/kit/io'
import { parseDocument } from 'yaml'
import { ownPart, type Tool, tools } from './tools.ts'

/** Settings of another tool. */
export interface FoundSettings {
  readonly tool: Tool
  /** Path as it is shown. */
  readonly path: string
  readonly config: unknown
}

interface Place {
  /** Absolute path of the project's folder. */
  readonly folder: string
  readonly root: string
}

/**
 * The settings in a file; whose they are is told by its name.
 *
 * @param path relative to the folder, or absolute
 */
export async function settingsIn({ folder, root }: Place, path: string): Promise<FoundSettings> {
  const name = basename(path)
  const script = tools.find(({ code = [] }) => code.includes(name))
  if (script)
    throw new UserError(
      `${path} is code, which is never run; write the settings of ${script.name} as ${script.files[0]}`,
    )
  const own = tools.find(({ files }) => files.some((file) => basename(file) === name))
  const others = tools.filter(({ shared = {} }) => Object.hasOwn(shared, name))
  const drafter = /^release-drafter.*\.(?:ya?ml|json)$/.test(name)
    ? tools.filter((tool) => tool.name === 'release-drafter')
    : []
  const candidates = own ? [own] : [...others, ...drafter]
  if (candidates.length === 0)
    throw new UserError(`${path} is of no tool that is known here; known are ${knownFiles()}`)
  const config = await parse(resolve(folder, path), root, path)
  const [found] = candidates.flatMap((tool) => settingsOf(tool, name, config))
  if (found) return { ...found, path }
  throw new UserError(`${path} holds no settings of ${candidates.map((tool) => tool.name).join(' or ')}`)
}

function settingsOf(tool: Tool, name: string, config: unknown): Omit<FoundSettings, 'path'>[] {
  const part = ownPart(tool, name, config)
  return part === undefined ? [] : [{ tool, config: part }]
}

/**
 * The settings of the one other tool that the project has.
 *
 * @throws {UserError} where there is none, or more than one
 */
export async function findSettings(place: Place): Promise<FoundSettings> {
  const found: FoundSettings[] = []
  for (const tool of tools) {
    const some = await settingsFor(tool, place)
    if (some) found.push(some)
  }
  const [only, second] = found
  if (only && !second) return only
  if (only) {
    const list = found.map(({ tool, path }) => `${path} (${tool.name})`).join(', ')
    throw new UserError(`there are settings of several tools: ${list}; choose with --from FILE`)
  }
  const script = tools.flatMap(({ code = [] }) => code).find((file) => existsSync(resolve(place.folder, file)))
  if (script) return settingsIn(place, script)
  throw new UserError(`there are no settings of another tool here, and none are needed; init looks for ${knownFiles()}`)
}

async function settingsFor(tool: Tool, place: Place): Promise<FoundSettings | undefined> {
  for (const file of [...tool.files, ...Object.keys(tool.shared ?? {})]) {
    const path = resolve(place.folder, file)
    if (!existsSync(path)) continue
    const config = ownPart(tool, file, await parse(path, place.root, file))
    if (config !== undefined && tool.isUsed?.(config) !== false) return { tool, path: file, config }
  }
  return undefined
}

function knownFiles(): string {
  return tools.map(({ files, shared = {} }) => files[0] ?? Object.keys(shared)[0]).join(', ')
}

/** TOML by its ending; JSON is YAML, but for the tabs that some indent it with. */
async function parse(path: string, root: string, shown: string): Promise<unknown> {
  const text = (await readText(path, root)).text.replace(/^\uFEFF/, '')
  if (path.endsWith('.toml')) return parseToml(text, shown)
  const document = parseDocument(/^\s*\{/.test(text) ? text.replaceAll('\t', ' ') : text, { prettyErrors: false })
  const [error] = document.errors
  if (error) fail({ name: shown, text }, error.pos[0], error.message)
  return document.toJS({ maxAliasCount: 100 })
}

async function parseToml(text: string, shown: string): Promise<unknown> {
  const { parse: parseText, TomlError } = await import('smol-toml')
  try {
    return parseText(text)
  } catch (error) {
    if (error instanceof TomlError)
      throw new UserError(`${shown}:${error.line}:${error.column}: ${error.message.split('\n')[0]}`)
    throw error
  }
}
