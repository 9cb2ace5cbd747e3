import { createHash } from 'node:crypto'
import type { LookupFunction } from 'node:net'
import type { Io } from '../io.ts'
import { type Mode, openCache } from './cache.ts'
import type { Connection, Outgoing, Reply, Wire } from './exchange.ts'
import { HttpFailure } from './failure.ts'
import { checkAddress, type Followed, follow } from './follow.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { openStore } from './store.ts'

/** What to ask for. */
export interface Question {
  /** Absolute, `http:` or `https:`. */
  readonly url: string
  /** GET where absent. POST is for queries, as of GraphQL: it may be sent again, and its answer is kept. */
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT'
  /** True where only the status and the headers count: the body is not read. */
  readonly statusOnly?: boolean
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** True where it changes something: it is not sent again unless the host refused to look at it, and nothing is kept of it. */
  readonly once?: boolean
  /** True where everybody who may ask gets the same answer: what is kept serves all of them, so that it can be shared. */
  readonly shared?: boolean
  /** The value of `Authorization`. It is sent to the origin of `url` alone, and never kept. */
  readonly authorization?: string
  /** Seconds for which an answer is good; a day where absent. */
  readonly ttl?: number
  /** What to keep of a body; all of it where absent. The same address must always be asked for with the same one. */
  readonly digest?: (body: string, headers: Reply['headers'], status: number) => string
}

/** What a host says, with a status below 500. */
export interface Answer extends Followed {
  /** True where it is older than its `ttl`, because nothing newer was to be had. */
  readonly stale: boolean
}

export interface HttpSettings {
  readonly mode: Mode
  /** Absolute path of the folder in which answers are kept; only memory where absent. */
  readonly cache?: string | undefined
  /** Also asks addresses in private networks. */
  readonly allowPrivate?: boolean
  /** Who asks: name, version and address. */
  readonly agent: string
  readonly limits?: Partial<Limits>
  /** How names become addresses; the system's way where absent. */
  readonly lookup?: LookupFunction
  readonly connection?: Connection | undefined
}

/** Asks hosts on the network, with their patience in mind. */
export interface Http {
  /** @throws {HttpFailure} where there is no answer, not even an old one */
  ask(question: Question): Promise<Answer>
  /** Must be called at the end, or the process may not end. What is still running is given up. */
  close(): Promise<void>
}

/** Headers that are kept; none of them says who asked. */
const keptHeaders = ['content-type', 'etag', 'last-modified', 'link', 'location']

/** Nothing is loaded or opened before the network is needed. */
export function openHttp(io: Pick<Io, 'env' | 'now'>, settings: HttpSettings): Http {
  const limits = { ...defaultLimits, ...settings.limits }
  const store = openStore(settings.cache)
  const end = new AbortController()
  let network: Promise<Network> | undefined

  async function load(question: Question, known: Followed | undefined): Promise<Followed> {
    network ??= openNetwork(io, { ...settings, limits, signal: end.signal })
    const { send } = await network
    const followed = await follow(outgoing(question, settings.agent, known), send, limits.hops)
    return followed.status === 304 && known ? known : reduce(followed, question)
  }

  async function sendOnce(question: Question): Promise<Followed> {
    if (settings.mode === 'offline')
      throw new HttpFailure('offline', 'it would change something, and the mode is offline')
    return load(question, undefined)
  }

  const cache = openCache<Question>({ mode: settings.mode, now: io.now, store, load })
  return {
    async ask(question) {
      if (!URL.canParse(question.url)) throw new HttpFailure('refused', 'this is no address with a scheme and a host')
      checkAddress(new URL(question.url))
      if (question.once) return { ...(await sendOnce(question)), stale: false }
      const { value, stale } = await cache.get(keyOf(question), question, question.ttl ?? day)
      return { ...value, stale }
    },
    async close() {
      // A refresh in the background is worth a moment, but no more: the next run will ask again.
      await Promise.race([cache.settled(), moment()])
      end.abort()
      await network?.then(
        ({ close }) => close(),
        () => {},
      )
      await store.close()
    },
  }
}

const day = 24 * 60 * 60

interface Network {
  readonly send: (request: Outgoing) => Promise<Reply>
  readonly close: Wire['close']
}

type NetworkSettings = HttpSettings & { readonly limits: Limits; readonly signal: AbortSignal }

async function openNetwork(io: Pick<Io, 'env' | 'now'>, settings: NetworkSettings): Promise<Network> {
  const [{ openWire }, { politeSender }] = await Promise.all([import('./exchange.ts'), import('./hosts.ts')])
  const { limits, allowPrivate = false, lookup, connection } = settings
  const signal = AbortSignal.any([settings.signal, AbortSignal.timeout(limits.run)])
  const wire = await openWire({ io, limits, allowPrivate, signal, lookup, connection })
  return { send: politeSender(wire, { limits, now: io.now, signal }), close: wire.close }
}

function outgoing(question: Question, agent: string, known: Followed | undefined): Outgoing {
  const { url, method = 'GET', body, authorization, statusOnly = false, once = false } = question
  return {
    url: new URL(url),
    method,
    headers: {
      accept: '*/*',
      'accept-encoding': 'gzip, br',
      'user-agent': agent,
      ...question.headers,
      ...validators(known),
      ...(authorization !== undefined && { authorization }),
    },
    ...(body !== undefined && { body }),
    wantsBody: !statusOnly,
    ...(once && { once }),
  }
}

/** Asks whether an answer that is kept is still the same; only where no redirect stands between. */
function validators(known: Followed | undefined): Record<string, string> {
  const { etag, 'last-modified': modified } = known?.hops.length === 0 ? known.headers : {}
  return { ...(etag && { 'if-none-match': etag }), ...(modified && { 'if-modified-since': modified }) }
}

function reduce(followed: Followed, { digest }: Question): Followed {
  const kept = keptHeaders.filter((name) => followed.headers[name] !== undefined)
  const headers = Object.fromEntries(kept.map((name) => [name, followed.headers[name] as string]))
  const body = digest ? digest(followed.body, followed.headers, followed.status) : followed.body
  return { ...followed, headers, body }
}

/** A name for a question. Whoever proves to be someone else may get another answer, so the proof counts, but cannot be read back. */
function keyOf({
  url,
  method = 'GET',
  headers = {},
  body = '',
  authorization = '',
  statusOnly = false,
  shared = false,
}: Question): string {
  const asker = shared ? '' : authorization
  const parts = [url.replace(/#.*$/s, ''), method, Object.entries(headers).sort(), body, asker, statusOnly]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

function moment(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 1000).unref()
  })
}
