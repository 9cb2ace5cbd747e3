import { HttpFailure } from './failure.ts'
import type { Followed } from './follow.ts'
import type { Entry, Store } from './store.ts'

/** When the network is asked. `online`: where nothing fresh is kept. `offline`: never. */
export type Mode = 'online' | 'offline'

export interface CacheSettings<Question> {
  readonly mode: Mode
  readonly now: () => Date
  readonly store: Store
  /** Asks the network; gets what is kept, so that it can ask whether it is still true. Throws `HttpFailure`. */
  readonly load: (question: Question, known: Followed | undefined) => Promise<Followed>
}

/** An answer, and whether it is older than it should be because nothing newer was to be had. */
interface Cached {
  readonly value: Followed
  readonly stale: boolean
}

export interface Cache<Question> {
  /** @param ttl seconds for which an answer is good */
  get(key: string, question: Question, ttl: number): Promise<Cached>
  /** Waits for what is being asked, whether or not it succeeds. */
  settled(): Promise<unknown>
}

/** The last part of an answer's time, in which it is already asked for again, in the background. */
const early = 0.2

/** Answers from what is kept or from the network, as the mode says. A failure never replaces what is kept. */
export function openCache<Question>(settings: CacheSettings<Question>): Cache<Question> {
  const { mode, now, store } = settings
  const running = new Map<string, Promise<Followed>>()

  /** Equal questions at the same time are one. */
  function loadOnce(key: string, question: Question, known: Followed | undefined): Promise<Followed> {
    const request = running.get(key) ?? loadAndKeep(key, question, known).finally(() => running.delete(key))
    running.set(key, request)
    return request
  }

  async function loadAndKeep(key: string, question: Question, known: Followed | undefined): Promise<Followed> {
    const answer = await settings.load(question, known)
    if (mayKeep(answer)) store.set(key, { at: now().getTime(), answer })
    return answer
  }

  async function loadOrKept(key: string, question: Question, kept: Followed | undefined): Promise<Cached> {
    try {
      return { value: await loadOnce(key, question, kept), stale: false }
    } catch (error) {
      if (kept === undefined || !(error instanceof HttpFailure)) throw error
      return { value: kept, stale: true }
    }
  }

  return {
    async get(key, question, ttl) {
      const kept = await store.get(key)
      const age = kept ? ageOf(kept, now()) : Number.POSITIVE_INFINITY
      if (kept && (age < ttl || mode === 'offline')) {
        // Who asks gets the answer now; whoever asks next gets a newer one without waiting.
        if (mode === 'online' && age > ttl * (1 - early)) loadOnce(key, question, kept.answer).catch(() => {})
        return { value: kept.answer, stale: age >= ttl }
      }
      if (mode === 'offline') throw new HttpFailure('offline', 'nothing is kept of it, and the mode is offline')
      return loadOrKept(key, question, kept?.answer)
    },
    settled: () => Promise.allSettled(running.values()),
  }
}

/** Success, and what is gone. Whatever else goes wrong may go right the next time. */
function mayKeep({ status }: Followed): boolean {
  return status < 400 || status === 404 || status === 410
}

/** Seconds. An entry from the future was kept under a clock that was wrong. */
function ageOf({ at }: Entry, now: Date): number {
  const age = (now.getTime() - at) / 1000
  return age < 0 ? Number.POSITIVE_INFINITY : age
}
