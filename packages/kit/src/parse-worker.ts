import { parentPort, workerData } from 'node:worker_threads'
import { parse } from '@frontdoor/markdown/parse'

// Parses one source, which it was started with, and ends.
parentPort?.postMessage(parse(workerData as string))
