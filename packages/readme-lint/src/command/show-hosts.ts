import type { Call, ExitCode } from '@frontdoor/kit/command'
import { UserError } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import { isRst } from '@frontdoor/kit/readmes'
import type { Subject } from '@frontdoor/kit/subjects'
import { hosts } from '../hosts.generated.ts'
import { findHost, type Showing, showingsOf } from '../hosts.ts'
import { staleFacts } from '../shown/stale.ts'
import { truthOf } from '../shown/truth.ts'
import { truthJson, truthMarkdown, truthText } from '../shown/truth-report.ts'
import type { hostFlags } from './flags.ts'
import { openOneReadme } from './one-readme.ts'
import { newLintSession } from './session.ts'

type HostsCall = Call<typeof hostFlags>

/** `readme-lint hosts [readme]`. */
export async function showHosts(call: HostsCall): Promise<ExitCode> {
  const { flags, io, look } = call
  const names = namesOf(flags)
  const session = newLintSession(io, { config: flags.config, hosts: names })
  const subject = await openOneReadme(call, session)
  if (isRst(subject.path))
    throw new UserError(`${subject.shown}: this README is reStructuredText, and hosts are compared for Markdown only`)
  const project = await session.projectOf(subject.home)
  const { hosts: configured } = await session.settingsOf(subject.home)
  const showings = showingsFor(subject, project, { names, configured })
  const document = await session.read(subject.text, subject.shown)
  const rows = truthOf({ document, project, path: subject.path }, showings)
  const truth = { path: subject.shown, showings, rows }
  const write = { json: truthJson, markdown: truthMarkdown, text: truthText }[flags.format ?? 'text']
  io.stdout.write(write(truth, look))
  const shown = showings.map(({ host }) => host)
  if (flags.verbose) for (const line of staleFacts(shown, io.now())) io.stderr.write(`readme-lint: ${line}\n`)
  return 0
}

interface Wanted {
  /** Hosts that the flags name. */
  readonly names: readonly string[]
  /** Hosts that the config names. */
  readonly configured: readonly string[] | undefined
}

/** Those that the flags name, in their order; else where the README is shown, with GitHub to compare with. */
function showingsFor({ path }: Subject, project: Project, { names, configured }: Wanted): Showing[] {
  if (names.length > 0) return names.flatMap((name) => showingsOf(project, path, [name]))
  const others = showingsOf(project, path, configured).filter(({ host }) => host.name !== 'github')
  return [...showingsOf(project, path, ['github']), ...others]
}

/** GitHub first of all of them. */
function namesOf({ all, host }: HostsCall['flags']): string[] {
  const every = hosts.map(({ name }) => name).filter((name) => name !== 'github')
  return all ? ['github', ...every] : [...new Set(host.map((name) => findHost(name).name))]
}
