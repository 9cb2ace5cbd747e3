import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { once } from '@frontdoor/kit/cache/once'
import { UserError } from '@frontdoor/kit/io'
import { nextMessage, type Patience, startWorker } from '@frontdoor/kit/worker'
import { type Shown, unreadable } from './desk.ts'
import type { Frame } from './frame.ts'
import type { Target } from './look.ts'

/** What the worker is started with. */
export interface DeskStart {
  readonly target: Target
  /** Of the README, for when it cannot be read. */
  readonly name: string
}

/** What the worker says when it has looked at the README, or of one host. */
export type DeskAnswer =
  | Pick<Shown, 'view' | 'look'>
  | { readonly frame: Frame | undefined }
  | { readonly refused: string }
  | { readonly broken: Error }

/** Looks at a README in a thread of its own. */
export interface DeskThread {
  show(): Promise<Shown>
  /** Ends the thread; what it was asked for will not come. */
  close(): Promise<unknown>
}

/** A README of 512,000 characters that somebody has written takes a tenth. */
const patience: Patience = { memory: 1024, time: 30_000 }

/**
 * A desk's other side: however long a README keeps it busy, this thread answers whoever asks something else. The worker is
 * started when there is something to do, and again after it had to be ended.
 */
export function openDeskThread(start: DeskStart, limits: Patience = patience): DeskThread {
  let worker: Promise<Worker> | undefined
  let isClosed = false
  const ask = inTurn(async (host?: string): Promise<DeskAnswer> => {
    if (isClosed) throw new Error('the preview has ended')
    worker ??= startWorker(join(import.meta.dirname, 'desk-worker.ts'), start, {
      maxOldGenerationSizeMb: limits.memory,
    })
    const asked = await worker
    asked.postMessage(host)
    const answer = await nextMessage<DeskAnswer>(asked, limits, 'shown').catch((error: Error) => {
      worker = undefined
      throw error instanceof UserError ? new UserError(`${start.name}: ${error.message}; make it shorter`) : error
    })
    if ('refused' in answer) throw new UserError(answer.refused)
    if ('broken' in answer) throw answer.broken
    return answer
  })
  return {
    async show() {
      try {
        const found = (await ask()) as Pick<Shown, 'view' | 'look'>
        // What took too long once does so again.
        return { ...found, frame: once(async (host) => ((await ask(host)) as { frame: Frame | undefined }).frame) }
      } catch (error) {
        return unreadable(start.name, error)
      }
    },
    async close() {
      isClosed = true
      return (await worker)?.terminate()
    },
  }
}

/** One at a time, so that each has the time that it may take. */
function inTurn<Asked, Given>(work: (asked?: Asked) => Promise<Given>): (asked?: Asked) => Promise<Given> {
  let last: Promise<unknown> = Promise.resolve()
  return (asked) => {
    const next = last.then(() => work(asked))
    last = next.catch(() => undefined)
    return next
  }
}
