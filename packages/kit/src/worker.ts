import { once } from 'node:events'
import { basename, join } from 'node:path'
import type { ResourceLimits, Worker } from 'node:worker_threads'
import { UserError } from './io.ts'

/**
 * First argument of a tool that is started as a worker: the bundle is one file, so its workers are started from it, too. Asking Node
 * which thread this is takes it 4 ms.
 */
export const workerFlag = '--in-worker'

/**
 * Starts a worker.
 *
 * @param file absolute path of its source; in the bundle, which is one file, the program knows it by its name (`Program.workers`)
 */
export async function startWorker(file: string, data: unknown, limits: ResourceLimits = {}): Promise<Worker> {
  const threads = await import('node:worker_threads')
  const self = import.meta.filename
  const isSource = self === join(import.meta.dirname, 'worker.ts')
  const argv = [workerFlag, basename(file)]
  return new threads.Worker(isSource ? file : self, { argv, workerData: data, resourceLimits: limits })
}

/** What a worker may take for one answer. */
export interface Patience {
  /** In MiB, which it was started with. */
  readonly memory: number
  /** In milliseconds. */
  readonly time: number
}

/**
 * The next message of a worker. One from which none comes is ended.
 *
 * @param done what the worker does, as a participle
 * @throws {UserError} where it takes too long, or too much memory
 */
export async function nextMessage<Message>(worker: Worker, { memory, time }: Patience, done: string): Promise<Message> {
  const over = new AbortController()
  const signal = AbortSignal.any([over.signal, AbortSignal.timeout(Math.ceil(time))])
  try {
    const [message] = await Promise.race([once(worker, 'message', { signal }), endOf(worker, signal)])
    return message
  } catch (error) {
    // What it fails at while it is ended interests nobody.
    worker.on('error', () => undefined)
    await worker.terminate()
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ABORT_ERR') throw new UserError(`not ${done} in ${(time / 1000).toFixed(1)} seconds`)
    if (code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error
    throw new UserError(`not ${done} within ${memory} MiB of memory`, { cause: error })
  } finally {
    over.abort()
  }
}

async function endOf(worker: Worker, signal: AbortSignal): Promise<never> {
  const [code] = await once(worker, 'exit', { signal })
  throw new Error(`the worker ended with ${code} and no answer`)
}
