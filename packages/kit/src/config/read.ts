import { basename, extname } from 'node:path'
import { readText } from '../files.ts'
import { UserError } from '../io.ts'
import { fail, type Located, type Source } from './located.ts'

/** A config file: everything in it that is ours. */
export interface ConfigFile {
  /** Absolute path. */
  readonly path: string
  readonly source: Source
  /** What should be an object with one section per tool. */
  readonly root: Located
}

/** Names of files that are config files as a whole, the first the one we recommend. */
export const configNames: readonly string[] = ['yml', 'yaml', 'json', 'jsonc', 'toml'].map((end) => `frontdoor.${end}`)

/** Files of other tools that may hold our settings, and the keys that lead to them. */
export const hostKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['package.json', ['frontdoor']],
  ['pyproject.toml', ['tool', 'frontdoor']],
])

// Loaded when a file of that syntax is there, not before.
const parsers = new Map<string, (source: Source) => Promise<Located>>([
  ['.yml', async (source) => (await import('./yaml.ts')).parseYaml(source)],
  ['.yaml', async (source) => (await import('./yaml.ts')).parseYaml(source)],
  ['.json', async (source) => (await import('./json.ts')).parseJson(source)],
  ['.jsonc', async (source) => (await import('./json.ts')).parseJsonc(source)],
  ['.toml', async (source) => (await import('./toml.ts')).parseToml(source)],
])

// UTF-16 units and values. A config with every rule in it has a hundredth; beyond, parsers and checks take seconds.
const longest = 256 * 1024
const mostValues = 5000

/**
 * Reads a config file.
 *
 * @param path absolute
 * @param root absolute path of the folder that nothing may leave
 * @param name path for messages
 * @returns undefined for a file of another tool that holds no settings of ours
 * @throws {UserError} where it cannot be read, with the place as `path:line:column`
 */
export async function readConfig(path: string, root: string, name: string): Promise<ConfigFile | undefined> {
  const parse = parsers.get(extname(path))
  if (!parse) throw new UserError(`${name} is no config; use a .yml, .yaml, .json, .jsonc or .toml file, never code`)
  const { text } = await readText(path, root, name)
  const source = { name, text: text.replace(/^\ufeff/, '') }
  const keys = hostKeys.get(basename(path)) ?? []
  if (keys.length > 0 && !mayHoldSettings(source)) return undefined
  if (source.text.length > longest) throw new UserError(`${name} is larger than ${longest / 1024} KiB`)
  const settings = settingsUnder(await parse(source).catch((error) => tellTooDeep(error, source)), keys)
  if (settings === undefined) return undefined
  if (countValues(settings) > mostValues) fail(source, settings.start, `holds more than ${mostValues} values`)
  return { path, source, root: settings }
}

// Nearly every project has such a file and hardly any has our settings in it; the answer must not cost a parser.
function mayHoldSettings({ name, text }: Source): boolean {
  if (!text.includes('frontdoor')) return false
  if (!name.endsWith('.json')) return true
  try {
    return Object.hasOwn(JSON.parse(text), 'frontdoor')
  } catch {
    // The parser that knows places will say what is wrong.
    return true
  }
}

function settingsUnder(root: Located, keys: readonly string[]): Located | undefined {
  return keys.reduce<Located | undefined>(
    (inner, key) => (inner?.kind === 'object' ? inner.entries.get(key)?.value : undefined),
    root,
  )
}

function tellTooDeep(error: unknown, source: Source): never {
  if (error instanceof RangeError) fail(source, 0, 'values are nested too deep')
  throw error
}

function countValues(located: Located): number {
  if (located.kind === 'scalar') return 1
  const inner = located.kind === 'list' ? located.items : [...located.entries.values()].map(({ value }) => value)
  return inner.reduce((count, value) => count + countValues(value), 1)
}
