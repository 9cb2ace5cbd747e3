/** What a client takes upon itself at most. Times are milliseconds. */
export interface Limits {
  /** To connect. */
  readonly connect: number
  /** From the request to the last byte of its reply, however steadily it drips. */
  readonly exchange: number
  /** All questions of a client together, from the first one on. */
  readonly run: number
  /** To wait because a host said `Retry-After`, for one question. */
  readonly wait: number
  /** Between the starts of two requests to one host. */
  readonly spacing: number
  /** Before the second try; twice as long before each further one. */
  readonly backoff: number
  /** How long a host is left alone that failed several times in a row. */
  readonly pause: number
  /** Bytes of a body, after decompression. */
  readonly bytes: number
  readonly hops: number
  /** Requests at a time to one host. */
  readonly perHost: number
  /** Requests at a time to all. */
  readonly together: number
}

/** Measured against what link checkers and GitHub's guidelines do (read 2026-11). */
export const defaultLimits: Limits = {
  connect: 5_000,
  exchange: 15_000,
  run: 120_000,
  wait: 60_000,
  spacing: 50,
  backoff: 300,
  pause: 30_000,
  bytes: 2 ** 20,
  hops: 5,
  perHost: 4,
  together: 16,
}
