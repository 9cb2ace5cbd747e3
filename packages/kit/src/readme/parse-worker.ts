import { parentPort, workerData } from 'node:worker_threads'
import { parse, parseWithout } from '@frontdoor/markdown/parse'

const { source, without } = workerData as { readonly source: string; readonly without: readonly string[] }

// Parses one source, which it was started with, and ends.
parentPort?.postMessage((without.length > 0 ? parseWithout(without) : parse)(source))
