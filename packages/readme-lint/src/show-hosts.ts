import type { Call, ExitCode } from '@frontdoor/kit/command'
import { findReadmes } from '@frontdoor/kit/find'
import { UserError } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import { otherFormat } from '@frontdoor/kit/readmes'
import { isRst } from '@frontdoor/kit/rst'
import { openSubject, type Subject } from '@frontdoor/kit/subjects'
import type { hostFlags } from './flags.ts'
import { hosts } from './hosts.generated.ts'
import { findHost, type Showing, showingsOf } from './hosts.ts'
import { type LintSession, newLintSession } from './session.ts'
import { staleFacts } from './stale.ts'
import { truthOf } from './truth.ts'
import { truthJson, truthMarkdown, truthText } from './truth-report.ts'

type HostsCall = Call<typeof hostFlags>

/** `readme-lint hosts [readme]`. */
export async function showHosts(call: HostsCall): Promise<ExitCode> {
  const { flags, io, look } = call
  const names = flags.all ? hosts.map(({ name }) => name) : flags.host.map((name) => findHost(name).name)
  const session = newLintSession(io, { config: flags.config, hosts: names })
  const subject = await theSubject(call, session)
  const project = await session.projectOf(subject.home)
  const { hosts: chosen } = await session.settingsOf(subject.home)
  const showings = showingsFor(subject, project, names.length > 0 ? { names } : { chosen })
  const document = await session.read(subject.text, subject.shown)
  const rows = truthOf({ document, project, path: subject.path }, showings)
  const truth = { path: subject.shown, showings, rows }
  const write = { json: truthJson, markdown: truthMarkdown, text: truthText }[flags.format ?? 'text']
  io.stdout.write(write(truth, look))
  const shown = showings.map(({ host }) => host)
  if (flags.verbose) for (const line of staleFacts(shown, io.now())) io.stderr.write(`readme-lint: ${line}\n`)
  return 0
}

async function theSubject({ arguments: paths, io }: HostsCall, session: LintSession): Promise<Subject> {
  const [readme] = await findReadmes(paths, io, session)
  if (!readme) throw new UserError('no README here: name a file or a folder, or create README.md')
  const subject = await openSubject(io, readme, { home: await session.homeOf(readme.folder) })
  const format = isRst(subject.path) ? 'reStructuredText' : otherFormat(subject.path)
  if (format)
    throw new UserError(`${subject.shown}: this README is ${format}, and hosts are compared for Markdown only`)
  return subject
}

/** Those that the flags name; else where the README is shown, with GitHub to compare with. */
function showingsFor(
  { path }: Subject,
  project: Project,
  { names, chosen }: { readonly names?: readonly string[]; readonly chosen?: readonly string[] | undefined },
): Showing[] {
  if (names) return inOrder(showingsOf(project, path, names))
  const showings = showingsOf(project, path, chosen)
  const github = showingsOf(project, path, ['github'])
  return inOrder(showings.some(({ host }) => host.name === 'github') ? showings : [...github, ...showings])
}

/** GitHub, other forges, the rest: what the author sees stands first. */
function inOrder(showings: readonly Showing[]): Showing[] {
  const rank = ({ host }: Showing) => (host.name === 'github' ? 0 : host.kind === 'forge' ? 1 : 2)
  return showings.toSorted((a, b) => rank(a) - rank(b))
}
