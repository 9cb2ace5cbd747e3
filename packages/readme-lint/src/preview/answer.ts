import type { ServerResponse } from 'node:http'
import { headers, type Refusal } from './security.ts'

/** Answers with text of a type. */
export function answer(response: ServerResponse, type: string, body: string | Uint8Array, status = 200): void {
  response.writeHead(status, { ...headers, 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

export function answerJson(response: ServerResponse, value: unknown, status = 200): void {
  answer(response, 'application/json', JSON.stringify(value), status)
}

/** Says why there is no answer, as JSON, which the page shows. */
export function answerRefusal(response: ServerResponse, { status, message }: Refusal): void {
  if (status === 405) response.setHeader('allow', 'GET, HEAD')
  answerJson(response, { message }, status)
}
