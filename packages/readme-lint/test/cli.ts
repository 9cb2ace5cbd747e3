import { run } from '@frontdoor/kit/cli'
import { type MemoryIoSettings, memoryIo, type TestProject } from '@frontdoor/kit/testing'
import { program } from '../src/program.ts'

/** What the command did. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A README with one error that can be fixed, and one that cannot. */
export const faulty: string =
  '# Tea\n\nBrews tea on time. See [black](black) and [green](#green).\n\n## Black\n\nFour minutes.\n'

/** A README about which there is nothing to say. */
export const clean: string = '# Tea\n\nBrews tea on time. Ask in the [issues](https://example.com/issues).\n'

/** Runs the command in a folder. */
export async function lint(
  folder: TestProject,
  argv: readonly string[],
  settings: MemoryIoSettings = {},
): Promise<Ran> {
  const io = memoryIo({ cwd: folder.path, env: { PATH: process.env.PATH }, ...settings })
  const code = await run(program, argv, io)
  return { code, out: io.stdout.text, err: io.stderr.text }
}

/** Paths and rules of what the command finds. */
export async function found(
  folder: TestProject,
  argv: readonly string[],
  settings?: MemoryIoSettings,
): Promise<string[]> {
  const { out, err } = await lint(folder, [...argv, '--format', 'json'], settings)
  if (err !== '') throw new Error(err)
  const files: { path: string; findings: { rule: string }[] }[] = JSON.parse(out).files
  return files.map(({ path, findings }) => [path, ...findings.map(({ rule }) => rule)].join(' '))
}
