/** Why there is no answer. */
export type FailureKind =
  /** The mode is offline and nothing is kept. */
  | 'offline'
  /** An address that may not be asked: another scheme, credentials in it, a token that would travel in the clear. */
  | 'refused'
  /** It leads into a private network. */
  | 'private'
  /** The name of the host does not exist. */
  | 'no-host'
  | 'connection'
  | 'certificate'
  | 'timeout'
  | 'too-large'
  | 'redirects'
  /** 429, or what GitHub says instead. */
  | 'rate-limited'
  /** 500 and above. */
  | 'server'

/** No answer, and why. Its message names the host at most: an address may hold a secret. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure'
  readonly kind: FailureKind

  constructor(kind: FailureKind, message: string) {
    super(message)
    this.kind = kind
  }
}

/** What undici, zlib or the system says, as a failure. Their own messages may repeat what a server sent, so they are not passed on. */
export function failureOf(error: unknown, host: string): HttpFailure {
  // A lookup that we refuse fails with our own failure inside.
  const own = causesOf(error).find((cause) => cause instanceof HttpFailure)
  if (own) return own
  const code = codeOf(error)
  if (timeouts.has(code)) return new HttpFailure('timeout', `${host} does not answer in time`)
  if (code === 'ENOTFOUND') return new HttpFailure('no-host', `there is no host ${host}`)
  if (/^(?:CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO)/.test(code))
    return new HttpFailure('certificate', `${host} cannot be trusted: ${code}`)
  return new HttpFailure('connection', `${host} gives no proper answer: ${code || 'connection lost'}`)
}

const timeouts: ReadonlySet<string> = new Set([
  'AbortError',
  'ETIMEDOUT',
  'TimeoutError',
  'UND_ERR_ABORTED',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_DESTROYED',
  'UND_ERR_HEADERS_TIMEOUT',
])

/** What an error is called, or the first of those behind it that has a name of its own. */
function codeOf(error: unknown): string {
  const codes = causesOf(error).map((cause) =>
    'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name,
  )
  return codes.find((code) => !/^(?:Aggregate|Type)?Error$/.test(code)) ?? ''
}

/** An error with those behind it: its causes and, where several addresses were tried, what each of them said. */
function causesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return []
  const inside = error instanceof AggregateError ? error.errors : []
  return [error, ...[...inside, error.cause].flatMap(causesOf)]
}
