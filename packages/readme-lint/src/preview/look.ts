import { type Io, UserError } from '@frontdoor/kit/io'
import { isRst, otherFormat, type Readme } from '@frontdoor/kit/readme/readmes'
import { readRst } from '@frontdoor/kit/readme/rst'
import { openSubject, type Subject } from '@frontdoor/kit/readme/subjects'
import type { RuleFinding } from '@frontdoor/kit/report'
import { comparedOn } from '../command/compared-hosts.ts'
import { newLintSession } from '../command/session.ts'
import { examine } from '../examine.ts'
import type { Showing } from '../hosts.ts'
import type { Placed } from '../shown/relative.ts'
import { type TruthRow, truthOf } from '../shown/truth.ts'

/** What to look at, again and again. Plain data: a thread takes it to another one. */
export interface Target {
  readonly io: Pick<Io, 'cwd' | 'env'>
  readonly readme: Readme
  /** Names of hosts; none means where the README is shown, and GitHub. */
  readonly names: readonly string[]
  readonly config: string | undefined
  /** Absent where the text is that of the file. */
  readonly text?: string
}

/** All that is known of a README at one moment. */
export interface Look {
  readonly subject: Subject
  readonly placed: Placed
  /** Offset in the README behind which it is not looked at. */
  readonly end: number
  readonly showings: readonly Showing[]
  readonly findings: readonly RuleFinding[]
  /** How many more findings there are: nobody reads so many. */
  readonly unseen: number
  readonly rows: readonly TruthRow[]
}

const mostFindings = 300

/** In characters, as much as GitHub shows of a README. To look at more would keep whoever waits waiting. */
const most = 512_000

/**
 * Looks at a README as it is now. The project is read anew each time, since its manifests may have changed, too.
 *
 * @throws {UserError} where it cannot be read
 */
export async function lookAt({ io, readme, names, config, text }: Target): Promise<Look> {
  const session = newLintSession(io, { config, hosts: names })
  const home = await session.homeOf(readme.folder)
  const subject = await openSubject(io, readme, { home, textOf: text === undefined ? undefined : async () => text })
  refuse(subject)
  const project = await session.projectOf(home)
  const settings = await session.settingsOf(home)
  const showings = comparedOn(subject, project, { names, configured: settings.hosts })
  const isMarkdown = !isRst(subject.path)
  const end = isMarkdown ? Math.min(subject.text.length, most) : subject.text.length
  const read = (source: string) =>
    isMarkdown ? session.read(source, subject.shown, { upTo: end }) : readRst(source, subject.shown)
  const document = await read(subject.text)
  const again = async (source: string) => (source === subject.text ? document : read(source))
  const examination = { project, settings, read: again, fixes: 'none' } as const
  const { report } = await examine(subject, examination)
  const placed = { document, project, path: subject.path }
  const findings = report.findings.slice(0, mostFindings)
  return {
    subject,
    placed,
    end,
    showings,
    findings,
    unseen: report.findings.length - findings.length,
    rows: isMarkdown ? truthOf(placed, showings) : [],
  }
}

function refuse({ path, shown }: Subject): void {
  const format = otherFormat(path)
  if (format) throw new UserError(`${shown}: this README is ${format}; Markdown and reStructuredText can be read`)
}
