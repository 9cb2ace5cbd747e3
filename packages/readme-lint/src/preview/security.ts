import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 400 | 403 | 405 | 409 | 413 | 415 | 422
  readonly message: string
}

/** Goes with every answer: nothing is kept, guessed, told to others or shown inside of another page. */
export const headers: OutgoingHttpHeaders = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/**
 * Refuses what did not come from the page itself: a name that another server has pointed at this machine (DNS rebinding), and
 * requests that other pages make. A link to the page may stand anywhere.
 */
export function refuse(
  { headers: { host, origin, ...other }, method }: IncomingMessage,
  port: number,
): Refusal | undefined {
  const own = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`)
  if (host === undefined || !own.includes(host.toLowerCase())) {
    return { status: 403, message: `This preview answers to 127.0.0.1:${port} only` }
  }
  const isForeign = origin !== undefined && !own.some((name) => origin.toLowerCase() === `http://${name}`)
  if (isForeign) return { status: 403, message: 'This preview answers to its own page only' }
  const site = other['sec-fetch-site'] ?? 'none'
  const isLink = method === 'GET' && other['sec-fetch-mode'] === 'navigate' && other['sec-fetch-dest'] === 'document'
  if (site === 'same-origin' || site === 'none' || isLink) return undefined
  return { status: 403, message: 'This preview answers to its own page only' }
}
