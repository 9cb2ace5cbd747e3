/** A version: SemVer, PEP 440 or a calendar version. */
export interface Version {
  /** As written, without the tag's prefix. */
  readonly text: string
  /** At least two, since a lone `v2` is a tag that moves; one where a prerelease follows as GNOME has them: `51.beta`. */
  readonly numbers: readonly number[]
  /** Parts of the prerelease; empty for a release. */
  readonly pre: readonly (string | number)[]
  /** What follows the numbers of PEP 440 as `post1`, or as `p1`; 0 where there is none. */
  readonly post: number
  /** When it was built, as Eclipse puts it behind the numbers: `202606012155`; 0 where that is not said. */
  readonly built: number
}

const grammar =
  /^(?<numbers>\d{1,9}(?:\.\d{1,9}){1,4}(?:\.\d{10,14})?|\d{1,9}(?=\.(?:alpha|beta|rc)))(?:(?:\.post|p)(?<post>\d{1,9})|-(?<pre>[\dA-Za-z][\dA-Za-z.-]*)|[._]?(?<pep>alpha|beta|preview|pre|dev|rc|a|b|c)[._-]?(?<count>\d{0,9}))?(?:\+[\dA-Za-z.-]+)?$/

/** Reads a version; undefined for what is none. */
export function parseVersion(text: string): Version | undefined {
  const groups = grammar.exec(text)?.groups
  if (!groups) return undefined
  const { numbers: written = '', post, pre, pep, count } = groups
  const all = written.split('.').map(Number)
  const built = all.find((number) => number > 1e9) ?? 0
  const numbers = built > 0 ? all.slice(0, -1) : all
  // What is numbered behind a date is released again on that day.
  if (pre !== undefined && /^\d{1,3}$/.test(pre) && (numbers[0] as number) >= 2000 && numbers.length === 3)
    return { text, numbers, pre: [], post: Number(pre), built }
  // Eclipse has `r` behind a release: `7.7.0.202606012155-r`.
  if (pre === 'r' && built > 0) return { text, numbers, pre: [], post: 0, built }
  const words = pep === undefined ? (pre?.split('.') ?? []) : [pep, count || '0']
  return {
    text,
    numbers,
    pre: words.map((word) => (/^\d+$/.test(word) ? Number(word) : word)),
    post: Number(post ?? 0),
    built,
  }
}

/** Negative where the first is lower. Build metadata does not count. */
export function compareVersions(a: Version, b: Version): number {
  for (let at = 0; at < Math.max(a.numbers.length, b.numbers.length); at++) {
    const difference = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0)
    if (difference !== 0) return difference
  }
  if (a.post !== b.post) return a.post - b.post
  const isRelease = a.pre.length === 0 || b.pre.length === 0
  return (isRelease ? b.pre.length - a.pre.length : comparePre(a.pre, b.pre)) || a.built - b.built
}

/** Item 11 of SemVer, with a development release of PEP 440 below all others. */
function comparePre(a: Version['pre'], b: Version['pre']): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compareIdentifiers(a[at] as string | number, b[at] as string | number)
    if (order !== 0) return order
  }
  return a.length - b.length
}

function compareIdentifiers(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  const [rank, otherRank] = [rankOf(one), rankOf(other)]
  if (rank !== otherRank) return rank - otherRank
  return one < other ? -1 : Number(one > other)
}

function rankOf(identifier: string | number): number {
  if (identifier === 'dev') return 0
  return typeof identifier === 'number' ? 1 : 2
}

/** The same for versions that are the same but for zeros at their ends, `5.0` and `5.0.0`, or for how a prerelease is joined: `5.0rc1` and `5.0.0-rc.1`. */
export function versionKey(text: string): string {
  return text
    .replace(/(?<=\d)[-._]?(alpha|beta|rc)[-._]?(?=\d+$)/i, (_, word: string) => `-${word.toLowerCase()}.`)
    .replace(/^(\d+(?:\.\d+)*?)(?:\.0)+(?=$|[-+])/, '$1')
}

/** True for what only says that work on a version has begun: `1.3.0-SNAPSHOT`, `1.3.0-dev`, `1.3.0.dev0`; `1.3.0-dev.4` is one of a series. */
export function isDevelopment(text: string): boolean {
  return /(?:-SNAPSHOT|-dev|\.dev0?)$/i.test(text)
}

/** True for a build between releases that is named by its time, as changesets calls a snapshot: `1.3.0-next-20260530064039`. */
export function isSnapshot(text: string): boolean {
  return /-(?:.*[-.])?\d{10,14}$/.test(text)
}

/** True for how R counts what comes between two releases: `1.2.1.9000` leads to whatever follows on 1.2.1. */
export function isBetween({ numbers }: Pick<Version, 'numbers'>): boolean {
  return numbers.length === 4 && (numbers[3] as number) >= 9000
}

/** The version that is worked on: `1.3.0` for `1.3.0-dev` and `1.3.0.dev4`. */
export function intendedVersion(text: string): string {
  return text.replace(/(?:-SNAPSHOT|-dev|\.dev\d*)$/i, '')
}

export function isPrerelease({ pre }: Version): boolean {
  return pre.length > 0
}
