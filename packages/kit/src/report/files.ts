import { dirname, resolve } from 'node:path'
import { fileError } from '../files.ts'
import { type Io, UserError } from '../io.ts'
import { type Format, formats } from './reporters.ts'

/** A report that is written to a file, beside the one on standard output. */
export interface ReportFile {
  readonly format: Format
  /** As the user gave it: relative to the working directory. */
  readonly path: string
}

/**
 * Reads the values of `--report`, such as `sarif=report.sarif`.
 *
 * @throws {UserError} for what is no such pair
 */
export function readReportFiles(given: readonly string[]): readonly ReportFile[] {
  return given.map((value) => {
    const at = value.indexOf('=')
    const format = formats.find((name) => name === value.slice(0, at))
    const path = value.slice(at + 1)
    if (at > 0 && format && path !== '') return { format, path }
    throw new UserError(`--report ${value}: write it as format=file, with one of ${formats.join(', ')}`)
  })
}

/** Writes a report. Its folder is made, since it is nobody's source. */
export async function writeReportFile({ path }: ReportFile, text: string, { cwd }: Pick<Io, 'cwd'>): Promise<void> {
  const { mkdir, writeFile } = await import('node:fs/promises')
  const file = resolve(cwd, path)
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  } catch (error) {
    throw fileError(error, 'write', path)
  }
}
