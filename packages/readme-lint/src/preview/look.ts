import type { Io } from '@frontdoor/kit/io'
import { isRst, type Readme } from '@frontdoor/kit/readmes'
import type { RuleFinding } from '@frontdoor/kit/report'
import { readRst } from '@frontdoor/kit/rst'
import type { Subject, TextOf } from '@frontdoor/kit/subjects'
import { newLintSession } from '../command/session.ts'
import { openShown } from '../command/shown-readme.ts'
import { examine } from '../examine.ts'
import type { Showing } from '../hosts.ts'
import type { Placed } from '../shown/relative.ts'
import { type TruthRow, truthOf } from '../shown/truth.ts'

/** What to look at, again and again. */
export interface Target {
  readonly io: Io
  readonly readme: Readme
  /** Names of hosts; none means where the README is shown, and GitHub. */
  readonly names: readonly string[]
  readonly config: string | undefined
  /** Absent where the text is that of the file. */
  readonly textOf?: TextOf
}

/** All that is known of a README at one moment. */
export interface Look {
  readonly subject: Subject
  readonly placed: Placed
  readonly showings: readonly Showing[]
  readonly findings: readonly RuleFinding[]
  readonly rows: readonly TruthRow[]
}

/**
 * Looks at a README as it is now. The project is read anew each time, since its manifests may have changed, too.
 *
 * @throws {UserError} where it cannot be read
 */
export async function lookAt({ io, names, config, ...wanted }: Target): Promise<Look> {
  const session = newLintSession(io, { config, hosts: names })
  const { subject, project, settings, showings } = await openShown(
    { ...wanted, paths: [], names, rst: true },
    io,
    session,
  )
  const isMarkdown = !isRst(subject.path)
  const document = await (isMarkdown ? session.read : readRst)(subject.text, subject.shown)
  const examination = { project, settings, read: async () => document, fixes: 'none' } as const
  const { report } = await examine(subject, examination)
  const placed = { document, project, path: subject.path }
  return { subject, placed, showings, findings: report.findings, rows: isMarkdown ? truthOf(placed, showings) : [] }
}
