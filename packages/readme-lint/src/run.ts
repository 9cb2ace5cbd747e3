import type { Call, ExitCode, Program } from '@frontdoor/kit/command'
import { type Io, UserError } from '@frontdoor/kit/io'
import { once } from '@frontdoor/kit/once'
import { loadReader } from '@frontdoor/kit/parser'
import { loadProject } from '@frontdoor/kit/project'
import { conclude, type Examined, examineEach, exitCodeOf, type Fixes, tell } from '@frontdoor/kit/runner'
import { findSubjects } from '@frontdoor/kit/subjects'
import { examine } from './examine.ts'
import type { flags } from './flags.ts'
import { listRules, toolOf } from './list-rules.ts'
import type { Rule } from './rule.ts'
import { findRule } from './rules.ts'
import { loadSettings } from './settings.ts'
import type { Web } from './web.ts'

/** A call of `readme-lint [paths...]`. */
export type LintCall = Call<typeof flags>

/** `readme-lint [paths...]`. */
export async function run(program: Program, call: LintCall): Promise<ExitCode> {
  const { flags, io } = call
  if (flags.fix && (flags.check || flags.diff)) {
    throw new UserError('--fix writes, --check and --diff do not: give one of them')
  }
  if (flags.listRules) return listRules(call)
  const only = flags.rule.map(findRule)
  const unable = flags.link ? undefined : only.find(({ network }) => network)
  if (unable) throw new UserError(`${unable.name} asks the network: give --link, too`)
  const web = flags.link ? await openWebFor(program, call) : undefined
  const { outcomes, refused } = await examineAll(call, { only, web }).finally(() => web?.close())
  if (web && !flags.quiet) await tellUnknown(web, program, io)
  for (const { message } of refused) tell(message, program, io)
  if (outcomes.length === 0 && refused.length > 0) return 2
  await conclude(outcomes, { ...call, tool: toolOf(program), write: flags.fix })
  return refused.length > 0 ? 2 : exitCodeOf(outcomes)
}

/** Only when the network is wanted is the code for it loaded. */
async function openWebFor({ name, version }: Program, { flags, io }: LintCall): Promise<Web> {
  const { openWeb } = await import('./web.ts')
  const { offline, allowPrivate } = flags
  return openWeb(io, { agent: `${name}/${version}`, offline, allowPrivate })
}

async function tellUnknown(web: Web, program: Program, io: Io): Promise<void> {
  const { unknownLine } = await import('./web.ts')
  const line = unknownLine(web)
  if (line) tell(line, program, io)
}

interface Wanted {
  readonly only: readonly Rule[]
  readonly web: Web | undefined
}

async function examineAll({ flags, io, arguments: paths }: LintCall, { only, web }: Wanted): Promise<Examined> {
  const projectOf = once((folder: string) => loadProject(io, folder))
  const settingsOf = once(async (folder: string) => {
    return loadSettings(io, { project: await projectOf(folder), explicit: flags.config, only })
  })
  const read = await loadReader(flags.engine ?? 'auto')
  const subjects = await findSubjects({ paths, io, stdinPath: flags.stdinPath, projectOf })
  const fixes = fixesOf(flags)
  return examineEach(subjects, async (subject) => {
    return examine(subject, { settings: await settingsOf(subject.project.folder), read, fixes, web })
  })
}

function fixesOf({ fix, diff, unsafe }: LintCall['flags']): Fixes {
  if (!fix && !diff) return 'none'
  return unsafe ? 'all' : 'safe'
}
