import type { Call, ExitCode } from '@frontdoor/kit/command'
import { staleFacts } from '../shown/stale.ts'
import { truthOf } from '../shown/truth.ts'
import { truthJson, truthMarkdown, truthText } from '../shown/truth-report.ts'
import type { hostFlags } from './flags.ts'
import { newLintSession } from './session.ts'
import { hostNames, openShown } from './shown-readme.ts'

/** `readme-lint hosts [readme]`. */
export async function showHosts({ arguments: paths, flags, io, look }: Call<typeof hostFlags>): Promise<ExitCode> {
  const names = hostNames(flags)
  const session = newLintSession(io, { config: flags.config, hosts: names })
  const { subject, project, showings } = await openShown({ paths, names }, io, session)
  const document = await session.read(subject.text, subject.shown)
  const rows = truthOf({ document, project, path: subject.path }, showings)
  const truth = { path: subject.shown, showings, rows }
  const write = { json: truthJson, markdown: truthMarkdown, text: truthText }[flags.format ?? 'text']
  io.stdout.write(write(truth, look))
  const shown = showings.map(({ host }) => host)
  if (flags.verbose) for (const line of staleFacts(shown, io.now())) io.stderr.write(`readme-lint: ${line}\n`)
  return 0
}
