// Times `npx` of each tool with an empty cache, beside that of a package that does nothing, as ratios of one run: `npm run bench:npx`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execute } from '../acceptance/execute.ts'
import type { Registry } from '../acceptance/registry.ts'
import { publish, startRegistryWithTools } from '../acceptance/release.ts'
import { goalTable, ratioOf, ratioTable } from '../bench/table.ts'
import { installAcceptance } from './checks/acceptance.ts'

const rounds = 11
/** What each is called with, in a project that each has something to say of. */
const commands = [['nothing'], ['readme-lint'], ['changelog-gen', '--diff'], ['badge-sync', '--check']] as const

const installed = await installAcceptance()
if (installed.code !== 0) throw new Error(installed.output + installed.errors)
const folder = mkdtempSync(join(tmpdir(), 'frontdoor-bench-'))
const registry = await startRegistryWithTools()
try {
  await publishNothing(registry, join(folder, 'nothing'))
  const times = await timeAll(registry, await project(join(folder, 'project')))
  const names = commands.map((command) => `\`npx ${command.join(' ')}\``)
  console.log(
    `An empty cache in each round, ${rounds} rounds in turn; medians, and medians of the ratios of each round.\n`,
  )
  console.log(ratioTable(names, times))
  const [floor = []] = times
  const goals = times.slice(1).map((own, index) => ({
    what: `${names[index + 1]}, to its first finding / ${names[0]}`,
    measured: ratioOf(own, floor),
    goal: 1.5,
  }))
  console.log(`\n${goalTable(goals)}`)
} finally {
  await registry.stop()
  rmSync(folder, { recursive: true })
}

async function publishNothing(to: Registry, nothing: string): Promise<void> {
  mkdirSync(nothing)
  const manifest = { name: 'nothing', version: '1.0.0', bin: './nothing.js', files: ['nothing.js'] }
  writeFileSync(join(nothing, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(nothing, 'nothing.js'), '#!/usr/bin/env node\n')
  await publish(nothing, to)
}

async function project(cwd: string): Promise<string> {
  mkdirSync(cwd)
  writeFileSync(join(cwd, 'package.json'), '{"name":"larder","private":true}\n')
  writeFileSync(join(cwd, 'README.md'), '# Larder\n\n![npm](http://img.shields.io/npm/v/larder)\n\n[a](usage)\n')
  const git = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com']
  for (const args of [
    ['init', '--quiet'],
    ['add', '.'],
    ['commit', '--quiet', '--message', 'feat: open the larder'],
  ])
    await execute('git', [...git, ...args], { cwd })
  return cwd
}

/** Milliseconds, a row for each command and a column for a round. One round before the first warms up the registry. */
async function timeAll({ environment }: Registry, cwd: string): Promise<readonly (readonly number[])[]> {
  const times = commands.map((): number[] => [])
  for (let round = -1; round < rounds; round++) {
    for (const [index, [tool, ...args]] of commands.entries()) {
      const home = join(folder, `home-${round}-${index}`)
      const env = environment(home)
      const start = performance.now()
      const { code, output } = await execute('npx', ['--yes', tool, ...args], { cwd, env })
      const milliseconds = performance.now() - start
      if (code !== (index === 0 ? 0 : 1)) throw new Error(`npx ${tool} ended with ${code}: ${output}`)
      if (round >= 0) times[index]?.push(milliseconds)
      rmSync(home, { recursive: true })
    }
  }
  return times
}
