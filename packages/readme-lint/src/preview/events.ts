import type { ServerResponse } from 'node:http'
import { answerJson } from './answer.ts'
import { headers } from './security.ts'

/** Pages that want to hear of changes, as server-sent events. */
export interface Events {
  add(response: ServerResponse): void
  /** Tells all of them that something may have changed. */
  tell(): void
  close(): void
}

/** Nobody has so many windows open. */
const most = 50

/** After a restart a page comes back soon, in milliseconds. */
const retry = 500

export function openEvents(): Events {
  const open = new Set<ServerResponse>()
  return {
    add(response) {
      if (open.size >= most) return answerJson(response, { message: `More than ${most} pages are open` }, 503)
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' })
      response.write(`retry: ${retry}\n\n`)
      open.add(response)
      response.once('close', () => open.delete(response))
    },
    tell() {
      for (const response of open) response.write('event: change\ndata:\n\n')
    },
    close() {
      for (const response of open) response.end()
    },
  }
}
