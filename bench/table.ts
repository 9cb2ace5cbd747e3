import { percentile } from '../scripts/statistics.ts'

/**
 * A Markdown table of times: the median, and the median of the pairwise ratios to the first command and to the last.
 *
 * @param times milliseconds, a row for each name and a column for a round
 */
export function ratioTable(names: readonly string[], times: readonly (readonly number[])[]): string {
  const [first = [], last = []] = [times[0], times.at(-1)]
  const rows = names.map((name, index) => {
    const own = times[index] ?? []
    return `| ${name} | ${percentile(own, 0.5).toFixed(0)} ms | ${ratio(own, first)} | ${ratio(own, last)} |`
  })
  const head = [`| Command | Median | / ${names[0]} | / ${names.at(-1)} |`, '| --- | ---: | ---: | ---: |']
  return [...head, ...rows].join('\n')
}

/** Pair by pair, since two commands of one round met the same machine; medians of each alone did not. */
function ratio(own: readonly number[], other: readonly number[]): string {
  const ratios = own.map((milliseconds, round) => milliseconds / (other[round] ?? Number.NaN))
  return percentile(ratios, 0.5).toFixed(2)
}
