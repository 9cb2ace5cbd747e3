import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../workspace.ts'

const source = join(root, 'packages/readme-lint/src')

/** A kind of unit: each is one file under the folder of that name in readme-lint's source. */
type Kind = 'rules' | 'hosts'

/** Paths of the units of a kind, without `.ts`, sorted. */
export function listUnits(kind: Kind): readonly string[] {
  const names = readdirSync(join(source, kind), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length).replaceAll('\\', '/'))
    .sort()
}

/** The units of a kind, in the order of their paths. They are loaded from their own files: the generated list may be stale. */
export function loadUnits<Unit extends { readonly name: string }>(kind: Kind): Promise<readonly Unit[]> {
  return Promise.all(listUnits(kind).map((name) => loadUnit<Unit>(kind, name)))
}

async function loadUnit<Unit extends { readonly name: string }>(kind: Kind, name: string): Promise<Unit> {
  const module: Record<string, Unit> = await import(pathToFileURL(join(source, kind, `${name}.ts`)).href)
  const unit = module[kind.slice(0, -1)]
  if (unit?.name !== name) throw new Error(`src/${kind}/${name}.ts calls its unit ${unit?.name}`)
  return unit
}
