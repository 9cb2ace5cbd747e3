import { setTimeout as sleep } from 'node:timers/promises'
import pLimit, { type LimitFunction } from 'p-limit'
import type { Outgoing, Reply, Wire } from './exchange.ts'
import { failureOf, HttpFailure } from './failure.ts'
import type { Limits } from './limits.ts'
import { retryAfter } from './retry-after.ts'

export interface Manners {
  readonly limits: Limits
  /** What a date in a header is compared with. */
  readonly now: () => Date
  /** Ends all waiting. */
  readonly signal: AbortSignal
}

/** What is known about a host while the client lives. Times are those of `performance.now()`, which nobody sets back. */
interface Host {
  readonly name: string
  readonly limit: LimitFunction
  /** When the next request may start. */
  nextStart: number
  /** Failures since the last answer. */
  failures: number
  /** Until when it is not asked, and what to say meanwhile. */
  closed?: { readonly until: number; readonly failure: HttpFailure }
}

/** How often a request is sent at most, by what went wrong; what is not here will not be better the next time. */
const tries: Readonly<Record<string, number>> = { connection: 2, server: 3, 'rate-limited': 3 }
/** Failures in a row after which a host is left alone. */
const patience = 5

/**
 * Sends requests as their hosts like it: few at a time, not too fast, again after what may pass, not before `Retry-After`,
 * and not at all for a while after several failures. What comes back is an answer: below 500 and no 429. Else it throws
 * `HttpFailure`.
 */
export function politeSender(wire: Pick<Wire, 'send'>, manners: Manners): (request: Outgoing) => Promise<Reply> {
  const hosts = new Map<string, Host>()
  const together = pLimit(manners.limits.together)
  const hostOf = ({ origin, host: name }: URL): Host => {
    const known = hosts.get(origin) ?? { name, limit: pLimit(manners.limits.perHost), nextStart: 0, failures: 0 }
    hosts.set(origin, known)
    return known
  }
  return async (request) => {
    const host = hostOf(request.url)
    const turn: Turn = { waited: 0, pause: 0 }
    for (let attempt = 1; ; attempt++) {
      try {
        if (turn.pause > 0) await sleep(turn.pause, undefined, { signal: manners.signal })
        return await host.limit(async () => {
          await comeIn(host, turn, manners)
          return together(() => attend(host, wire.send(request), manners))
        })
      } catch (error) {
        const failure = failureOf(error, host.name)
        if (attempt >= (tries[failure.kind] ?? 1)) throw failure
        turn.pause = failure.kind === 'rate-limited' ? 0 : backoff(attempt, manners.limits)
      }
    }
  }
}

/** What one request has been through. */
interface Turn {
  /** Milliseconds that its host made it wait. */
  waited: number
  /** Milliseconds before the next try. */
  pause: number
}

/** Waits until a host may be asked; throws where that would take longer than the request's patience. */
async function comeIn(host: Host, turn: Turn, { limits, signal }: Manners): Promise<void> {
  const closedFor = closedTime(host)
  if (host.closed && closedFor > 0) {
    turn.waited += closedFor
    if (host.closed.failure.kind !== 'rate-limited' || turn.waited >= limits.wait) throw host.closed.failure
    await sleep(closedFor, undefined, { signal })
  }
  const start = Math.max(performance.now(), host.nextStart)
  host.nextStart = start + limits.spacing
  if (start > performance.now()) await sleep(start - performance.now(), undefined, { signal })
}

/** Waits for a reply and learns from it how the host is. */
async function attend(host: Host, reply: Promise<Reply>, { limits, now }: Manners): Promise<Reply> {
  try {
    const got = await reply
    refuse(got, host, now())
    host.failures = 0
    return got
  } catch (error) {
    const failure = failureOf(error, host.name)
    if (failure.kind === 'private' || failure.kind === 'too-large') throw failure
    host.failures++
    // It says the same again to whoever asks meanwhile.
    if (host.failures >= patience && closedTime(host) <= 0) close(host, limits.pause, failure)
    throw failure
  }
}

function refuse(reply: Reply, host: Host, now: Date): void {
  const delay = retryAfter(reply, now)
  if (isRateLimit(reply)) {
    const failure = new HttpFailure('rate-limited', `${host.name} asks to be asked less often`)
    close(host, delay ?? unsaidDelay, failure)
    throw failure
  }
  if (reply.status < 500) {
    delete host.closed
    return
  }
  const failure = new HttpFailure('server', `${host.name} fails with status ${reply.status}`)
  if (delay !== undefined) close(host, delay, new HttpFailure('rate-limited', failure.message))
  throw failure
}

/** Where GitHub does not say for how long, it asks to wait at least a minute (docs.github.com, read 2026-11): nobody waits for that. */
const unsaidDelay = 90_000

function isRateLimit({ status, headers }: Reply): boolean {
  if (status === 429) return true
  return status === 403 && (headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined)
}

function closedTime({ closed }: Host): number {
  return (closed?.until ?? 0) - performance.now()
}

function close(host: Host, delay: number, failure: HttpFailure): void {
  host.closed = { until: performance.now() + delay, failure }
}

/** With jitter, so that requests that failed together do not come back together. */
function backoff(attempt: number, limits: Limits): number {
  return limits.backoff * 2 ** (attempt - 1) * (0.75 + Math.random() / 2)
}
