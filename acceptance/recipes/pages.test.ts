import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { environmentFor } from '../registry.ts'
import { scratchRepository } from '../scratch.ts'
import { stepsOf } from './page.ts'

// Whatever a page tells to do is done, from top to bottom, with the tools of the working tree.

const docs = join(import.meta.dirname, '..', '..', 'docs')
/** Those for hooks are run in `acceptance/hooks/`, which then tries the hooks. */
const elsewhere = new Set(['pre-commit.md', 'lefthook.md', 'husky.md', 'git-hooks.md'])
const pages = [...pagesIn('coming-from'), ...pagesIn('recipes').filter((page) => !elsewhere.has(basename(page)))]

/** Files that a project has which a page is for, by the page. */
const given: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'coming-from/changesets.md': {
    'package.json': '{ "name": "tea", "private": true, "workspaces": ["packages/*"] }',
    'packages/cup/package.json': '{ "name": "@tea/cup", "version": "1.0.0" }',
    'packages/pot/package.json': '{ "name": "@tea/pot", "version": "1.0.0" }',
  },
}

function pagesIn(folder: string): string[] {
  const names = readdirSync(join(docs, folder)).filter((name) => name.endsWith('.md') && name !== 'README.md')
  return names.map((name) => `${folder}/${name}`)
}

it.each(pages)('docs/%s tells to do something', (page) => {
  expect(stepsOf(join(docs, page))).not.toEqual([])
})

it.each(pages)('docs/%s can be followed', async (page) => {
  const cup = await scratchRepository()
  const env = environmentFor(inject('released'), join(cup.folder, 'home'))
  Object.assign(cup.env, env, { GIT_CONFIG_GLOBAL: cup.env.GIT_CONFIG_GLOBAL, npm_config_yes: 'true' })
  for (const [path, text] of Object.entries(given[page] ?? {})) cup.write(path, text)
  for (const step of stepsOf(join(docs, page))) {
    if (step.does === 'write') {
      cup.write(step.path, step.text)
      continue
    }
    const { code, output } = await cup.run('sh', ['-e', '-c', step.script])
    expect({ line: step.line, code, output }).toEqual({ line: step.line, code: step.exit, output })
  }
  cup.remove()
})
