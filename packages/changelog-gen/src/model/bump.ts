import type { Bump } from '../change.ts'
import { isBetween, isDevelopment, isSnapshot, parseVersion, type Version } from '../version.ts'

/** How a project counts its versions. */
export interface BumpPolicy {
  /** What a breaking change does below 1.0.0: see the settings. */
  readonly zero: 'minor' | 'major' | 'patch'
  /** Name of the prerelease that is wished for. */
  readonly pre?: string | undefined
  /** True to end a series of prereleases. */
  readonly stable: boolean
  /** True for a project whose versions have two numbers: `25.2` is followed by `25.3`. */
  readonly isShort?: boolean
}

/** The version that follows on another for a bump that is not `none`. */
export function nextVersion(base: Version, bump: Bump, policy: BumpPolicy): string {
  // GNOME's prereleases have a name and no count: 51.beta, then 51.rc or 51.0.
  const [only, second] = base.numbers
  if (second === undefined) return `${only}.${policy.pre ?? 0}`
  const level = levelAt(base, bump, policy)
  const numbers = policy.isShort ? base.numbers : coreOf(base)
  const core = base.pre.length > 0 && covers(base, level) ? numbers : raise(numbers, level)
  const isPlain = base.pre.length === 0 || isDevelopment(base.text) || isSnapshot(base.text)
  if (policy.stable || (isPlain && policy.pre === undefined)) return core.join('.')
  const word = policy.pre ?? wordOf(base)
  const isRaised = core.join('.') !== numbers.join('.')
  const behind = !isRaised && wordOf(base) === word ? againPre(base) : firstPre(base, word)
  // Of `2.0-alpha1` there is a `2.0-alpha2`.
  return `${(isRaised || isPlain ? core : base.numbers).join('.')}${behind}`
}

/** What a bump means for the version that it starts from: below 1.0.0, everything may change (item 4 of SemVer). */
export function levelAt({ numbers }: Version, bump: Bump, { zero }: Pick<BumpPolicy, 'zero'>): Bump {
  if (numbers[0] !== 0 || zero === 'major') return bump
  if (bump === 'major') return 'minor'
  return bump === 'minor' && zero === 'patch' ? 'patch' : bump
}

/** Whether a prerelease already stands for a version of this level: 1.3.0-rc.1 does for a feature, 1.2.3-rc.1 does not. */
function covers(base: Version, level: Bump): boolean {
  const [, minor = 0, patch = 0] = coreOf(base)
  if (level === 'major') return minor === 0 && patch === 0
  return level === 'patch' || patch === 0
}

/** At least three numbers; .NET and Haskell have four. */
function coreOf(version: Version): number[] {
  const { numbers } = version
  return [...numbers, 0, 0].slice(0, isBetween(version) ? 3 : Math.max(3, numbers.length))
}

function raise(numbers: readonly number[], level: Bump): number[] {
  const raised = level === 'major' ? 0 : level === 'minor' ? 1 : numbers.length - 1
  return numbers.map((number, place) => (place < raised ? number : place === raised ? number + 1 : 0))
}

function wordOf({ pre }: Version): string | undefined {
  return pre.map(String).find((part) => /[a-z]/i.test(part))
}

/** A series goes on as it began: `rc.1` → `rc.2`, `beta1` → `beta2`, PEP 440's `rc1` → `rc2`. */
function againPre({ text, pre }: Version): string {
  const tail = /^\d+(?:\.\d+)*(?<pre>.*?)(?:\+.*)?$/.exec(text)?.groups?.pre ?? ''
  if (pre.length > 0 && /\d$/.test(tail)) return tail.replace(/\d+$/, (count) => String(Number(count) + 1))
  return `${tail}.1`
}

/** The first of a series is numbered as the one before was: from 0 only where that one was at 0. */
function firstPre({ text, pre }: Version, word: string | undefined): string {
  const isPep = pre.length > 0 && !text.includes('-')
  const first = pre.at(-1) === 0 && !isDevelopment(text) ? 0 : 1
  if (word === undefined) return `-${first}`
  return isPep ? `${word}${first}` : `-${word}.${first}`
}

/**
 * The calendar version of a day: the next one that is higher than the base.
 *
 * @param format parts such as `YYYY.MM.MICRO`
 * @param bump what a `MINOR` follows: a feature raises it
 */
export function calendarVersion(base: Version | undefined, format: string, now: Date, bump: Bump): string {
  const parts = format.split(/([.-])/)
  const dated = parts.map((part) => datePart(part, now))
  const counter = parts.findLastIndex(isCounter)
  if (counter === -1) return dated.join('')
  const first = parts.findIndex(isCounter)
  // The counter goes on within the same date; else it starts again.
  const isSameDate = base?.text.startsWith(dated.slice(0, first).join('')) === true
  const count = (back: number) => (isSameDate ? (base?.numbers.at(back) ?? -1) : -1)
  const isRaised = isSameDate && first !== counter && bump !== 'patch'
  // `2026.08.17.00`
  const [, padded = ''] = /[.-](0\d+)$/.exec(base?.text ?? '') ?? []
  const last = String(isRaised ? 0 : count(-1) + 1).padStart(padded.length, '0')
  const minor = String(Math.max(0, count(-2) + (isRaised ? 1 : 0)))
  return dated.map((part, at) => (isCounter(part) ? (at === counter ? last : minor) : part)).join('')
}

function isCounter(part: string): boolean {
  return part === 'MICRO' || part === 'MINOR'
}

/** The parts as calver.org names them (read 2026-11-22); months and weeks in UTC. */
function datePart(part: string, now: Date): string {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate()]
  const week = Math.ceil(((now.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7)
  const padded = (value: number) => String(value).padStart(2, '0')
  const values: Readonly<Record<string, string>> = {
    YYYY: String(year),
    YY: String(year - 2000),
    '0Y': padded(year - 2000),
    MM: String(month),
    '0M': padded(month),
    WW: String(week),
    '0W': padded(week),
    DD: String(day),
    '0D': padded(day),
  }
  return values[part] ?? part
}

/** A version that somebody wrote by hand. */
export function writtenVersion(text: string): Version | undefined {
  return parseVersion(text.trim().replace(/^v/i, ''))
}
