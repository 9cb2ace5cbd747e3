import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Ended, execute } from './execute.ts'
import { type Registry, startRegistry } from './registry.ts'

// badge-sync asks a real registry, which npm has published to, through the configuration that npm itself reads.

const command = join(import.meta.dirname, '..', 'packages', 'badge-sync', 'dist', 'cli.js')

let registry: Registry
let scratch = ''

beforeAll(async () => {
  scratch = realpathSync(mkdtempSync(join(tmpdir(), 'frontdoor-online-')))
  registry = await startRegistry()
  await publish('@tea/pot')
  await publish('old-pot')
  await npm('deprecate', 'old-pot', 'This package has been renamed to @tea/pot')
})
afterAll(async () => {
  await registry?.stop()
  rmSync(scratch, { recursive: true })
})

function npm(...args: readonly string[]): Promise<Ended> {
  const home = join(scratch, 'home')
  const env = registry.environment(home)
  writeFileSync(join(home, '.npmrc'), registry.npmrc)
  return execute('npm', args, { cwd: scratch, env })
}

async function publish(name: string): Promise<void> {
  const folder = join(scratch, name.replace('/', '-'))
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0' }))
  const { code, output } = await npm('publish', '--access', 'public', folder)
  if (code !== 0) throw new Error(output)
}

const badge = (name: string): string => `![npm](https://img.shields.io/npm/v/${name})`

/** Runs badge-sync over a README, with nothing but a file of npm's to say which registry there is. */
async function sync(name: string, readme: string, ...args: readonly string[]): Promise<Ended & { readme: string }> {
  const cwd = join(scratch, name)
  mkdirSync(cwd)
  writeFileSync(join(cwd, 'README.md'), readme)
  const { npm_config_registry, ...env } = registry.environment(join(scratch, `home-of-${name}`))
  const ended = await execute(process.execPath, [command, ...args], { cwd, env })
  return { ...ended, readme: readFileSync(join(cwd, 'README.md'), 'utf8') }
}

it('finds what is there, what is not, and what was renamed', async () => {
  const readme = `${badge('@tea/pot')} ${badge('old-pot')} ${badge('no-pot')}\n\n\`\`\`sh\nnpm install no-pot @tea/pot\n\`\`\`\n`
  const { code, output } = await sync('look', readme, '--check', '--online')
  const { host } = new URL(registry.url)
  expect(code).toBe(0)
  expect(output).not.toMatch(/has no package @tea|begin to use @tea/)
  expect(output).toContain(
    `${host} says that nobody should begin to use old-pot: This package has been renamed to @tea/pot; name @tea/pot`,
  )
  expect(output).toContain(`This badge shows nothing: ${host} has no package no-pot`)
  expect(output).toContain(`This command cannot work: ${host} has no package no-pot`)
})

it('takes the new name where it may', async () => {
  const { readme } = await sync('mend', `${badge('old-pot')}\n`, '--online', '--unsafe')
  expect(readme).toContain('https://img.shields.io/npm/v/@tea/pot')
})

it('is green where the registry is gone', async () => {
  const args = ['--check', '--online'] as const
  const readme = `[${badge('old-pot')}](https://www.npmjs.com/package/old-pot)\n`
  const other = await startRegistry()
  await other.stop()
  const cwd = join(scratch, 'gone')
  mkdirSync(cwd)
  writeFileSync(join(cwd, 'README.md'), readme)
  const env = { ...registry.environment(join(scratch, 'home-of-gone')), npm_config_registry: other.url }
  const { code, output } = await execute(process.execPath, [command, ...args], { cwd, env })
  expect([code, output]).toStrictEqual([
    0,
    expect.stringContaining('It is not known whether there is a package old-pot'),
  ])
})
