import type { Call, ExitCode } from '@frontdoor/kit/command'
import { UserError } from '@frontdoor/kit/io'
import { loadReader } from '@frontdoor/kit/parser'
import { loadProject } from '@frontdoor/kit/project'
import type { hostFlags } from './flags.ts'
import { hosts } from './hosts.generated.ts'
import { findHost, type Showing, showingsOf } from './hosts.ts'
import { otherFormat } from './readmes.ts'
import { loadSettings } from './settings.ts'
import { staleFacts } from './stale.ts'
import { findSubjects, type Subject } from './subjects.ts'
import { truthOf } from './truth.ts'
import { truthJson, truthMarkdown, truthText } from './truth-report.ts'

type HostsCall = Call<typeof hostFlags>

/** `readme-lint hosts [readme]`. */
export async function showHosts(call: HostsCall): Promise<ExitCode> {
  const { flags, io, look } = call
  const subject = await theSubject(call)
  const format = otherFormat(subject.path)
  if (format)
    throw new UserError(`${subject.shown}: this README is ${format}, and hosts are compared for Markdown only`)
  const showings = await wantedShowings(subject, call)
  const read = await loadReader('auto')
  const document = await read(subject.text, subject.shown)
  const truth = { path: subject.shown, showings, rows: truthOf({ document, ...subject }, showings) }
  const write = { json: truthJson, markdown: truthMarkdown, text: truthText }[flags.format ?? 'text']
  io.stdout.write(write(truth, look))
  if (flags.verbose)
    for (const line of staleFacts(
      showings.map(({ host }) => host),
      io.now(),
    ))
      io.stderr.write(`${line}\n`)
  return 0
}

async function theSubject({ arguments: [path], io }: HostsCall): Promise<Subject> {
  const search = {
    paths: [path ?? '.'],
    io,
    stdinPath: undefined,
    projectOf: (folder: string) => loadProject(io, folder),
  }
  const [subject] = await findSubjects(search)
  if (!subject) throw new UserError('no README here: name a file or a folder, or create README.md')
  return subject
}

/** Those that the flags name; else where the README is shown, with GitHub to compare with. */
async function wantedShowings({ project, path }: Subject, { flags, io }: HostsCall): Promise<Showing[]> {
  const names = flags.all ? hosts.map(({ name }) => name) : flags.host.map((name) => findHost(name).name)
  if (names.length > 0) return inOrder(showingsOf(project, path, names))
  const settings = await loadSettings(io, { project, explicit: flags.config, only: [], hosts: [] })
  const showings = showingsOf(project, path, settings.hosts)
  const github = showingsOf(project, path, ['github'])
  return inOrder(showings.some(({ host }) => host.name === 'github') ? showings : [...github, ...showings])
}

/** GitHub, other forges, the rest: what the author sees stands first. */
function inOrder(showings: readonly Showing[]): Showing[] {
  const rank = ({ host }: Showing) => (host.name === 'github' ? 0 : host.kind === 'forge' ? 1 : 2)
  return showings.toSorted((a, b) => rank(a) - rank(b))
}
