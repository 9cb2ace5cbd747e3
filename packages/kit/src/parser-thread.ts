import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Root } from 'mdast'

/** What the thread answers to a source. */
export type Answer = { readonly tree: Root } | { readonly tooDeep: true }

const name = 'frontdoor parser'

/**
 * True in the thread that reads documents with the reference.
 *
 * A tool is bundled into one file, so the thread runs that file: the first line of a tool's entry must do nothing there.
 */
export const isParserThread: boolean = !isMainThread && workerData === name

/** Starts the thread. It answers every source that it is sent with an `Answer`. */
export function startParserThread(): Worker {
  return new Worker(new URL(import.meta.url), {
    name,
    workerData: name,
    // What the process was started with (a test runner, a loader) is no concern of the thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
}

if (isParserThread) parentPort?.on('message', (source: string) => answer(source))

async function answer(source: string): Promise<void> {
  const { parse } = await import('@frontdoor/markdown/parse')
  try {
    parentPort?.postMessage({ tree: parse(source) } satisfies Answer)
  } catch (error) {
    // The stack has overflowed, in the parser or in the clone of the tree.
    if (!(error instanceof RangeError)) throw error
    parentPort?.postMessage({ tooDeep: true } satisfies Answer)
  }
}
