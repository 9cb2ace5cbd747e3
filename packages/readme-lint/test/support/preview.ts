import { request as ask, type IncomingHttpHeaders } from 'node:http'
import type { TestProject } from '@frontdoor/kit/testing'
import { onTestFinished } from 'vitest'
import { type Desk, openDesk, type Shown, show } from '../../src/preview/desk.ts'
import type { Target } from '../../src/preview/look.ts'
import { type Serving, startServer } from '../../src/preview/server.ts'

/** A preview that is served, stopped after the test. */
export interface TestPreview extends Serving {
  readonly port: number
  readonly desk: Desk
  /** Asks for what is behind the word of the address. */
  get(path: string, given?: Asking): Promise<Answer>
  /** Asks for a path as it is. */
  ask(path: string, given?: Asking): Promise<Answer>
  /** Asks for fixes to be written, as the page does. */
  apply(body: unknown, given?: Asking): Promise<Answer>
}

/** How to ask; without headers as a program does that knows no browser. */
export interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Serves the README of a folder as these hosts show it. */
export async function servePreview(
  folder: TestProject,
  names: readonly string[] = ['github', 'npm'],
  { show: showing, ...more }: Partial<Target> & { readonly show?: () => Promise<Shown> } = {},
): Promise<TestPreview> {
  const desk = openDesk(showing ?? (() => show(targetIn(folder, names, more), 'README.md')))
  const serving = await startServer(desk, 0)
  onTestFinished(() => serving.stop())
  const { port: number, pathname } = new URL(serving.url)
  const port = Number(number)
  const ask = (path: string, given?: Asking) => send(port, path, given)
  const get = (path: string, given?: Asking) => ask(pathname.slice(0, -1) + path, given)
  const apply = (body: unknown, given: Asking = {}) => {
    const headers = { 'content-type': 'application/json', ...given.headers }
    return get('/apply', { method: 'POST', body: JSON.stringify(body), ...given, headers })
  }
  return { ...serving, port, desk, get, ask, apply }
}

/** What a preview of the README of a folder looks at. */
export function targetIn(folder: TestProject, names: readonly string[], more: Partial<Target> = {}): Target {
  const io = { cwd: folder.path, env: { PATH: process.env.PATH } }
  return { io, names, config: undefined, readme: { file: folder.join('README.md'), folder: folder.path }, ...more }
}

/** `fetch` sets `Host` by itself and tidies paths, so it is not asked. */
function send(port: number, path: string, { method = 'GET', headers = {}, body = '' }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = ask({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
