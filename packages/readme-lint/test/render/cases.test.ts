import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Project } from '@frontdoor/kit/project'
import { loadProject } from '@frontdoor/kit/project/load'
import { loadReader } from '@frontdoor/kit/readme/parser'
import { isRst } from '@frontdoor/kit/readme/readmes'
import { readRst } from '@frontdoor/kit/readme/rst'
import { type FileTable, project } from '@frontdoor/kit/testing'
import { describe, expect, test } from 'vitest'
import { hosts } from '../../src/hosts.generated.ts'
import { findHost } from '../../src/hosts.ts'
import { renderHtml } from '../../src/render/html.ts'
import type { CaseGroup, Setting } from './cases.ts'

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.cases.ts'))
const groups = (await Promise.all(files.map(groupsIn))).flat()

async function groupsIn(name: string): Promise<readonly CaseGroup[]> {
  const { groups: found } = await import(pathToFileURL(join(import.meta.dirname, name)).href)
  return found
}

test('every host has cases', () => {
  expect(hosts.map(({ name }) => name).filter((name) => !groups.some(({ host }) => host === name))).toEqual([])
})

describe.each(groups)('$host, from $source', ({ host, cases }) => {
  for (const [name, readme, html, setting] of cases) {
    test(name, async () => {
      expect(flat(await rendered(host, readme, setting))).toBe(flat(html))
    })
  }
})

test('a blank line at the start of code stays', async () => {
  expect(await rendered('github', '```\n\nTea\n```')).toBe('<pre><code>\nTea\n</code></pre>')
})

/** Line endings between blocks do not count, of which renderers make different ones, nor do classes of lists, and how signs are written. */
function flat(html: string): string {
  return html
    .replaceAll(/\n\s*/g, '\n')
    .replaceAll(/(?<=>)\n|\n(?=<)|\n$/g, '')
    .replaceAll(/ class="(?:contains-task-list|task-list-item)"/g, '')
    .replaceAll('&gt;', '>')
    .trim()
}

const repository = 'https://github.com/o/tea'

/** A manifest of each ecosystem that a host looks at. */
const manifests: Readonly<Record<string, (repository: string) => FileTable>> = {
  npm: (url) => ({ 'package.json': { name: 'tea', version: '1.0.0', repository: url } }),
  vscode: (url) => ({ 'package.json': { name: 'tea', version: '1.0.0', engines: { vscode: '*' }, repository: url } }),
  crates: (url) => ({
    'Cargo.toml': `[package]\nname = "tea"\nversion = "1.0.0"\n${url && `repository = "${url}"\n`}`,
  }),
}

async function rendered(name: string, readme: string, { path = 'README.md', homeless }: Setting = {}): Promise<string> {
  const host = findHost(name)
  const found = await projects(host.ecosystem ?? '', homeless === true)
  const read = isRst(path) ? readRst : await loadReader('auto')
  const manifest = found.manifests.find(({ ecosystem }) => ecosystem === host.ecosystem)
  const placed = { document: await read(readme, path), project: found, path }
  return renderHtml(placed, manifest ? { host, manifest } : { host })
}

const loaded = new Map<string, Promise<Project>>()

/** The facts of a project are read once, so its folder need not outlive the first test. */
function projects(ecosystem: string, homeless: boolean): Promise<Project> {
  const key = `${ecosystem} ${homeless}`
  const found = loaded.get(key) ?? load(ecosystem, homeless)
  loaded.set(key, found)
  return found
}

async function load(ecosystem: string, homeless: boolean): Promise<Project> {
  const table = manifests[ecosystem]?.(homeless ? '' : repository) ?? {}
  const { path } = await project(table, homeless ? {} : { git: { remote: repository } })
  return loadProject({ env: { PATH: process.env.PATH } }, path)
}
