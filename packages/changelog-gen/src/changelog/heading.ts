import { isDevelopment } from '../version.ts'
import { findDate } from './written-date.ts'

/** What the heading of a release says. */
export interface ReleaseTitle {
  /** `1.2.3`, without `v` and the name of a package; absent for what is not released. */
  readonly version?: string
  /** `YYYY-MM-DD`, where the date is written so. */
  readonly date?: string
  /** The date as written, in whatever form: `6th December, 2024`. */
  readonly dateText?: string
  /** Address that the version leads to, where it is written in the heading. */
  readonly url?: string
  readonly yanked: boolean
  readonly unreleased: boolean
  /** How it is written, for the next one to be alike. */
  readonly form: TitleForm
}

/** How a release's heading is written: `[v1.2.3](https://…) (2024-01-01)`. */
export interface TitleForm {
  /** An emoji before everything else, with the blank behind it; absent where there is none. */
  readonly lead?: string
  /** What stands before the number: ``, `v`, `Version `, `pkg@`. */
  readonly prefix: string
  /** `link`: with its address; `reference`: in brackets, with a definition; `plain`: neither. */
  readonly link: 'link' | 'reference' | 'plain'
  /** What stands behind the version, with the pattern of the date: ` - {YYYY-MM-DD}`, ` ({MMMM D, YYYY})`; empty where nothing does. */
  readonly date: string
}

