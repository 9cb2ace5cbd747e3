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
      io.stderr.write(`readme-lint: ${line}\n`)
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

/** Those that the flags name, in their order; else where the README is shown, with GitHub to compare with. */
async function wantedShowings({ project, path }: Subject, { flags, io }: HostsCall): Promise<Showing[]> {
  if (flags.host.length > 0 && !flags.all) {
    const names = new Set(flags.host.map((name) => findHost(name).name))
    return [...names].flatMap((name) => showingsOf(project, path, [name]))
  }
  const settings = await loadSettings(io, { project, explicit: flags.config, only: [], hosts: [] })
  const all = hosts.map(({ name }) => name)
  const showings = showingsOf(project, path, flags.all ? all : settings.hosts)
  const others = showings.filter(({ host }) => host.name !== 'github')
  return [...showingsOf(project, path, ['github']), ...others]
}
