import type { ExitCode, Program } from '@frontdoor/kit/command'
import { updateChangelog } from '../writing/update.ts'
import { open } from './open.ts'
import { carryOut, type Planned, type WriteCall } from './write.ts'

/** `changelog-gen`: makes the changelog, or brings it up to date. */
export async function update(program: Program, call: WriteCall): Promise<ExitCode> {
  const plans: Planned[] = []
  for (const opened of await open(call.io, call.flags)) {
    const updated = await updateChangelog(opened)
    const done = opened.file.attributes ? 'brought up to date' : `written${counted(opened.history.releases.length)}`
    plans.push({ ...updated, opened, done })
  }
  return carryOut(program, call, plans)
}

function counted(releases: number): string {
  if (releases === 0) return ''
  return releases === 1 ? ', with one release' : `, with ${releases} releases`
}
