import { parentPort, workerData } from 'node:worker_threads'
import { UserError } from '@frontdoor/kit/io'
import { type Shown, show } from './desk.ts'
import type { DeskAnswer, DeskStart } from './desk-thread.ts'

const { target, name } = workerData as DeskStart

let shown: Promise<Shown> | undefined

// Looks at the README when it is sent nothing, and says what a host shows of it when it is sent the name of that host.
parentPort?.on('message', async (host: string | undefined) => parentPort?.postMessage(await answer(host)))

async function answer(host: string | undefined): Promise<DeskAnswer> {
  try {
    if (host === undefined || !shown) shown = show(target, name)
    const { view, look, frame } = await shown
    if (host !== undefined) return { frame: await frame(host) }
    return { view, ...(look && { look: { subject: look.subject, findings: look.findings } }) }
  } catch (error) {
    if (error instanceof UserError) return { refused: error.message }
    return { broken: error instanceof Error ? error : new Error(String(error)) }
  }
}
