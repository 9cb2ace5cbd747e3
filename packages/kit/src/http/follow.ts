import type { Outgoing, Reply } from './exchange.ts'
import { HttpFailure } from './failure.ts'

/** One redirect. */
export interface Hop {
  readonly status: number
  readonly from: string
  readonly to: string
}

/** A reply and how it was reached. */
export interface Followed extends Reply {
  readonly url: string
  readonly hops: readonly Hop[]
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** Follows redirects by hand. What proves who asks stays at the origin that it was meant for. Throws `HttpFailure`. */
export async function follow(
  first: Outgoing,
  send: (request: Outgoing) => Promise<Reply>,
  most: number,
): Promise<Followed> {
  const hops: Hop[] = []
  let request = first
  for (;;) {
    const reply = await send(request)
    const to = targetOf(reply, request.url)
    if (to === undefined) return { ...reply, url: request.url.href, hops }
    hops.push({ status: reply.status, from: request.url.href, to: to.href })
    if (hops.length > most) throw new HttpFailure('redirects', `${first.url.host} redirects more than ${most} times`)
    request = next(request, to)
  }
}

function targetOf({ status, headers: { location } }: Reply, from: URL): URL | undefined {
  if (!redirects.has(status) || location === undefined) return undefined
  if (!URL.canParse(location, from.href)) throw new HttpFailure('redirects', `${from.host} redirects to no address`)
  const to = new URL(location, from.href)
  // The fragment of an address goes along unless the new one has its own (RFC 9110, 10.2.2).
  if (to.hash === '') to.hash = from.hash
  return to
}

function next(request: Outgoing, to: URL): Outgoing {
  checkAddress(to)
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new HttpFailure('redirects', `${request.url.host} redirects what was sent to it`)
  if (to.origin === request.url.origin) return { ...request, url: to }
  if (request.headers.authorization !== undefined && to.protocol === 'http:' && request.url.protocol === 'https:')
    throw new HttpFailure('refused', `${request.url.host} redirects from HTTPS to HTTP, where secrets may be read`)
  const harmless = Object.entries(request.headers).filter(([name]) =>
    /^(?:accept|accept-encoding|user-agent)$/.test(name),
  )
  return { ...request, headers: Object.fromEntries(harmless), url: to }
}

/** Throws for an address that may not be asked. */
export function checkAddress(url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new HttpFailure('refused', `${url.protocol} is not asked, only http: and https:`)
  if (url.username !== '' || url.password !== '')
    throw new HttpFailure('refused', `the address on ${url.host} holds credentials, which are not sent`)
}
