import { spawn } from 'node:child_process'

/** How a program ended. */
export interface Ended {
  /** Exit code; 128 for a program that a signal ended. */
  readonly code: number
  /** What it wrote to standard output and standard error, as it came. */
  readonly output: string
}

/** Where and with what a program runs. */
export interface Setting {
  readonly cwd: string
  /** Instead of this process's own environment. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Standard input; empty where absent. */
  readonly input?: string
}

/**
 * Runs a program without a shell and waits for its end.
 *
 * @throws where it cannot be started
 */
export function execute(program: string, args: readonly string[], { cwd, env, input = '' }: Setting): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: env ?? withoutNpm(process.env), stdio: 'pipe' })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 128, output: Buffer.concat(chunks).toString('utf8') }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** An environment without what `npm run` sets for its own child. */
export function withoutNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_(?!config_registry$)/i.test(name)))
}
