import { type Io, UserError } from '@frontdoor/kit/io'
import { findReadmes } from '@frontdoor/kit/readme/find'
import { otherFormat } from '@frontdoor/kit/readme/readmes'
import { type FoundReadme, standardInput } from '@frontdoor/kit/readme/standard-input'
import { openSubject, type Subject } from '@frontdoor/kit/readme/subjects'
import type { LintSession } from './session.ts'

/** A call of a command about one README. */
interface OneReadme {
  /** Path of a file or folder, `-` for standard input, or nothing for the README of the working directory. */
  readonly arguments: readonly string[]
  readonly flags: { readonly stdinPath: string | undefined }
  readonly io: Io
}

/**
 * Reads the README that a command is about.
 *
 * @throws {UserError} where there is none, or it is neither Markdown nor reStructuredText
 */
export async function openOneReadme(call: OneReadme, session: LintSession): Promise<Subject> {
  const { readme, textOf } = await findOneReadme(call, session)
  const subject = await openSubject(call.io, readme, { home: await session.homeOf(readme.folder), textOf })
  const format = otherFormat(subject.path)
  if (format)
    throw new UserError(`${subject.shown}: this README is ${format}; Markdown and reStructuredText can be read`)
  return subject
}

/**
 * Finds the README that a command is about.
 *
 * @throws {UserError} where there is none
 */
export async function findOneReadme(
  { arguments: paths, flags, io }: OneReadme,
  session: LintSession,
): Promise<FoundReadme> {
  const input = standardInput(paths, flags.stdinPath, io)
  if (input) return input
  const [readme] = await findReadmes(paths, io, session)
  if (!readme) throw new UserError('no README here: name a file or a folder, or create README.md')
  return { readme }
}
