import type { IncomingMessage } from 'node:http'
import type { Refusal } from './security.ts'

/** What a page may send, in bytes: a version and some numbers. */
const largest = 64 * 1024

/** Reads JSON that a page sends. */
export async function readJson(request: IncomingMessage): Promise<{ value: unknown } | Refusal> {
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? '')) {
    return { status: 415, message: 'Send application/json' }
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largest) return { status: 413, message: `More than ${largest} bytes` }
    chunks.push(chunk)
  }
  try {
    return { value: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { status: 400, message: 'This is not JSON' }
  }
}
