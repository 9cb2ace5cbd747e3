import { join } from 'node:path'
import { expect, test } from 'vitest'
import { project } from '../src/testing.ts'
import { nextMessage, startWorker } from '../src/worker.ts'

const patience = { memory: 512, time: 120_000 }

test('a worker that ends without an answer is not waited for', async () => {
  const { path } = await project({ 'tea-worker.mjs': 'process.exit(3)' })
  const worker = await startWorker(join(path, 'tea-worker.mjs'), undefined)
  await expect(nextMessage(worker, patience, 'read')).rejects.toThrow('the worker ended with 3 and no answer')
})

test('a worker answers as often as it is asked, and nothing is left to listen', async () => {
  const answers = `import { parentPort } from 'node:worker_threads'
parentPort.on('message', (cups) => parentPort.postMessage(cups + 1))`
  const { path } = await project({ 'tea-worker.mjs': answers })
  const worker = await startWorker(join(path, 'tea-worker.mjs'), undefined)
  for (let cups = 0; cups < 20; cups++) {
    worker.postMessage(cups)
    expect(await nextMessage(worker, patience, 'counted')).toBe(cups + 1)
  }
  expect(['message', 'exit', 'error'].map((name) => worker.listenerCount(name))).toEqual([0, 0, 0])
  await worker.terminate()
})
