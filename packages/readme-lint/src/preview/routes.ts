import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { readBytes } from '@frontdoor/kit/files'
import { UserError } from '@frontdoor/kit/io'
import { decode } from '@frontdoor/kit/text/percent'
import { answer, answerJson, answerRefusal } from './answer.ts'
import { applyFixes } from './apply.ts'
import { readJson } from './body.ts'
import type { Desk } from './desk.ts'
import type { Entrance } from './entrance.ts'
import type { Events } from './events.ts'
import { filesFolder, imageType } from './images.ts'
import type { Page } from './page.ts'
import { headers } from './security.ts'

/** What requests are answered from. */
export interface Service {
  readonly desk: Desk
  readonly events: Events
  readonly page: Page
  readonly entrance: Entrance
}

type Route = (service: Service, response: ServerResponse, name: string) => void | Promise<void>

const routes: readonly (readonly [pattern: RegExp, route: Route])[] = [
  [/^\/()$/, showPage],
  [/^\/(view)\.json$/, showView],
  [/^\/frames\/([a-z\d-]+)\.json$/, showFrame],
  [new RegExp(`^/${filesFolder}/(.+)$`, 's'), showFile],
  [/^\/(events)$/, ({ events }, response) => events.add(response)],
]

/** Answers a request that has passed `refuse`. */
export async function serve(service: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { entrance } = service
  const asked = /^[^?#]*/.exec(request.url ?? '/')?.[0] ?? '/'
  if (request.method === 'GET' && entrance.take(asked)) return lead(response, entrance.path)
  const path = entrance.inside(asked)
  if (path === undefined) return answerRefusal(response, { status: 403, message: wordless })
  if (request.method === 'POST' && path === '/apply') return write(service, request, response)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return answerRefusal(response, { status: 405, message: 'Only GET is answered here' })
  }
  for (const [pattern, route] of routes) {
    const found = pattern.exec(path)
    if (found) return route(service, response, found[1] ?? '')
  }
  return nothing(response)
}

const wordless =
  'Open the whole address that readme-lint printed when it was started: the word in it is known to nobody else'

function lead(response: ServerResponse, location: string): void {
  response.writeHead(303, { ...headers, location })
  response.end()
}

function showPage({ page: { html, policy } }: Service, response: ServerResponse): void {
  response.setHeader('content-security-policy', `${policy}; frame-ancestors 'none'`)
  answer(response, 'text/html; charset=utf-8', html)
}

async function showView({ desk }: Service, response: ServerResponse): Promise<void> {
  answerJson(response, (await desk.shown()).view)
}

async function showFrame({ desk }: Service, response: ServerResponse, host: string): Promise<void> {
  const { frame } = await desk.shown()
  const found = await frame(host)
  if (found) answerJson(response, { version: found.version, html: found.html })
  else nothing(response)
}

/** An image of the project. Whatever a file pretends to be, it is shown as an image, and a drawing that is opened runs nothing. */
async function showFile({ desk }: Service, response: ServerResponse, name: string): Promise<void> {
  const type = imageType(name)
  const { look } = await desk.shown()
  const bytes = type && look && imageOf(look.subject.home.root, decode(name))
  if (!bytes) return nothing(response)
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  answer(response, type, bytes)
}

/** Undefined for what is not there, or lies outside of the repository, by whatever way. */
function imageOf(root: string, path: string): Uint8Array | undefined {
  if (path.includes('\0')) return undefined
  try {
    return readBytes(join(root, path), root)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

async function write(service: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { desk, events } = service
  const body = await readJson(request)
  if ('status' in body) return answerRefusal(response, body)
  const { look, view } = await desk.shown()
  if (!look) return answerRefusal(response, { status: 409, message: view.problem ?? 'There is nothing to mend' })
  const refusal = await applyFixes(look, view.version, body.value)
  desk.changed()
  events.tell()
  if (refusal) answerRefusal(response, refusal)
  else answerJson(response, { message: 'Written' })
}

function nothing(response: ServerResponse): void {
  answerJson(response, { message: 'There is nothing here' }, 404)
}
