import type { LookupFunction } from 'node:net'
import { type Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import type { Dispatcher } from 'undici'
import { type Io, UserError } from '../io.ts'
import { failureOf, HttpFailure } from './failure.ts'
import type { Limits } from './limits.ts'
import { publicLookup, refusePrivateHost } from './private.ts'

/** One request on the wire. */
export interface Outgoing {
  readonly url: URL
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT'
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** False where only the status counts: the body is not read. */
  readonly wantsBody: boolean
  /** True where it changes something, and twice may be once too often. */
  readonly once?: boolean
}

/** One response from the wire. */
export interface Reply {
  readonly status: number
  /** Names in lower case; a repeated header is joined by commas. */
  readonly headers: Readonly<Record<string, string>>
  /** As UTF-8; empty where it is not wanted. */
  readonly body: string
}

/** How somebody's own configuration wants hosts to be reached. */
export interface Connection {
  /** Certificates, as PEM, to trust in place of those that Node trusts. */
  readonly ca?: string
  /** The certificate, as PEM, that says who asks, and its key. */
  readonly client?: { readonly cert: string; readonly key: string }
  /** True where certificates do not count. */
  readonly trustsAll?: boolean
  /** The proxy for all addresses, in place of those of the environment; empty for none. */
  readonly proxy?: string
  /** Hosts that are asked without a proxy, in place of those of the environment. */
  readonly noProxy?: string
}

export interface WireSettings {
  readonly connection?: Connection | undefined
  readonly io: Pick<Io, 'env'>
  readonly limits: Limits
  readonly allowPrivate: boolean
  /** Ends what is still running. */
  readonly signal: AbortSignal
  /** How names become addresses; the system's way where absent. */
  readonly lookup?: LookupFunction | undefined
}

/** Sends single requests: no redirect, no second try. Throws `HttpFailure`. */
export interface Wire {
  send(request: Outgoing): Promise<Reply>
  close(): Promise<void>
}

/** Opens connections as they are needed; undici is loaded only now. */
export async function openWire(settings: WireSettings): Promise<Wire> {
  const dispatcher = await openDispatcher(settings)
  return {
    send: (request) => exchange(dispatcher, request, settings),
    close: () => dispatcher.destroy(),
  }
}

async function openDispatcher(settings: WireSettings): Promise<Dispatcher> {
  const { EnvHttpProxyAgent } = await import('undici')
  const { limits, allowPrivate, lookup, connection = {} } = settings
  const guarded = allowPrivate ? lookup : publicLookup(lookup)
  const trusted = tls(connection)
  return new EnvHttpProxyAgent({
    ...proxies(settings),
    // A proxy is asked for plain HTTP as proxies expect it; many refuse a tunnel to port 80.
    proxyTunnel: false,
    connect: { timeout: limits.connect, autoSelectFamily: true, ...(guarded && { lookup: guarded }), ...trusted },
    // Behind a proxy, and to one that is reached over TLS itself.
    requestTls: trusted,
    proxyTls: trusted,
    headersTimeout: limits.exchange,
    bodyTimeout: limits.exchange,
  })
}

function tls({ ca, client, trustsAll }: Connection): { ca?: string; rejectUnauthorized?: boolean } {
  return { ...(ca && { ca }), ...client, ...(trustsAll && { rejectUnauthorized: false }) }
}

/** Empty rather than absent: undici would ask the process itself. */
function proxies({
  io: { env },
  connection = {},
}: WireSettings): Record<'httpProxy' | 'httpsProxy' | 'noProxy', string> {
  const { proxy, noProxy = env.no_proxy || env.NO_PROXY || '' } = connection
  if (proxy !== undefined) return { httpProxy: proxy, httpsProxy: proxy, noProxy }
  return {
    // HTTP_PROXY in capitals can come from a request in CGI.
    httpProxy: proxyFrom(env, env.REQUEST_METHOD ? ['http_proxy'] : ['http_proxy', 'HTTP_PROXY']),
    httpsProxy: proxyFrom(env, ['https_proxy', 'HTTPS_PROXY']),
    noProxy,
  }
}

/** A proxy may be written without a scheme, as curl has it. */
function proxyFrom(env: Io['env'], names: readonly string[]): string {
  const name = names.find((one) => env[one]) ?? ''
  const written = env[name] ?? ''
  const proxy = written === '' || written.includes('://') ? written : `http://${written}`
  // The message leaves out what is written there: it may hold a password.
  if (proxy !== '' && !URL.canParse(proxy)) throw new UserError(`${name} is not the address of a proxy`)
  return proxy
}

async function exchange(dispatcher: Dispatcher, request: Outgoing, settings: WireSettings): Promise<Reply> {
  const { url, method, headers, body = null, wantsBody } = request
  if (!settings.allowPrivate) refusePrivateHost(url.hostname)
  const { limits } = settings
  const signal = AbortSignal.any([settings.signal, AbortSignal.timeout(limits.exchange)])
  try {
    const path = url.pathname + url.search
    const response = await dispatcher.request({ origin: url.origin, path, method, headers, body, signal })
    const reply = { status: response.statusCode, headers: flat(response.headers) }
    if (wantsBody && method !== 'HEAD') return { ...reply, body: await read(response.body, reply.headers, limits) }
    drop(response.body)
    return { ...reply, body: '' }
  } catch (error) {
    throw failureOf(error, url.host)
  }
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))
}

function drop(body: Readable): void {
  body.on('error', () => {}).destroy()
}

/** Reads a body. Counted are the bytes after decompression, so a small reply that would fill the memory ends here. */
async function read(body: Readable, headers: Readonly<Record<string, string>>, limits: Limits): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  const collector = new Writable({
    write(chunk: Buffer, _, done) {
      size += chunk.length
      chunks.push(chunk)
      done(size > limits.bytes ? new HttpFailure('too-large', `the answer is larger than ${limits.bytes} bytes`) : null)
    },
  })
  await pipeline([body, ...decoders(headers['content-encoding'] ?? ''), collector])
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function decoders(encoding: string): NodeJS.ReadWriteStream[] {
  if (encoding === '' || encoding === 'identity') return []
  if (/^(?:x-)?gzip$/i.test(encoding)) return [createGunzip()]
  if (/^br$/i.test(encoding)) return [createBrotliDecompress()]
  // Nothing else was asked for, and several in a row are what a decompression bomb is made of.
  throw new HttpFailure('connection', 'the answer is compressed in a way that was not asked for')
}
