import type { Dependency, Package } from '../model/package.ts'

/** How a manifest ties the package to others. */
export async function tiesIn(path: string, text: string): Promise<Pick<Package, 'dependencies' | 'inheritsVersion'>> {
  try {
    if (path.endsWith('package.json')) return npmTies(JSON.parse(text))
    if (path.endsWith('Cargo.toml')) return cargoTies((await import('smol-toml')).parse(text))
  } catch {
    // The manifest reader has told of it.
  }
  return { dependencies: [] }
}

const npmFields = ['dependencies', 'peerDependencies', 'optionalDependencies']
const npmTools = ['devDependencies']

function npmTies(manifest: unknown): Pick<Package, 'dependencies'> {
  return { dependencies: needed(manifest, { fields: npmFields, tools: npmTools, read: npmDependency }) }
}

interface Fields {
  readonly fields: readonly string[]
  /** Those of what is needed for development only. */
  readonly tools: readonly string[]
  readonly read: (entry: readonly [string, unknown]) => Dependency
}

/** What a manifest names for development, too, is needed where it runs. */
function needed(manifest: unknown, { fields, tools, read }: Fields): Dependency[] {
  const named = (list: readonly string[]) => list.flatMap((field) => entriesOf(manifest, field)).map(read)
  const own = named(fields)
  const names = new Set(own.map(({ name }) => name))
  const others = named(tools).filter(({ name }) => !names.has(name))
  return [...own, ...others.map((one) => ({ ...one, development: true as const }))]
}

function npmDependency([name, range]: readonly [string, unknown]): Dependency {
  return typeof range === 'string' ? { name, range } : { name }
}

const cargoTools = ['dev-dependencies', 'build-dependencies']

function cargoTies(manifest: unknown): Pick<Package, 'dependencies' | 'inheritsVersion'> {
  const own = Object.fromEntries(entriesOf(manifest, 'package'))
  const inherits = (own.version as { workspace?: unknown } | undefined)?.workspace === true
  const dependencies = needed(manifest, { fields: ['dependencies'], tools: cargoTools, read: cargoDependency })
  return { dependencies, ...(inherits && { inheritsVersion: true }) }
}

/** A bare `1.2` stands for `^1.2`, and a comma for "and" (the Cargo book, "Specifying Dependencies", read 2026-11-26). */
function cargoDependency([name, given]: readonly [string, unknown]): Dependency {
  const version = typeof given === 'string' ? given : (given as { version?: unknown } | null)?.version
  if (typeof version !== 'string') return { name }
  const parts = version.split(',').map((part) => part.trim().replace(/^(?=\d)/, '^'))
  return { name, range: parts.join(' ') }
}

function entriesOf(manifest: unknown, field: string): (readonly [string, unknown])[] {
  const table = (manifest as Readonly<Record<string, unknown>> | null)?.[field]
  return typeof table === 'object' && table !== null ? Object.entries(table) : []
}
