import { run } from '@frontdoor/kit/cli'
import { type FileTable, type MemoryIoSettings, memoryIo, project, type TestProject } from '@frontdoor/kit/testing'
import { program } from '../src/program.ts'

/** The environment of a test: git, and nobody's settings. */
export const testEnv: Readonly<Record<string, string | undefined>> = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
}

/** What a command printed and how it ended. */
export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs changelog-gen in a repository. */
export async function changelogGen(
  made: Pick<TestProject, 'path'>,
  argv: readonly string[],
  settings: MemoryIoSettings = {},
): Promise<Ran> {
  const io = memoryIo({ cwd: made.path, env: testEnv, ...settings })
  const code = await run(program, argv, io)
  return { code, stdout: io.stdout.text, stderr: io.stderr.text }
}

/** What `init` makes of the settings of another tool, and what it says of them, line by line. */
export async function initialised(files: FileTable): Promise<{ stdout: string; notes: string[] }> {
  const made = await project(files, { git: {} })
  const { stdout, stderr } = await changelogGen(made, ['init', '--dry-run'])
  return {
    stdout,
    notes: stderr
      .replaceAll(/changelog-gen: \S+: /g, '')
      .split('\n')
      .filter(Boolean),
  }
}

/** The lines of `explain --all --format json`, oldest first, without hashes. */
export async function verdicts(
  made: Pick<TestProject, 'path'>,
  argv: readonly string[] = [],
  settings: MemoryIoSettings = {},
): Promise<Line[]> {
  const ran = await changelogGen(made, ['explain', '--all', '--strict', '--format', 'json', ...argv], settings)
  if (ran.code !== 0) throw new Error(ran.stderr)
  return ran.stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .reverse()
}

export interface Line {
  readonly sha?: string
  readonly fragment?: string
  readonly release: string | null
  readonly package?: string
  readonly type: string | null
  readonly scope: string | null
  readonly breaking: boolean
  readonly verdict: 'listed' | 'omitted'
  readonly section?: string
  readonly category?: string
  readonly reason?: string
  readonly partner?: string
}

/** What became of each commit, as a word: the category, or the reason. */
export function outcomes(lines: readonly Line[]): string[] {
  return lines.map(({ category, reason }) => category ?? reason ?? 'nothing')
}
