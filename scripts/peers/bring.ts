import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Installs peers into a folder of their own, unless they are there.
 *
 * @param versions package names and exact versions
 * @param bin a command that is there once they are
 * @throws {Error} where npm fails; its message is on standard error
 */
export function bringPeers(folder: string, versions: Readonly<Record<string, string>>, bin: string): void {
  if (existsSync(join(folder, 'node_modules', '.bin', bin))) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
  const wanted = Object.entries(versions).map(([name, version]) => `${name}@${version}`)
  const quiet = ['--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync('npm', ['install', ...quiet, ...wanted], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error('npm could not install the peers; its message is above')
}
