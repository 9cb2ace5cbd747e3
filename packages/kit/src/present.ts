import { relative, sep } from 'node:path'
import type { ExitCode } from './command.ts'
import type { Io } from './io.ts'
import type { FileReport, Look, Tool } from './report.ts'
import { type Format, loadReporter } from './reporters.ts'

/** How a tool tells what it found. */
export interface Presentation {
  readonly tool: Tool
  readonly io: Io
  readonly look: Look
  /** Root of the repository, from where a forge finds files. */
  readonly root: string
  readonly format?: Format | undefined
  /** Errors only. */
  readonly quiet?: boolean
}

/** Formats that a forge reads, which finds files from the root of the repository. */
const forgeFormats: ReadonlySet<Format> = new Set(['github', 'gitlab', 'sarif'])

/** Writes a report on standard output. The paths of the files are relative to the working directory. */
export async function present(files: readonly FileReport[], presentation: Presentation): Promise<void> {
  const { tool, io, look, root, quiet = false } = presentation
  const format = presentation.format ?? (io.env.GITHUB_ACTIONS === 'true' ? 'github' : 'text')
  const reporter = await loadReporter(format)
  const prefix = forgeFormats.has(format) ? relative(root, io.cwd).split(sep).join('/') : ''
  const shown = files.map((file) => ({
    ...file,
    path: prefix === '' ? file.path : `${prefix}/${file.path}`,
    findings: quiet ? file.findings.filter(({ severity }) => severity === 'error') : file.findings,
  }))
  io.stdout.write(reporter(shown, tool, look))
}

/** Advice alone does not fail a build. */
export function exitCodeOf(files: readonly FileReport[]): ExitCode {
  return files.some(({ findings }) => findings.some(({ severity }) => severity !== 'info')) ? 1 : 0
}
