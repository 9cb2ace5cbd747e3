import { parentPort, workerData } from 'node:worker_threads'
import { UserError } from '@frontdoor/kit/io'
import type { LaneAnswer, LaneStart, LaneTask } from './lane.ts'
import { lookAt } from './look-at.ts'
import { newLintSession } from './session.ts'
import { untimed } from './stats.ts'

// Looks at the READMEs that it is sent, one after the other, until it is ended.
const { settings, fixes, ...io } = workerData as LaneStart
const looking = { session: newLintSession(io, settings), stats: untimed, fixes }

parentPort?.on('message', async (task: LaneTask) => parentPort?.postMessage(await answer(task)))

async function answer({ id, subject }: LaneTask): Promise<LaneAnswer> {
  try {
    const { text, report } = await lookAt(subject, looking)
    return { id, text, findings: report.findings }
  } catch (error) {
    if (error instanceof UserError) return { id, refused: error.message }
    return { id, broken: error instanceof Error ? error : new Error(String(error)) }
  }
}
