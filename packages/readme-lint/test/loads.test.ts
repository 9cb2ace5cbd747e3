import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { project } from '@frontdoor/kit/testing'
import { expect, it } from 'vitest'

const cli = join(import.meta.dirname, '..', 'src', 'cli.ts')
/** Names each package that a module is taken from. */
const spy = `data:text/javascript,${encodeURIComponent(`
import { registerHooks } from 'node:module'
const seen = new Set()
registerHooks({ resolve(specifier, context, next) {
  const resolved = next(specifier, context)
  const name = /\\/node_modules\\/(?!.*\\/node_modules\\/)((?:@[^/]+\\/)?[^/]+)/.exec(resolved.url)?.[1]
  if (name) seen.add(name)
  return resolved
} })
process.on('exit', () => process.stderr.write([...seen].sort().join('\\n')))
`)}`

async function packagesLoadedBy(...argv: readonly string[]): Promise<string[]> {
  const { path } = await project({ 'README.md': '# Larder\n\nKeeps *things* fresh, [always](#larder).\n' })
  const options = { cwd: path, encoding: 'utf8', env: { PATH: process.env.PATH } } as const
  return spawnSync(process.execPath, ['--import', spy, cli, ...argv], options).stderr.split('\n')
}

it('loads nothing to say its version', async () => {
  expect(await packagesLoadedBy('--version')).toEqual([''])
})

it('loads no parser for its help', async () => {
  expect(await packagesLoadedBy('--help')).toEqual(['commander'])
})

it('loads remark where it is asked for, and not where satteri suffices', async () => {
  expect(await packagesLoadedBy('--engine', 'remark')).toContain('remark-parse')
  const withSatteri = await packagesLoadedBy('--engine', 'satteri')
  expect(withSatteri).toContain('satteri')
  expect(withSatteri.filter((name) => /^(?:remark|micromark-core|mdast-util-from|unified)/.test(name))).toEqual([])
})
