import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../workspace.ts'
import type { GeneratedFile } from './generator.ts'
import { replaceRegion } from './region.ts'

/** CONTRIBUTING.md is written by hand, but for its table of tasks. */
export const folders: readonly string[] = []

/** The table of tasks in CONTRIBUTING.md: a row for each script, from the comment in its first line. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const path = 'CONTRIBUTING.md'
  const scripts = readdirSync(join(root, 'scripts'))
    .filter((name) => name.endsWith('.ts'))
    .sort()
  const rows = scripts.flatMap((name) => taskRow(readFileSync(join(root, 'scripts', name), 'utf8')))
  const table = ['| Command | What it does |', '| --- | --- |', ...rows].join('\n')
  return [{ path, text: replaceRegion(readFileSync(join(root, path), 'utf8'), 'tasks', table) }]
}

/** `// Does this: \`npm run that\`.` as a row; nothing for a module that is no task. */
function taskRow(source: string): string[] {
  const [, what, command] = /^\/\/ (.+): (`npm [^`]+`)\.?/.exec(source) ?? []
  return what && command ? [`| ${command} | ${what} |`] : []
}
