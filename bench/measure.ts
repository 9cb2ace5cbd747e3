import { spawnSync } from 'node:child_process'

/** A program to time. */
export interface Timed {
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
  /** Absolute path of the folder it runs in. */
  readonly cwd: string
}

/**
 * Runs the commands in turn (A B C A B C …), so that a busy moment of the machine meets them all alike.
 *
 * @returns wall-clock milliseconds of each, a row for a command and a column for a round; two first rounds warm up
 * @throws {Error} when a command ends otherwise than with 0 or 1 (findings)
 */
export function timeInTurn(commands: readonly Timed[], rounds: number): readonly (readonly number[])[] {
  const times = commands.map((): number[] => [])
  for (let round = -2; round < rounds; round++) {
    for (const [index, command] of commands.entries()) {
      const milliseconds = timeOne(command)
      if (round >= 0) times[index]?.push(milliseconds)
    }
  }
  return times
}

// These change how Node starts; NODE_EXTRA_CA_CERTS alone triples the start of Node 20.
const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, NODE_PATH, NODE_COMPILE_CACHE, ...env } = process.env

function timeOne({ name, program, args, cwd }: Timed): number {
  const start = performance.now()
  const { status, stderr, error } = spawnSync(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] })
  const milliseconds = performance.now() - start
  if (status === 0 || status === 1) return milliseconds
  throw new Error(`${name} failed: ${error?.message ?? stderr.toString()}`)
}
