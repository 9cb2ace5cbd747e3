// Builds every tool into one file: `npm run build`.
import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bundle } from './build/bundle.ts'
import { collectLicenses, countPackages } from './build/licenses.ts'
import { bundleTypes } from './build/types.ts'
import { findTools, root, schemasIn, type Tool } from './workspace.ts'

if (import.meta.main) for (const line of await buildTools()) console.log(line)

/** Builds every tool there is; a line about each. */
export async function buildTools(): Promise<readonly string[]> {
  return Promise.all(findTools().map(buildTool))
}

/** Builds the tools where a file that they are made of is newer than one of them. */
export async function buildWhereStale(): Promise<void> {
  const built = findTools().map(({ command }) => statSync(command, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  const sources = globSync(
    ['packages/*/src/**', 'packages/*/package.json', 'scripts/build*', 'scripts/build/*', 'pnpm-lock.yaml'],
    {
      cwd: root,
    },
  )
  const newest = Math.max(...sources.map((path) => statSync(join(root, path)).mtimeMs))
  if (newest > Math.min(...built)) await buildTools()
}

async function buildTool(tool: Tool): Promise<string> {
  const [{ code, module, inputs }, types] = await Promise.all([bundle(tool, root), bundleTypes(tool, root)])
  const dist = dirname(tool.command)
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist, { recursive: true })
  writeFileSync(tool.command, code, { mode: 0o755 })
  // The sources around it are ES modules, the bundle is none.
  writeFileSync(join(dist, 'package.json'), '{"type":"commonjs"}\n')
  if (module) writeFileSync(join(dist, 'index.mjs'), module)
  if (types) writeFileSync(join(dist, 'index.d.mts'), types)
  for (const name of schemasIn(tool.folder)) writeFileSync(join(dist, name), schema(name))
  const licenses = collectLicenses(inputs, root)
  if (licenses !== '') writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licenses)
  return `${tool.name}: ${kilobytes(code.length)}, ${kilobytes(gzipSync(code).length)} packed, ${countPackages(inputs)} packages inside`
}

/** Nobody reads that of a package by eye. */
function schema(name: string): string {
  return JSON.stringify(JSON.parse(readFileSync(join(root, 'docs', name), 'utf8')))
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}
