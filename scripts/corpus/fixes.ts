import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyEdits, overlap } from '../../packages/markdown/src/edit.ts'
import { run } from '../process.ts'
import { type FileFindings, isBroken, type LintedProject, lintProject, type SafeEdit } from './project.ts'

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
    const changed = before.some(({ bytes }, index) => !once[index]?.equals(bytes))
    // From the same bytes the same comes again.
    const second = changed ? await fix() : first
    const twice = read()
    const broken = [first, second].filter(({ code, errors }) => isBroken(code, errors))
    if (broken.length > 0) return broken.map(({ errors }) => `--fix broke: ${errors}`)
    const faults: string[] = []
    for (const [index, { file, bytes }] of before.entries()) {
      const work = { command, folder, file, after: decode(once[index]) }
      if (!(await isAnnounced(decode(bytes), work))) faults.push(`${file.path}: --fix changed more`)
      if (!once[index]?.equals(twice[index] ?? Buffer.of()))
        faults.push(`${file.path}: a second --fix changed it again`)
    }
    return faults
  } finally {
    for (const { file, bytes } of before) writeFileSync(join(folder, file.path), bytes)
  }
}

interface Work {
  readonly command: string
  readonly folder: string
  readonly file: FileFindings
  /** The text after `--fix`. */
  readonly after: string
}

/** One fix may call for another, as a new section for its entry in the table of contents: so many reports are asked. */
const rounds = 3

/** True where what changed was announced by the report on the text, or by one on the text after what the one before announced. */
async function isAnnounced(before: string, { command, folder, file, after }: Work): Promise<boolean> {
  let text = before
  let findings = file.findings
  for (let round = 1; ; round++) {
    const fixes = findings.flatMap(({ fix }) => (fix?.safe ? [fix] : []))
    const edits = fixes.flatMap((fix) => fix.edits)
    if (changedOnlyThere(text, after, edits)) return true
    const next = applyEdits(text, together(fixes))
    if (round === rounds || next === text) return false
    text = next
    writeFileSync(join(folder, file.path), text)
    const linted = await lintProject(command, '', folder)
    findings = linted.files.find(({ path }) => path === file.path)?.findings ?? []
  }
}

/** The edits that can be made together, a fix as a whole or not at all. */
function together(fixes: readonly { readonly edits: readonly SafeEdit[] }[]): SafeEdit[] {
  const chosen: SafeEdit[] = []
  for (const { edits } of fixes) {
    if (!edits.some((edit) => chosen.some((other) => overlap(edit, other)))) chosen.push(...edits)
  }
  return chosen
}

/** Latin-1 keeps bytes apart that UTF-8 would replace; only a text that is all UTF-8 has offsets to compare. */
function decode(bytes: Buffer | undefined): string {
  const text = (bytes ?? Buffer.of()).toString('utf8')
  return text.includes('\uFFFD') ? (bytes ?? Buffer.of()).toString('latin1') : text
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
