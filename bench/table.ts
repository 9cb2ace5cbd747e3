import { percentile } from '../scripts/statistics.ts'
import type { Usage } from './measure.ts'

/**
 * A Markdown table of times: the median, and the median of the pairwise ratios to the first command and to the last.
 *
 * @param times milliseconds, a row for each name and a column for a round
 */
export function ratioTable(names: readonly string[], times: readonly (readonly number[])[]): string {
  const [first = [], last = []] = [times[0], times.at(-1)]
  const rows = names.map((name, index) => {
    const own = times[index] ?? []
    return `| ${name} | ${percentile(own, 0.5).toFixed(0)} ms | ${ratioOf(own, first).toFixed(2)} | ${ratioOf(own, last).toFixed(2)} |`
  })
  const head = [`| Command | Median | / ${names[0]} | / ${names.at(-1)} |`, '| --- | ---: | ---: | ---: |']
  return [...head, ...rows].join('\n')
}

/** The median of the ratios. Pair by pair, since two commands of one round met the same machine; medians of each alone did not. */
export function ratioOf(own: readonly number[], other: readonly number[]): number {
  const ratios = own.map((milliseconds, round) => milliseconds / (other[round] ?? Number.NaN))
  return percentile(ratios, 0.5)
}

/** A Markdown table of medians; a row for each name. What nobody measured is left empty. */
export function usageTable(names: readonly string[], usages: readonly (readonly Usage[])[]): string {
  const rows = names.map((name, index) => {
    const median = (what: keyof Usage, unit: string) => {
      const value = medianUsage(usages[index] ?? [], what)
      return value === 0 ? '' : `${value.toFixed(0)} ${unit}`
    }
    return `| ${name} | ${median('wall', 'ms')} | ${median('cpu', 'ms')} | ${median('memory', 'MiB')} |`
  })
  return ['| Command | Wall | CPU | Memory |', '| --- | ---: | ---: | ---: |', ...rows].join('\n')
}

/** The median of what a program took in several rounds. */
export function medianUsage(usages: readonly Usage[], what: keyof Usage): number {
  return percentile(
    usages.map((usage) => usage[what]),
    0.5,
  )
}

/** A figure that is to be reached: no more than `goal`. */
export interface Goal {
  readonly what: string
  readonly measured: number
  readonly goal: number
}

/** A Markdown table of goals and how far they are reached. */
export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map(({ what, measured, goal }) => {
    const digits = goal < 10 ? 3 : 0
    return `| ${what} | ${measured.toFixed(digits)} | ${goal} | ${measured <= goal ? 'yes' : 'no'} |`
  })
  return ['| Goal | Measured | At most | Reached |', '| --- | ---: | ---: | --- |', ...rows].join('\n')
}
