import type { Program } from '../../packages/kit/src/cli/command.ts'
import { run } from '../../packages/kit/src/cli.ts'

/** Where a command runs, its standard input, and the time that it takes for now; 1970 where absent. */
export interface Setting {
  readonly cwd: string
  readonly input?: string
  readonly now?: Date
}

/** Commands and what they print, as on a terminal. */
export async function session(program: Program, cwd: string, calls: readonly (readonly string[])[]): Promise<string> {
  const parts: string[] = []
  for (const args of calls)
    parts.push(`$ ${['npx', program.name, ...args].join(' ')}\n${(await printed(program, { cwd }, args)).trimEnd()}`)
  return `\`\`\`text\n${parts.join('\n\n')}\n\`\`\``
}

/**
 * What a command prints, on either stream.
 *
 * @throws where it could not do its job
 */
export async function printed(
  program: Program,
  { cwd, input = '', now = new Date(0) }: Setting,
  args: readonly string[],
): Promise<string> {
  const written: string[] = []
  const output = { write: (text: string) => void written.push(text), isTTY: false }
  const code = await run(program, args, {
    cwd,
    env: { PATH: process.env.PATH },
    stdout: output,
    stderr: output,
    stdin: async () => Buffer.from(input),
    now: () => now,
  })
  if (code === 2) throw new Error(`${program.name} could not do its job in ${cwd}:\n${written.join('')}`)
  return written.join('')
}
