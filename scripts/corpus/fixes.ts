import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../process.ts'
import { type FileFindings, isBroken, type LintedProject, type SafeEdit } from './project.ts'

/**
 * Proves on a project that `--fix` changes only what the report announced, and that a second time changes nothing.
 * The files are put back. Returns what is wrong, a line each.
 */
export async function faultsOfFixes(
  command: string,
  project: LintedProject,
  folder: string,
): Promise<readonly string[]> {
  if (project.files.length === 0) return []
  const before = project.files.map((file) => ({ file, bytes: readFileSync(join(folder, file.path)) }))
  const fix = () => run(process.execPath, [command, '--fix'], folder)
  const read = () => before.map(({ file }) => readFileSync(join(folder, file.path)))
  try {
    const first = await fix()
    const once = read()
    const second = await fix()
    const twice = read()
    const broken = [first, second].filter(({ code, errors }) => isBroken(code, errors))
    if (broken.length > 0) return broken.map(({ errors }) => `--fix broke: ${errors}`)
    return before.flatMap(({ file, bytes }, index) => [
      ...(changedOnlyThere(decode(bytes), decode(once[index]), safeEdits(file))
        ? []
        : [`${file.path}: --fix changed more`]),
      ...(once[index]?.equals(twice[index] ?? Buffer.of()) ? [] : [`${file.path}: a second --fix changed it again`]),
    ])
  } finally {
    for (const { file, bytes } of before) writeFileSync(join(folder, file.path), bytes)
  }
}

/** Latin-1 keeps bytes apart that UTF-8 would replace; only a text that is all UTF-8 has offsets to compare. */
function decode(bytes: Buffer | undefined): string {
  const text = (bytes ?? Buffer.of()).toString('utf8')
  return text.includes('\uFFFD') ? (bytes ?? Buffer.of()).toString('latin1') : text
}

function safeEdits({ findings }: FileFindings): readonly SafeEdit[] {
  return findings.flatMap(({ fix }) => (fix?.safe ? fix.edits : []))
}

/**
 * True when `after` is `before` with nothing changed outside the edits: every stretch between two of them is still
 * there, in order, from the first character to the last. An edit that was left out, or made differently, is no fault.
 */
export function changedOnlyThere(before: string, after: string, edits: readonly SafeEdit[]): boolean {
  if (edits.length === 0) return after === before
  const kept = stretchesOutside(before, edits)
  let position = 0
  for (const [index, stretch] of kept.entries()) {
    const last = index === kept.length - 1
    const found = last ? after.length - stretch.length : after.indexOf(stretch, position)
    if (found < position || !after.startsWith(stretch, found) || (index === 0 && found !== 0)) return false
    position = found + stretch.length
  }
  return true
}

function stretchesOutside(source: string, edits: readonly SafeEdit[]): readonly string[] {
  const stretches: string[] = []
  let done = 0
  for (const { start, end } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start >= done) stretches.push(source.slice(done, start))
    done = Math.max(done, end)
  }
  return [...stretches, source.slice(done)]
}
