import { counted } from '@frontdoor/kit/text/counted'
import type { Timer } from '../lint.ts'

/** What took how long. Names are rules and steps of the run. */
export interface Stats {
  /** In milliseconds. */
  readonly times: Map<string, number>
  readonly time: Timer
  /** Like `time`, for work that waits. */
  wait<Result>(name: string, work: () => Promise<Result>): Promise<Result>
}

/** Notes nothing: the clock itself takes a millisecond to load. */
export const untimed: Stats = { times: new Map(), time: (_, work) => work(), wait: (_, work) => work() }

export function newStats(): Stats {
  const times = new Map<string, number>()
  const since = (name: string, start: number) => times.set(name, (times.get(name) ?? 0) + performance.now() - start)
  return {
    times,
    time: (name, work) => {
      const start = performance.now()
      const result = work()
      since(name, start)
      return result
    },
    wait: async (name, work) => {
      const start = performance.now()
      const result = await work()
      since(name, start)
      return result
    },
  }
}

/** Lines for people: how many READMEs, and the times, the longest first. */
export function describeStats({ times }: Stats, { files, cached }: { files: number; cached: number }): string[] {
  const rows = [...times].sort(([, a], [, b]) => b - a)
  const total = rows.reduce((sum, [, milliseconds]) => sum + milliseconds, 0)
  const count = `${counted(files, 'README')}, ${cached} from the cache`
  return [
    `${count}, ${total.toFixed(0)} ms:`,
    ...rows.map(([name, one]) => `${one.toFixed(1).padStart(9)} ms  ${name}`),
  ]
}
