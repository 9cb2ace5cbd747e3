import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A program to time. */
export interface Timed {
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
  /** Absolute path of the folder it runs in. */
  readonly cwd: string
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>
}

/** What a program took. */
export interface Usage {
  /** Wall-clock milliseconds. */
  readonly wall: number
  /** Milliseconds of all its threads, and its largest size in MiB; only of programs that Node runs, and 0 where nobody asked. */
  readonly cpu: number
  readonly memory: number
}

/**
 * Runs the commands in turn (A B C A B C …), so that a busy moment of the machine meets them all alike.
 *
 * @returns wall-clock milliseconds of each, a row for a command and a column for a round; two first rounds warm up
 * @throws {Error} when a command ends otherwise than with 0 or 1 (findings)
 */
export function timeInTurn(commands: readonly Timed[], rounds: number): readonly (readonly number[])[] {
  return inTurn(commands, { rounds, warmUps: 2 }, (command) => run(command, env))
}

/** Like `timeInTurn`, for commands that take long: one round warms up, and memory and CPU are measured, too. */
export function measureInTurn(commands: readonly Timed[], rounds: number): readonly (readonly Usage[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'frontdoor-usage-'))
  try {
    return inTurn(commands, { rounds, warmUps: 1 }, (command) => measure(command, join(folder, 'usage.json')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function inTurn<Result>(
  commands: readonly Timed[],
  { rounds, warmUps }: { rounds: number; warmUps: number },
  measureOne: (command: Timed) => Result,
): Result[][] {
  const results = commands.map((): Result[] => [])
  for (let round = -warmUps; round < rounds; round++) {
    for (const [index, command] of commands.entries()) {
      const result = measureOne(command)
      if (round >= 0) results[index]?.push(result)
    }
  }
  return results
}

// These change how Node starts; NODE_EXTRA_CA_CERTS alone triples the start of Node 20.
const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, NODE_PATH, NODE_COMPILE_CACHE, ...env } = process.env

function measure(command: Timed, file: string): Usage {
  const hook = join(import.meta.dirname, 'usage.cjs')
  rmSync(file, { force: true })
  const isNode = /node(?:\.exe)?$/.test(command.program)
  const args = isNode ? ['--require', hook, ...command.args] : command.args
  const wall = run({ ...command, args }, { ...env, BENCH_USAGE: file })
  if (!isNode) return { wall, cpu: 0, memory: 0 }
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(file, 'utf8')) as NodeJS.ResourceUsage
  return { wall, cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }
}

function run({ name, program, args, cwd, env: own }: Timed, environment: NodeJS.ProcessEnv): number {
  const start = performance.now()
  const { status, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...environment, ...own },
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 28,
  })
  const milliseconds = performance.now() - start
  if (status === 0 || status === 1) return milliseconds
  throw new Error(`${name} failed: ${error?.message ?? stderr.toString()}`)
}
