import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UserError } from '@frontdoor/kit/io'
import { answerJson, answerRefusal } from './answer.ts'
import { loadAssets } from './assets.ts'
import type { Desk } from './desk.ts'
import { newEntrance } from './entrance.ts'
import { openEvents } from './events.ts'
import { servedPage } from './page.ts'
import { type Service, serve } from './routes.ts'
import { refuse } from './security.ts'

/** A preview that is being served. */
export interface Serving {
  /** `http://127.0.0.1:PORT/WORD/`. */
  readonly url: string
  /** An address that leads there once. */
  urlToOpen(): string
  /** Something has changed: whoever looks at the page looks again. */
  changed(): void
  stop(): Promise<void>
}

/**
 * Serves the page on this machine only.
 *
 * @param port 0 takes a free one
 * @throws {UserError} where the port is taken
 */
export async function startServer(desk: Desk, port: number): Promise<Serving> {
  const events = openEvents()
  const entrance = newEntrance()
  const service: Service = { desk, events, entrance, page: servedPage(await loadAssets()) }
  const server = createServer((request, response) => {
    const refusal = refuse(request, portOf(server))
    if (refusal) return answerRefusal(response, refusal)
    serve(service, request, response).catch((error: Error) => {
      if (response.headersSent) response.destroy()
      else if (error instanceof UserError) answerRefusal(response, { status: 422, message: error.message })
      else answerJson(response, { message: `internal error: ${error.message}` }, 500)
    })
  })
  await listen(server, port)
  const address = `http://127.0.0.1:${portOf(server)}`
  return {
    url: address + entrance.path,
    urlToOpen: () => address + entrance.ticket(),
    changed() {
      desk.changed()
      events.tell()
    },
    stop() {
      events.close()
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = { EADDRINUSE: 'is taken by another program', EACCES: 'needs the rights of root' }[error.code ?? '']
      reject(reason ? new UserError(`port ${port} ${reason}; choose another one, or leave --port out`) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
}
