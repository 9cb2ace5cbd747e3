import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../packages/kit/src/cli.ts'
import { program } from '../../packages/readme-lint/src/program.ts'
import { root } from '../workspace.ts'
import type { GeneratedFile } from './generator.ts'
import { replaceRegion } from './region.ts'

/** README.md is written by hand, but for its example. */
export const folders: readonly string[] = []

/** The example in README.md: what readme-lint really says of the sample project. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const path = 'README.md'
  const body = `\`\`\`text\n$ npx readme-lint\n${(await reportOn('examples/sample')).trimEnd()}\n\`\`\``
  return [{ path, text: replaceRegion(readFileSync(join(root, path), 'utf8'), 'example', body) }]
}

async function reportOn(folder: string): Promise<string> {
  const written: string[] = []
  const output = { write: (text: string) => void written.push(text), isTTY: false }
  const code = await run(program, [], {
    cwd: join(root, folder),
    env: {},
    stdout: output,
    stderr: output,
    stdin: async () => new Uint8Array(),
    now: () => new Date(0),
    fetch,
  })
  if (code === 2) throw new Error(`readme-lint could not do its job in ${folder}:\n${written.join('')}`)
  return written.join('')
}
