import type { Answer } from '@frontdoor/kit/http/client'
import { HttpFailure } from '@frontdoor/kit/http/failure'

/** The JSON of an answer; a failure where it is none. */
export function parsed({ status, body }: Pick<Answer, 'status' | 'body'>, host: string): unknown {
  if (status !== 200) throw new HttpFailure('server', `${host} does not say who sponsors (status ${status})`)
  try {
    return JSON.parse(body)
  } catch {
    throw new HttpFailure('server', `${host} does not say who sponsors: its answer is no JSON`)
  }
}
