import type { Project } from '@frontdoor/kit/project'
import { loadProject } from '@frontdoor/kit/project/load'
import { loadReader } from '@frontdoor/kit/readme/parser'
import { project } from '@frontdoor/kit/testing'
import { findHost } from '../../src/hosts.ts'
import { type Mark, renderHtml } from '../../src/render/html.ts'
import type { Placed } from '../../src/shown/relative.ts'

let found: Promise<Project> | undefined

/** A README in a project at `https://github.com/o/tea`, whose facts are read once: its folder need not outlive the first test. */
export async function placed(readme: string): Promise<Placed> {
  const read = await loadReader('auto')
  found ??= load()
  return { document: await read(readme, 'README.md'), project: await found, path: 'README.md' }
}

async function load(): Promise<Project> {
  const { path } = await project({}, { git: { remote: 'https://github.com/o/tea' } })
  return loadProject({ env: { PATH: process.env.PATH } }, path)
}

/** Renders for a host by its name. */
export function renderFor(host: string, readme: Placed, marks?: readonly Mark[]): Promise<string> {
  return renderHtml(readme, { host: findHost(host) }, marks && { marks })
}