const number = String.raw`\d+(?:\.\d+)+(?:[-+.]?(?:\d+|[a-z][\da-z]*)(?:[-+.][\da-z]+)*)?`
const titlePattern = new RegExp(
  String.raw`^(?<open>\[)?(?<prefix>(?:(?:version|release|changes in|changelog for [\w.-]+)\s+|(?:@[\w.-]+\/)?(?!v?\d+\.\d)[\w.-]+[@/]v?|v)?)(?<version>${number}|(?<=[vV])\d+(?![\w.]))(?<rest>[\s\S]*)$`,
  'i',
)
/** What may stand behind a version in a heading; prose may not. */
const restPattern =
  /^\.?(?:\s*$|\s*[-–—(/:,"'“[`]|\s+(?:\d|on \d|released|yanked|unreleased|\p{Extended_Pictographic}))/iu
/** The last of them is a date that nobody has filled in: `20XX-XX-XX`. */
const unreleasedPattern =
  /\bunreleased\b|\bnot (?:yet )?released\b|\bin development\b|\bTB[AD]\b|\((?:next|upcoming|future|pending)(?: release| version)?\)|(?<!\w)(?:20)?(?:XX|YY|\?\?)+[-./](?:XX|MM|\?\?)\b/i
const nextPattern =
  /^(?:next(?: (?:release|version))?|to be released|not (?:yet )?released|upcoming(?: release)?|head|git|master|main|trunk|dev(?:elop(?:ment)?)?|TB[AD])$/i

/** An emoji, as a sign or as its name. */
const leadPattern =
  /^(?:(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0F|\u200D)+|:[a-z][\w+-]*:)\s+(?=[[\w@])/iu

/** `larder 1.2.3` and `larder (development version)`, as R and Julia name their packages in each heading; `Release larder 1.2.3`. */
const namedPattern =
  /^(?<before>(?:release )?)(?!(?:version|release) )(?<name>[a-z][\w.-]*) +(?:v?\d+\.\d|\(development version\)$)/i

/** The name that stands before the version in the heading of a release, where a space stands between. */
export function nameInTitle(text: string): string | undefined {
  return namedPattern.exec(text)?.groups?.name
}

/** Reads a heading that begins with a name; undefined where it is not that of a release. */
export function readNamedTitle(text: string, name: string): ReleaseTitle | undefined {
  const before = namedPattern.exec(text)?.groups?.before ?? ''
  if (!text.startsWith(`${before}${name} `)) return undefined
  const behind = text.slice(before.length + name.length).trim()
  const title = readReleaseTitle(behind.replace(/ release notes$/i, '').replace(/^\((development) version\)$/, '$1'))
  return title && { ...title, form: { ...title.form, prefix: `${before}${name} ${title.form.prefix}` } }
}

/** Reads the text of a heading; undefined where it is not that of a release. */
export function readReleaseTitle(text: string): ReleaseTitle | undefined {
  // Nobody writes so long a heading, and the expressions take time with the square of it.
  if (text.length > 500) return undefined
  const [, struck] = /^~~(.+)~~$/.exec(text) ?? []
  if (struck !== undefined) {
    const inside = readReleaseTitle(struck)
    return inside && { ...inside, yanked: true }
  }
  const [lead] = leadPattern.exec(text) ?? []
  const title = readTitle(lead === undefined ? text : text.slice(lead.length))
  return title && lead !== undefined ? { ...title, form: { lead, ...title.form } } : title
}

/**
 * Reads `Release (2026-01-02)`, as release-plan writes it: the packages and their versions are listed below, and of several the first counts.
 *
 * @param below what stands behind the heading
 */
export function readDatedTitle(text: string, below: () => string): ReleaseTitle | undefined {
  const [, date] = /^release \((\d{4}-\d{2}-\d{2})\)$/i.exec(text) ?? []
  if (date === undefined) return undefined
  const [, version] = /^\s*[*+-] +\S+ +v?(\d+\.\d+\.\d+\S*) \((?:major|minor|patch)\)/.exec(below()) ?? []
  if (version === undefined) return undefined
  const form: TitleForm = { prefix: 'Release ', link: 'plain', date: ' ({YYYY-MM-DD})' }
  return { version, date, dateText: date, yanked: false, unreleased: false, form }
}

function readTitle(text: string): ReleaseTitle | undefined {
  const title = text
    .replace(/[ \t]+#+$/, '')
    // A place that links lead to, as changie has it.
    .replace(/<a\s+(?:name|id)="[^"]*"\s*>([^<]*)<\/a>/i, '$1')
    .replaceAll(/\\([-.+_])/g, '$1')
    .trim()
  const escaped = escapedPattern.exec(title)?.groups
  if (escaped) return withBrackets(escaped as Record<'inside' | 'closing' | 'behind', string>)
  const plain = title.replace(/^\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/, '$1').trim()
  if (nextPattern.test(plain) || /^\W*unreleased\b/i.test(plain)) return unreleasedTitle(title)
  const groups = titlePattern.exec(title)?.groups as Record<'open' | 'prefix' | 'version' | 'rest', string> | undefined
  if (!groups)
    return unreleasedPattern.test(plain) && /^(?:master|main|develop|next)\b/i.test(plain)
      ? unreleasedTitle(title)
      : undefined
  const { link, url, behind } = readLink(groups)
  if (!restPattern.test(behind)) return undefined
  return {
    version: groups.version,
    ...readDate(behind),
    ...(url !== undefined && { url }),
    yanked: /\byanked\b/i.test(behind),
    unreleased: unreleasedPattern.test(behind) || isDevelopment(groups.version),
    form: { prefix: groups.prefix, link, date: dateForm(behind) },
  }
}

/** `\[1.2.3]`, as covector has it, whose brackets are no link. */
const escapedPattern = /^\\\[(?<inside>[^\\\]]*)(?<closing>\\?\])(?<behind>[\s\S]*)$/

function withBrackets({
  inside,
  closing,
  behind,
}: Readonly<Record<'inside' | 'closing' | 'behind', string>>): ReleaseTitle | undefined {
  const title = readTitle(inside + behind)
  if (title?.version === undefined) return title
  const { prefix, date } = title.form
  return { ...title, form: { ...title.form, prefix: `\\[${prefix}`, date: closing + date } }
}

function unreleasedTitle(title: string): ReleaseTitle {
  const [, url] = /^\[[^\]]*\]\(([^)\s]*)/.exec(title) ?? []
  const link = url === undefined ? (title.startsWith('[') ? 'reference' : 'plain') : 'link'
  return {
    yanked: false,
    unreleased: true,
    form: { prefix: '', link, date: '' },
    ...(url !== undefined && { url }),
  }
}

/** Takes apart what stands behind the version: the end of its brackets, its address, and the rest. */
function readLink({ open, rest }: { readonly open?: string; readonly rest: string }): {
  readonly link: TitleForm['link']
  readonly url?: string
  readonly behind: string
} {
  if (open === undefined) return { link: 'plain', behind: rest }
  const [whole, inner = '', url] = /^([^\]]*)\](?:\(<?([^)\s>]*)>?[^)]*\))?/.exec(rest) ?? []
  if (whole === undefined) return { link: 'plain', behind: rest }
  const behind = inner + rest.slice(whole.length)
  return url === undefined ? { link: 'reference', behind } : { link: 'link', url, behind }
}

function readDate(behind: string): Pick<ReleaseTitle, 'date' | 'dateText'> {
  const [date] = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(behind) ?? []
  if (date !== undefined) return { date, dateText: date }
  const [, inside, dashed] =
    /\(([^()]*\d[^()]*)\)|^\s*[-–—:/,]\s*(\S.*\d.*)$/.exec(behind.replace(/\[yanked\]/i, '')) ?? []
  const dateText = (inside ?? dashed)?.trim()
  return dateText === undefined ? {} : { dateText }
}

/** Signs around the date, and what leads to it, are written again; other words are not. */
function dateForm(behind: string): string {
  const date = findDate(behind)
  const [before = '', after = ''] = date ? behind.split(date.text, 2) : []
  if (date && /^(?:\s*[-–—:/,]?\s*[(_*`]*| on | released(?: on)? )$/i.test(before))
    return `${before}{${date.pattern}}${/^[_*`)]*/.exec(after)?.[0] ?? ''}`
  if (/\([^()]*\d/.test(behind)) return ' ({YYYY-MM-DD})'
  return /\d/.test(behind) ? ' - {YYYY-MM-DD}' : ''
}
