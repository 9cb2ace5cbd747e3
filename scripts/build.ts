// Builds every tool into one file: `npm run build`.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bundleApi } from './build/api.ts'
import { bundle } from './build/bundle.ts'
import { collectLicenses, countPackages } from './build/licenses.ts'
import { findTools, root, type Tool } from './workspace.ts'

if (import.meta.main) for (const line of await buildTools()) console.log(line)

/** Builds every tool there is; a line about each. */
export async function buildTools(): Promise<readonly string[]> {
  return Promise.all(findTools().map(buildTool))
}

async function buildTool(tool: Tool): Promise<string> {
  const [{ code, inputs }, api] = await Promise.all([bundle(tool, root), bundleApi(tool, root)])
  const dist = dirname(tool.command)
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist, { recursive: true })
  writeFileSync(tool.command, code, { mode: 0o755 })
  // The sources around it are ES modules, the bundle is none.
  writeFileSync(join(dist, 'package.json'), '{"type":"commonjs"}\n')
  if (api) {
    writeFileSync(join(dist, 'index.mjs'), api.code)
    writeFileSync(join(dist, 'index.d.mts'), api.types)
  }
  if (!tool.private) copyFileSync(join(root, 'docs', 'frontdoor.schema.json'), join(dist, 'frontdoor.schema.json'))
  const licenses = collectLicenses([...new Set([...inputs, ...(api?.inputs ?? [])])].sort(), root)
  if (licenses !== '') writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licenses)
  return `${tool.name}: ${kilobytes(code.length)}, ${kilobytes(gzipSync(code).length)} packed, ${countPackages(inputs)} packages inside`
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}
