import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { program as badgeSync } from '../../packages/badge-sync/src/program.ts'
import { program as changelogGen } from '../../packages/changelog-gen/src/program.ts'
import { program as readmeLint } from '../../packages/readme-lint/src/program.ts'
import { inSampleRepository } from '../sample.ts'
import { root } from '../workspace.ts'
import type { GeneratedFile } from './generator.ts'
import { replaceRegion } from './region.ts'
import { printed, session } from './session.ts'

/** README.md is written by hand, but for its examples and tables. */
export const folders: readonly string[] = []

const path = 'README.md'
const places = ['github', 'npm', 'pypi', 'crates', 'nuget'].flatMap((name) => ['--host', name])

/** The examples in README.md: what the tools really say of the sample project, of a short history and of README.md itself. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const regions = await inSampleRepository<[name: string, body: string][]>(async (folder) => [
    ['readme-lint', await session(readmeLint, folder, [['--quiet']])],
    ['hosts', await session(readmeLint, folder, [['hosts', ...places]])],
    ['changelog-gen', await session(changelogGen, folder, [['next'], ['notes', '--unreleased']])],
    ['badge-sync-check', await session(badgeSync, folder, [['--check']])],
    ['peers', peersTable()],
  ])
  const text = regions.reduce((before, [name, body]) => replaceRegion(before, name, body), readText(path))
  // Its lines are those of the text around it.
  const truth = ['hosts', '-', '--stdin-path', path, ...places, '--format', 'markdown']
  return [{ path, text: replaceRegion(text, 'truth', await printed(readmeLint, { cwd: root, input: text }, truth)) }]
}

/** The first table of docs/peers.md, which `npm run peers` makes. */
function peersTable(): string {
  const [, table] = /^## How much is said\n\n((?:\|.*\n)+)/m.exec(readText('docs/peers.md')) ?? []
  if (table === undefined) throw new Error('docs/peers.md has no table of how much is said')
  return table.replaceAll(/^\| (\w[\w-]*)__/gm, '| $1/')
}

function readText(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}
