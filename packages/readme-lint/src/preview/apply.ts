import { chooseEdits } from '@frontdoor/kit/cli/fix'
import { writeText } from '@frontdoor/kit/files/write'
import { UserError } from '@frontdoor/kit/io'
import { applyEdits } from '@frontdoor/markdown/edit'
import type { Shown } from './desk.ts'
import type { Refusal } from './security.ts'
import type { ApplyRequest } from './view.ts'

/**
 * Writes the fixes of some findings to the file. Nothing is written where the file is no longer what the reader saw.
 *
 * @returns why not, where it was not
 */
export async function applyFixes(
  look: NonNullable<Shown['look']>,
  version: string,
  request: unknown,
): Promise<Refusal | undefined> {
  if (!isRequest(request)) return { status: 400, message: 'Say which findings of which version' }
  const { subject, findings } = look
  const { file, shown } = subject
  if (!file) return { status: 422, message: 'This text came from standard input: there is no file to write' }
  if (request.version !== version) {
    return { status: 409, message: `${shown} was changed meanwhile; look at it again. Nothing was written` }
  }
  const chosen = request.findings.flatMap((index) => findings[index] ?? [])
  const edits = chooseEdits(chosen, true)
  if (edits.length === 0) return { status: 422, message: 'There is nothing to mend in this' }
  try {
    await writeText(file, applyEdits(subject.text, edits))
    return undefined
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { status: 409, message: `${error.message}. Nothing was written` }
  }
}

function isRequest(value: unknown): value is ApplyRequest {
  if (typeof value !== 'object' || value === null) return false
  const { version, findings } = value as Record<string, unknown>
  return typeof version === 'string' && Array.isArray(findings) && findings.every(Number.isInteger)
}
