import { parse, resolve } from 'node:path'
import type { Call, ExitCode, Program } from '@frontdoor/kit/cli/command'
import { conclude, examineText, exitCodeOf, formatOf, type Outcome } from '@frontdoor/kit/cli/runner'
import { readText } from '@frontdoor/kit/files'
import { decodeText } from '@frontdoor/kit/files/encoding'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import { type Io, UserError } from '@frontdoor/kit/io'
import type { Subject } from '@frontdoor/kit/readme/subjects'
import { tell } from '@frontdoor/kit/terminal/tell'
import { checkMessage } from '../check-message/check.ts'
import { commentSign } from '../check-message/comments.ts'
import { reading } from '../check-message/rules/reading.ts'
import { messageRules } from '../check-message/rules.ts'
import { surroundingsOf } from '../check-message/surroundings.ts'
import { findPlace, type Place } from '../place.ts'
import { loadSettings } from '../settings.ts'
import type { checkMessageFlags } from './flags.ts'

type CheckMessageCall = Call<typeof checkMessageFlags>

/** `changelog-gen check-message <file>`: how a message will be read, and what of it would be lost. */
export async function checkCommitMessage(program: Program, call: CheckMessageCall): Promise<ExitCode> {
  const { io, flags } = call
  const [path = ''] = call.arguments
  if (flags.fix && flags.diff) throw new UserError('--fix writes, --diff does not: give one of them')
  const place = await findPlace(io)
  const settings = await loadSettings(io, place, flags.config)
  const subject = await openMessage(io, path, place)
  const surroundings = {
    ...(await surroundingsOf(io, place, settings)),
    strict: flags.strict || settings.messages === 'conventional',
    // What comes through a pipe is a message as a commit has it.
    comment: subject.file && (await commentSign(io, subject.text)),
  }
  const fixes = flags.fix || flags.diff ? 'safe' : 'none'
  const outcome = await examineText(subject, (source) => checkMessage(source, surroundings), fixes)
  const { name, version } = program
  const tool = { name, version, rules: messageRules, fixedBy: `${name} check-message --fix ${subject.shown}` }
  await conclude([tellReading(outcome, program, call)], { ...call, tool, write: flags.fix })
  return flags.diff && outcome.text !== subject.text ? 1 : exitCodeOf([outcome])
}

async function openMessage(io: Io, path: string, { root }: Place): Promise<Subject> {
  const home = { folder: io.cwd, root }
  if (path === '-') {
    return { shown: 'message', path: 'message', home, text: decodeText(await io.stdin(), 'standard input') }
  }
  const absolute = resolve(io.cwd, path)
  const shown = relativePath(io.cwd, absolute)
  const file = await readText(absolute, parse(absolute).root, shown)
  return { shown, path: shown, home, text: file.text, file }
}

/** How a message is read is no problem: people are told it beside the report, programs find it in there. */
function tellReading(outcome: Outcome, program: Program, { io, flags }: CheckMessageCall): Outcome {
  if (formatOf(flags, io) !== 'text') return outcome
  const { findings } = outcome.report
  const told = findings.filter(({ rule }) => rule === reading.name)
  if (!flags.quiet) for (const { message } of told) tell(message, program, io)
  return { ...outcome, report: { ...outcome.report, findings: findings.filter((one) => !told.includes(one)) } }
}
