import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Registry, startRegistryWithTools } from '../registry.ts'
import { scratchRepository } from '../scratch.ts'
import { stepsOf } from './page.ts'

// Whatever a page for whoever comes from another tool tells to do is done, from top to bottom, with the tools of the working tree.

const folder = join(import.meta.dirname, '..', '..', 'docs', 'coming-from')
const pages = readdirSync(folder).filter((name) => stepsOf(join(folder, name)).length > 0)
let registry: Registry

beforeAll(async () => {
  registry = await startRegistryWithTools()
})
afterAll(() => registry?.stop())

it('are there for every tool that people come from', () => {
  expect(pages.length).toBe(readdirSync(folder).length - 1)
})

it.each(pages)('docs/coming-from/%s can be followed', async (name) => {
  const cup = await scratchRepository()
  const env = registry.environment(join(cup.folder, 'home'))
  Object.assign(cup.env, env, { GIT_CONFIG_GLOBAL: cup.env.GIT_CONFIG_GLOBAL, npm_config_yes: 'true' })
  for (const step of stepsOf(join(folder, name))) {
    if (step.does === 'write') {
      cup.write(step.path, step.text)
      continue
    }
    const { code, output } = await cup.run('sh', ['-e', '-c', step.script])
    expect({ line: step.line, code, output }).toEqual({ line: step.line, code: step.exit, output })
  }
  cup.remove()
})
