import type { StructuredPatch } from 'diff'
import type { Output } from '../io.ts'
import { printable } from '../terminal.ts'

// Lines that a diff may remove and add before it is given up for "all old lines, then all new lines". The search takes time
// with the square of it, and nobody reads so long a diff.
const mostEdits = 4000

/**
 * A patch that `git apply` and `patch -p1` take, with the ends of lines as they are; empty where the texts are the same.
 *
 * @param path relative to the folder that the patch is applied in, with forward slashes
 * @param before undefined for a file that is not there yet
 * @param after undefined for a file that goes
 */
export async function unifiedDiff(
  path: string,
  before: string | undefined,
  after: string | undefined,
): Promise<string> {
  if (before === after) return ''
  const { formatPatch, structuredPatch } = await import('diff')
  const nothing = '/dev/null'
  const names = [before === undefined ? nothing : `a/${path}`, after === undefined ? nothing : `b/${path}`] as const
  const options = { context: 3, maxEditLength: mostEdits }
  const patch = structuredPatch(...names, before ?? '', after ?? '', undefined, undefined, options)
  const full = patch ?? replacement(names, before ?? '', after ?? '')
  const text = formatPatch({ ...full, isGit: true, isCreate: before === undefined, isDelete: after === undefined })
  // After a name with a space, `patch` looks for the tab that git writes there. The first such lines are the headers.
  return path.includes(' ') ? text.replace(/^--- a\/.*$/m, '$&\t').replace(/^\+\+\+ b\/.*$/m, '$&\t') : text
}

/**
 * A diff as it is shown: on a terminal, control characters cannot do anything; a pipe gets the patch as it is.
 *
 * @param color the reader wants colours
 */
export function presentDiff(diff: string, output: Pick<Output, 'isTTY'>, color: boolean): string {
  if (!output.isTTY && !color) return diff
  const lines = diff.split('\n').map((line) => (output.isTTY ? presentLine(line) : line))
  return (color ? lines.map(colorLine) : lines).join('\n')
}

function replacement(names: readonly [string, string], before: string, after: string): StructuredPatch {
  const [oldLines, newLines] = [linesOf(before), linesOf(after)]
  const lines = [...oldLines.map((line) => `-${line}`), ...newLines.map((line) => `+${line}`)]
  const hunk = {
    oldStart: 1,
    oldLines: oldLines.length,
    newStart: 1,
    newLines: newLines.length,
    lines: lines.flatMap(endLine),
  }
  return { oldFileName: names[0], newFileName: names[1], oldHeader: undefined, newHeader: undefined, hunks: [hunk] }
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function endLine(line: string): string[] {
  return line.endsWith('\n') ? [line.slice(0, -1)] : [line, '\\ No newline at end of file']
}

// In a file with CRLF, every line ends in a carriage return; it is shown where it may be the change itself.
function presentLine(line: string): string {
  if (line.startsWith(' ') && line.endsWith('\r')) return visible(line.slice(0, -1))
  return visible(line)
}

/** Made safe, but for the tabs, which are part of what is shown. */
function visible(line: string): string {
  return line.split('\t').map(printable).join('\t')
}

const styles = new Map([
  ['+', '32'],
  ['-', '31'],
  ['@', '36'],
])

function colorLine(line: string): string {
  const style = isHeader(line) ? '1' : styles.get(line.charAt(0))
  return style ? `\x1b[${style}m${line}\x1b[0m` : line
}

function isHeader(line: string): boolean {
  return /^(diff --git|new file mode|---|\+\+\+) /.test(line)
}
