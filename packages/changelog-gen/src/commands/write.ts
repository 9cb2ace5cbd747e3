import type { Call, ExitCode, Program } from '@frontdoor/kit/command'
import { presentDiff, unifiedDiff } from '@frontdoor/kit/diff'
import { UserError } from '@frontdoor/kit/io'
import { present } from '@frontdoor/kit/present'
import type { FileReport, RuleFinding } from '@frontdoor/kit/report'
import { printable } from '@frontdoor/kit/terminal'
import { writeText } from '@frontdoor/kit/write'
import { applyEdits, type Edit } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import type { writeFlags } from './flags.ts'
import type { Opened } from './open.ts'
import { toolOf } from './tool.ts'

/** What a command would make of a changelog. */
export interface Plan {
  readonly text: string
  readonly conflicts: readonly Finding[]
  /** The edits as one finding, where they are to the text as it was. */
  readonly edits?: readonly Edit[]
  /** What was done, for a person. */
  readonly done: string
}

export type WriteCall = Call<typeof writeFlags>

/** Writes a plan, or shows it with `--check` and `--diff`, and reports conflicts. */
export async function carryOut(
  program: Program,
  call: WriteCall,
  { opened, plan }: { readonly opened: Opened; readonly plan: Plan },
): Promise<ExitCode> {
  const { flags, io, look } = call
  if (flags.check && flags.diff)
    throw new UserError('--check says whether something would change, --diff what: give one of them')
  const { file, path } = opened
  const isStale = plan.text !== file.text
  const conflicts = plan.conflicts.map(
    (finding): RuleFinding => ({ ...finding, rule: 'changelog/conflict', severity: 'error' }),
  )
  if (flags.diff) {
    const before = file.attributes ? file.text : undefined
    io.stdout.write(presentDiff(await unifiedDiff(path, before, plan.text), io.stdout, look.color))
    return isStale || conflicts.length > 0 ? 1 : 0
  }
  const findings = flags.check && isStale ? [outdated(opened, plan), ...conflicts] : conflicts
  if (!flags.check && isStale) await write(program, call, { opened, plan })
  if (findings.length > 0 || flags.check || flags.format !== undefined)
    await report(program, call, { opened, findings })
  return findings.length > 0 ? 1 : 0
}

async function write(
  { name }: Program,
  { io, flags }: WriteCall,
  { opened, plan }: { readonly opened: Opened; readonly plan: Plan },
): Promise<void> {
  const { warning } = await writeText(opened.file, plan.text)
  if (warning !== undefined) io.stderr.write(`${name}: ${printable(warning)}\n`)
  // A report on standard output is all that is to be there.
  const target = flags.format === undefined ? io.stdout : io.stderr
  target.write(`${printable(`${opened.path}: ${plan.done}`)}\n`)
}

function outdated({ changelog, file }: Opened, { edits }: Plan): RuleFinding {
  const { heading } = changelog.unreleased ?? changelog.releases[0] ?? {}
  const at = heading ? { start: heading.start, end: heading.end } : { start: 0, end: 0 }
  const message = file.attributes
    ? 'The changelog does not list all that is in the history; run changelog-gen'
    : 'There is no changelog yet; run changelog-gen'
  return { at, rule: 'changelog/outdated', severity: 'error', message, ...(edits && { fix: { safe: true, edits } }) }
}

async function report(
  program: Program,
  call: WriteCall,
  { opened, findings }: { readonly opened: Opened; readonly findings: readonly RuleFinding[] },
): Promise<void> {
  const { flags, io, look } = call
  const file: FileReport = {
    path: opened.path,
    source: opened.file.text,
    findings: findings.toSorted((a, b) => a.at.start - b.at.start),
  }
  await present([file], {
    tool: toolOf(program, 'changelog-gen'),
    io,
    look,
    root: opened.project.root,
    format: flags.format,
  })
}

/** The text after some edits. */
export function edited(source: string, edits: readonly Edit[]): string {
  return edits.length === 0 ? source : applyEdits(source, edits)
}
