import { statSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../process.ts'

/** The part of the JSON report that is read here; docs/architecture.md has the whole shape. */
interface Report {
  readonly files: readonly FileFindings[]
}

export interface FileFindings {
  /** Relative to the project's folder. */
  readonly path: string
  readonly findings: readonly {
    readonly rule: string
    readonly fix?: { readonly safe: boolean; readonly edits: readonly SafeEdit[] }
  }[]
}

/** Offsets count UTF-16 units of the file's text, a byte order mark included. */
export interface SafeEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What came of linting one project. */
export interface LintedProject {
  readonly name: string
  readonly files: readonly FileFindings[]
  readonly seconds: number
  /** Why the tool could not do its job, in its own words (exit 2). */
  readonly refused?: string
  /** What it said when it broke: any other exit code, an internal error, a stack trace, or a report that is none. */
  readonly crashed?: string
}

/** Lints the project in `folder` with the built tool `command`, and reads its JSON report. */
export async function lintProject(command: string, name: string, folder: string): Promise<LintedProject> {
  const start = performance.now()
  const { code, output, errors } = await run(process.execPath, [command, '--format', 'json'], folder)
  const project = { name, files: [], seconds: (performance.now() - start) / 1000 }
  if (isBroken(code, errors)) return { ...project, crashed: errors || output }
  if (code === 2) return { ...project, refused: errors.trim() }
  try {
    const { files } = JSON.parse(output) as Report
    // A corpus has the names of all files, but the contents of few: an empty README stands for one that is not there.
    return { ...project, files: files.filter(({ path }) => statSync(join(folder, path)).size > 0) }
  } catch {
    return { ...project, crashed: `Not a JSON report: ${output.slice(0, 200)}` }
  }
}

/** True when a tool ended otherwise than with 0, 1 or 2, owned up to a bug of its own, or showed a stack trace. */
export function isBroken(code: number, errors: string): boolean {
  return code > 2 || /\binternal error:/.test(errors) || /^\s+at .+:\d+:\d+\)?$/m.test(errors)
}
