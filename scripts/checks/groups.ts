import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from '../process.ts'

/** Tests of a folder, and all that they can depend on. */
export interface Group {
  /** Relative to the repository: `packages/kit`. */
  readonly folder: string
  /** Files and folders, relative to the repository. */
  readonly inputs: readonly string[]
}

const everywhere = ['package.json', 'pnpm-lock.yaml', 'vitest.config.ts', 'tsconfig.base.json', 'tsconfig.json']
const core = [...everywhere, 'packages/markdown']
const kit = [...core, 'packages/kit']
const tool = [...kit, 'scripts/build', 'scripts/build.ts', 'scripts/workspace.ts']

/** Every test belongs to one of these. Those of `scripts` look at the repository itself. */
export const groups: readonly Group[] = [
  { folder: 'packages/markdown', inputs: core },
  { folder: 'packages/kit', inputs: kit },
  { folder: 'packages/readme-lint', inputs: [...tool, 'packages/readme-lint'] },
  { folder: 'packages/changelog-gen', inputs: [...tool, 'packages/changelog-gen'] },
  { folder: 'packages/badge-sync', inputs: [...tool, 'packages/badge-sync'] },
  { folder: 'packages/actions', inputs: [...tool, 'packages', 'actions'] },
  { folder: 'scripts', inputs: ['.'] },
]

/** What is remembered of a group whose tests have all passed. */
export interface Passed {
  /** Names the inputs as they were. */
  readonly key: string
  readonly tests: number
}

/** What is remembered, by the folders of groups. */
export type Memory = Readonly<Record<string, Passed>>

/** A name for the contents of all inputs and for Node; undefined outside of git, where nobody says which files are the project's. */
export async function keyOf({ inputs }: Group, root: string): Promise<string | undefined> {
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...inputs]
  const { code, output } = await run('git', listing, root)
  if (code !== 0) return undefined
  const hash = createHash('sha256').update(process.version)
  for (const path of [...new Set(output.split('\0'))].filter(Boolean).sort()) {
    const file = join(root, path)
    hash.update(`\0${path}\0`).update(existsSync(file) ? readFileSync(file) : 'gone')
  }
  return hash.digest('hex')
}

/** Reads what is remembered; nothing where the file is not there, or is none. */
export function recall(file: string): Memory {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Memory
  } catch {
    return {}
  }
}

export function remember(file: string, memory: Memory): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(memory, undefined, 2)}\n`)
}
