import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { type Fixes, type Outcome, outcomeOf } from '@frontdoor/kit/cli/runner'
import { type Io, UserError } from '@frontdoor/kit/io'
import type { Subject } from '@frontdoor/kit/readme/subjects'
import type { RuleFinding } from '@frontdoor/kit/report'
import { startWorker } from '@frontdoor/kit/worker'
import type { SessionSettings } from './session.ts'

/** Looks at one README. */
export type Lane = (subject: Subject) => Promise<Outcome>

/** What a worker is started with. */
export interface LaneStart extends Pick<Io, 'cwd' | 'env'> {
  readonly settings: SessionSettings
  readonly fixes: Fixes
}

/** A README for a worker; `id` stands in its answer. */
export interface LaneTask {
  readonly id: number
  readonly subject: Omit<Subject, 'file'>
}

/** What a worker says of one: what it found and the text after its fixes, or why it could not look at it. */
export type LaneAnswer = { readonly id: number } & (
  | { readonly text: string; readonly findings: readonly RuleFinding[] }
  | { readonly refused: string }
  | { readonly broken: Error }
)

/** A worker, with what ends it. */
export interface OpenLane {
  readonly lane: Lane
  close(): Promise<unknown>
}

/** Starts a worker that looks at READMEs, several of which may wait for it. */
export async function openLane(start: LaneStart): Promise<OpenLane> {
  // The environment of a process cannot be handed over as it is.
  const workerData: LaneStart = { ...start, env: { ...start.env } }
  const worker = await startWorker(join(import.meta.dirname, 'lane-worker.ts'), workerData)
  return { lane: laneTo(worker), close: () => worker.terminate() }
}

function laneTo(worker: Worker): Lane {
  const waiting = new Map<number, { tell(answer: LaneAnswer): void; fail(error: Error): void }>()
  worker.on('message', (answer: LaneAnswer) => waiting.get(answer.id)?.tell(answer))
  worker.on('error', (error: Error) => {
    for (const { fail } of waiting.values()) fail(error)
  })
  let count = 0
  return async ({ file, ...subject }) => {
    const id = count++
    const answer = await new Promise<LaneAnswer>((tell, fail) => {
      waiting.set(id, { tell, fail })
      worker.postMessage({ id, subject } satisfies LaneTask)
    })
    waiting.delete(id)
    if ('refused' in answer) throw new UserError(answer.refused)
    if ('broken' in answer) throw answer.broken
    return outcomeOf({ ...subject, ...(file && { file }) }, answer.text, answer.findings)
  }
}
