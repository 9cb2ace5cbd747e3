import { onTestFinished } from 'vitest'
import { type Http, type HttpSettings, openHttp } from '../../src/http/client.ts'
import { HttpFailure } from '../../src/http/failure.ts'
import type { Io } from '../../src/io.ts'
import { fixedNow } from '../../src/testing.ts'

/** Limits that let a test ask as fast as it can, on however busy a machine. */
const quick = { connect: 10_000, exchange: 30_000, spacing: 0, backoff: 1 }
/** For a host that never comes to an end. */
export const impatient = { exchange: 300 }

/** A client that may ask loopback, closed after the test. */
export function client(
  settings: Partial<HttpSettings> = {},
  { env = {}, now = () => fixedNow }: Partial<Pick<Io, 'env' | 'now'>> = {},
): Http {
  const limits = { ...quick, ...settings.limits }
  const http = openHttp({ env, now }, { mode: 'online', agent: 'test', allowPrivate: true, ...settings, limits })
  onTestFinished(() => http.close())
  return http
}

/** What kind of failure a question ends with, and what is said; throws where it does not fail. */
export async function failure(asking: Promise<unknown>): Promise<{ kind: string; message: string }> {
  try {
    await asking
  } catch (error) {
    if (error instanceof HttpFailure) return { kind: error.kind, message: error.message }
    throw error
  }
  throw new Error('it did not fail')
}
