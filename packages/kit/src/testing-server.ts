import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createRawServer, type Server as RawServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A server on loopback, stopped after the test. */
export interface TestServer {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly url: string
  readonly port: number
  /** What was asked, in order: `GET /path`. */
  readonly asked: readonly string[]
  /** The headers of each request. */
  readonly headers: readonly IncomingMessage['headers'][]
  /** How many connections were made. */
  readonly connections: () => number
  /** No more answers from now on: connections are refused. */
  stop(): Promise<void>
}

/** Serves HTTP on a free port of loopback. */
export async function serve(listener: RequestListener): Promise<TestServer> {
  const asked: string[] = []
  const headers: IncomingMessage['headers'][] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    headers.push(request.headers)
    listener(request, response)
  })
  return { ...(await listen(server)), asked, headers }
}

/** Serves whatever bytes a test wants: what is called for each connection writes them. */
export async function serveRaw(connected: (socket: Socket) => void): Promise<TestServer> {
  const server = createRawServer((socket) => {
    socket.on('error', () => {})
    connected(socket)
  })
  return { ...(await listen(server)), asked: [], headers: [] }
}

/** Starts any server on a free port of loopback. */
export async function listen(server: Server | RawServer): Promise<Omit<TestServer, 'asked' | 'headers'>> {
  const sockets = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket: Socket) => {
    connections++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(stop)
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, port, connections: () => connections, stop }
}
