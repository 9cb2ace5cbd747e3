import type { Reply } from './exchange.ts'

/**
 * Milliseconds that a host asks to wait: `Retry-After` in seconds or as a date, else GitHub's `x-ratelimit-reset` where nothing
 * remains. Undefined where it asks for nothing that can be understood; a time in the past is 0.
 */
export function retryAfter({ headers }: Pick<Reply, 'headers'>, now: Date): number | undefined {
  const asked = headers['retry-after']?.trim()
  if (asked !== undefined && /^[+-]?\d+(?:\.\d+)?$/.test(asked)) return Math.max(0, Number(asked) * 1000)
  const date = asked === undefined ? Number.NaN : Date.parse(asked)
  if (!Number.isNaN(date)) return Math.max(0, date - now.getTime())
  const reset = headers['x-ratelimit-remaining'] === '0' ? Number(headers['x-ratelimit-reset']) : Number.NaN
  return Number.isNaN(reset) ? undefined : Math.max(0, reset * 1000 - now.getTime())
}
