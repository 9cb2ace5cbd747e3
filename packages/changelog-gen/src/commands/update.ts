import type { ExitCode, Program } from '@frontdoor/kit/command'
import { updateChangelog } from '../writing/update.ts'
import { open } from './open.ts'
import { carryOut, edited, type WriteCall } from './write.ts'

/** `changelog-gen`: makes the changelog, or brings it up to date. */
export async function update(program: Program, call: WriteCall): Promise<ExitCode> {
  const opened = await open(call.io, call.flags)
  const { edits, conflicts } = await updateChangelog(opened)
  const done = opened.file.attributes
    ? 'brought up to date'
    : `written, with ${opened.history.releases.length} releases`
  return carryOut(program, call, { opened, plan: { text: edited(opened.file.text, edits), edits, conflicts, done } })
}
