import type { VersionTag } from '../history/versions.ts'
import { parseVersion } from '../version.ts'

/** True for a version that starts with a year: nobody has made two thousand breaking releases. */
export function startsWithYear(text: string): boolean {
  const year = parseVersion(text)?.numbers[0] ?? 0
  return year >= 2000 && year < 2100
}

/** As many of the newest tags as tell how a project counts. */
const asMany = 12

/**
 * How calendar versions are made, from tags of such: `YYYY.0M.0D` where the parts are mostly the date of the tag, else `YYYY.MM.MICRO` or
 * `YYYY.MINOR.MICRO`, and `YY` where they start so. Undefined where the newest tag is no calendar version.
 *
 * @param newest tag that the next version follows on
 */
export function calendarFormat(newest: Pick<VersionTag, 'version'>, tags: readonly VersionTag[]): string | undefined {
  const isLong = startsWithYear(newest.version.text)
  const known = tags
    .filter(({ version }) => version.pre.length === 0 && startsWithYear(version.text) === isLong)
    .toSorted((a, b) => (b.seconds ?? 0) - (a.seconds ?? 0))
    .slice(0, asMany)
  const parts = known.map(({ version, seconds = 0 }) => ({
    written: version.text.split(/[.+-]/),
    date: new Date(seconds * 1000),
  }))
  if (!isLong && !startWithShortYear(parts)) return undefined
  const mostly = (at: number, of: (date: Date) => number) =>
    2 * parts.filter(({ written, date }) => Number(written[at]) === of(date)).length > parts.length
  const isPadded = (at: number) => parts.some(({ written }) => /^0\d/.test(written[at] ?? ''))
  const month = mostly(1, (date) => date.getUTCMonth() + 1)
  // What has a number behind the day may be called after the day that it is planned for.
  const isPlanned = newest.version.numbers.length > 3 && parts.every(({ written, date }) => isNear(written, date))
  const day = month && (isPlanned || mostly(2, (date) => date.getUTCDate()))
  const forms = [
    isLong ? 'YYYY' : 'YY',
    month ? (isPadded(1) ? '0M' : 'MM') : 'MINOR',
    ...(day ? [isPadded(2) ? '0D' : 'DD', 'MICRO'] : ['MICRO']),
  ]
  return forms.slice(0, Math.max(2, newest.version.numbers.length)).join('.')
}

/** True where the last number of all the newest of several releases is 0: whatever is new raises the one before it. */
export function raisesMinor(tags: readonly Pick<VersionTag, 'version' | 'seconds'>[]): boolean {
  const stable = tags.filter(({ version }) => version.pre.length === 0 && version.numbers.length === 3)
  const newest = stable.toSorted((a, b) => (b.seconds ?? 0) - (a.seconds ?? 0)).slice(0, asMany)
  return newest.length > 4 && newest.every(({ version }) => version.numbers[2] === 0)
}

const week = 7 * 24 * 60 * 60 * 1000

function isNear(written: readonly string[], date: Date): boolean {
  const [year = 0, month = 0, day = 0] = written.map(Number)
  return Math.abs(Date.UTC(year, month - 1, day) - date.getTime()) < week
}

interface Dated {
  readonly written: readonly string[]
  readonly date: Date
}

/** True where versions go with the years, through several: in one year, a major version may be its number, too. A mended older one may be late. */
function startWithShortYear(parts: readonly Dated[]): boolean {
  const fitting = parts.filter(({ written, date }) => Number(written[0]) === date.getUTCFullYear() % 100)
  const years = new Set(fitting.map(({ written }) => written[0]))
  return parts.length > 2 && years.size > 1 && fitting.length >= 0.75 * parts.length
}
