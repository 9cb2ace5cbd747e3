import type { Answer, Http, Question } from './client.ts'

/** Seconds after which what was missing is looked for again: it may be there meanwhile. */
const ttl = 600

/** Asks a host; that something is missing is believed for a short time only. */
export async function askAgainIfMissing(http: Http, question: Question): Promise<Answer> {
  const answer = await http.ask(question)
  return isMissing(answer) ? http.ask({ ...question, ttl }) : answer
}

/** True where the host says that nothing is there. */
export function isMissing({ status }: Pick<Answer, 'status'>): boolean {
  return status === 404 || status === 410
}
