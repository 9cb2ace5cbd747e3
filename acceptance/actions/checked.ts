import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { faultsOf, githubSchema } from './graphql.ts'
import { startPrism } from './prism.ts'

/** Stands in front of a server that plays GitHub, and says where that or its client does not speak as GitHub describes it. */
export interface CheckedGithub {
  readonly url: string
  /** What was wrong, in either direction. */
  readonly faults: readonly string[]
  /** Another server plays GitHub now, and nothing has been wrong yet. */
  play(upstream: string): void
  stop(): Promise<void>
}

/** Starts it, with prism for REST and graphql-js for GraphQL; that takes some seconds. */
export async function checkedGithub(): Promise<CheckedGithub> {
  let upstream = ''
  const relay = await serve(async (request) => pass(await asked(request), upstream))
  const prism = await startPrism(relay.url)
  const schema = githubSchema()
  const faults: string[] = []
  const front = await serve(async (request) => {
    const question = await asked(request)
    const isGraphql = question.path === '/graphql'
    const answer = await pass(question, isGraphql ? upstream : prism.url)
    const found = isGraphql
      ? await faultsOf(schema, { ...JSON.parse(question.body), ...JSON.parse(answer.text) })
      : violations(answer.text)
    faults.push(...found.map((fault) => `${question.method} ${question.path}: ${fault}`))
    return found.length === 0 ? answer : { ...answer, status: 500, text: JSON.stringify({ message: found.join('; ') }) }
  })
  return {
    url: front.url,
    faults,
    play: (url) => {
      upstream = url
      faults.length = 0
    },
    stop: async () => {
      await front.stop()
      await prism.stop()
      await relay.stop()
    },
  }
}

interface Question {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

async function asked(request: IncomingMessage): Promise<Question> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const kept = Object.entries(request.headers).filter(([name]) => !ofTheConnection.has(name))
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

const ofTheConnection: ReadonlySet<string> = new Set([
  ...['host', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding', 'accept-encoding'],
])

async function pass({ method, path, headers, body }: Question, to: string): Promise<Answer> {
  const answer = await fetch(`${to}${path}`, { method, headers, ...(method !== 'GET' && { body }) })
  const kept = [...answer.headers].filter(([name]) => !ofTheConnection.has(name))
  return { status: answer.status, headers: Object.fromEntries(kept), text: await answer.text() }
}

/** What prism found; its answers are problems in the form of RFC 7807. */
function violations(text: string): string[] {
  return text.includes('https://stoplight.io/prism/errors#') ? [text] : []
}

async function serve(
  answer: (request: IncomingMessage) => Promise<Answer>,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server: Server = createServer(async (request, response) => {
    const { status, headers, text } = await answer(request).catch((error) => ({
      ...{ status: 500, headers: {}, text: String(error) },
    }))
    response.writeHead(status, headers)
    response.end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, stop }
}
