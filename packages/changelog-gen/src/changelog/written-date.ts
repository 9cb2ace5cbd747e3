/** A date in some text, and how it is written there: `MMMM D, YYYY`. */
export interface WrittenDate {
  readonly text: string
  readonly pattern: string
}

const months = 'January February March April May June July August September October November December'.split(' ')
const month = `(?<month>${months.map((name) => `${name}|${name.slice(0, 3)}`).join('|')})`
const day = String.raw`(?<day>\d{1,2})(?<ordinal>st|nd|rd|th)?`
const forms = [
  String.raw`(?<!\d)(?<iso>\d{4}(?<sign>[-/.])\d{2}\k<sign>\d{2})(?!\d)`,
  String.raw`\b${month}\.? ${day}(?<comma>,?) \d{4}\b`,
  String.raw`\b${day} ${month}(?<comma>,?) \d{4}\b`,
].map((form) => new RegExp(form))

/** The first date in a text, if its parts can be told apart: in `01/02/2026` nobody knows which is the month. */
export function findDate(text: string): WrittenDate | undefined {
  for (const form of forms) {
    const match = form.exec(text)
    if (match?.groups) return { text: match[0], pattern: patternOf(match[0], match.groups) }
  }
  return undefined
}

function patternOf(text: string, groups: Readonly<Record<string, string | undefined>>): string {
  const { iso, sign = '-', day = '', month = '', ordinal } = groups
  if (iso !== undefined) return ['YYYY', 'MM', 'DD'].join(sign)
  const dayPart = ordinal !== undefined ? 'Do' : day.startsWith('0') ? 'DD' : 'D'
  const monthPart = month.length > 3 || month === 'May' ? 'MMMM' : 'MMM'
  return text
    .replace(/\d{4}$/, 'YYYY')
    .replace(month, monthPart)
    .replace(day + (ordinal ?? ''), dayPart)
}

/** Writes `2026-03-09` after a pattern: `March 9, 2026`. */
export function writeDate(date: string, pattern: string): string {
  const [year = '', number = '', padded = ''] = date.split('-')
  const name = months[Number(number) - 1] ?? number
  const values: Readonly<Record<string, string>> = {
    YYYY: year,
    MMMM: name,
    MMM: name.slice(0, 3),
    MM: number,
    Do: ordinalOf(Number(padded)),
    DD: padded,
    D: String(Number(padded)),
  }
  return pattern.replace(/YYYY|MMMM|MMM|MM|Do|DD|D/g, (part) => values[part] as string)
}

function ordinalOf(day: number): string {
  const isTeen = day > 10 && day < 14
  return `${day}${(isTeen ? undefined : ['st', 'nd', 'rd'][(day % 10) - 1]) ?? 'th'}`
}
