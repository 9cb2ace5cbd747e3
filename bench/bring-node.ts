import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The newest release line of Node, on which the goals are stated (2026-11). */
export const newestNode = '26.10.0'

/** Path of a version of Node, brought from npm into `folder` where it is not there; undefined where npm has none. */
export function bringNode(folder: string, version: string): string | undefined {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const prefix = join(folder, `${name}@${version}`)
  const node = join(prefix, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(node)) return node
  mkdirSync(prefix, { recursive: true })
  writeFileSync(join(prefix, 'package.json'), '{"private":true}\n')
  const args = [
    'install',
    '--prefix',
    prefix,
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ]
  const windows = process.platform === 'win32'
  spawnSync(windows ? 'npm.cmd' : 'npm', [...args, `${name}@${version}`], { stdio: 'ignore', shell: windows })
  return existsSync(node) ? node : undefined
}
