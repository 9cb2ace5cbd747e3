import type { Call, ExitCode } from '@frontdoor/kit/cli/command'
import { UserError } from '@frontdoor/kit/io'
import { isRst } from '@frontdoor/kit/readme/readmes'
import { staleFacts } from '../shown/stale.ts'
import { truthOf } from '../shown/truth.ts'
import { truthJson, truthMarkdown, truthText } from '../shown/truth-report.ts'
import { comparedOn, hostNames } from './compared-hosts.ts'
import type { hostFlags } from './flags.ts'
import { openOneReadme } from './one-readme.ts'
import { newLintSession } from './session.ts'

type HostsCall = Call<typeof hostFlags>

/** `readme-lint hosts [readme]`. */
export async function showHosts(call: HostsCall): Promise<ExitCode> {
  const { flags, io, look } = call
  const names = hostNames(flags)
  const session = newLintSession(io, { config: flags.config, hosts: names })
  const subject = await openOneReadme(call, session)
  if (isRst(subject.path))
    throw new UserError(`${subject.shown}: this README is reStructuredText, and hosts are compared for Markdown only`)
  const project = await session.projectOf(subject.home)
  const { hosts: configured } = await session.settingsOf(subject.home)
  const showings = comparedOn(subject, project, { names, configured })
  const document = await session.read(subject.text, subject.shown)
  const rows = truthOf({ document, project, path: subject.path }, showings)
  const truth = { path: subject.shown, showings, rows }
  const write = { json: truthJson, markdown: truthMarkdown, text: truthText }[flags.format ?? 'text']
  io.stdout.write(write(truth, look))
  const shown = showings.map(({ host }) => host)
  if (flags.verbose) for (const line of staleFacts(shown, io.now())) io.stderr.write(`readme-lint: ${line}\n`)
  return 0
}
