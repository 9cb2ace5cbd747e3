import { commonTypes } from './common-types.ts'
import { emojiTypes, leadingEmoji } from './emoji.ts'

/** The first line of a message, taken apart. */
export interface Header {
  /** Lower case; from an emoji where no word says it. Absent where the line follows no convention. */
  readonly type?: string | undefined
  readonly scope?: string | undefined
  /** True for `!` before the colon and for the emoji that means it. */
  readonly breaking: boolean
  /** Without type, scope, emoji and the pull request's number. */
  readonly subject: string
  /** Pull request that it came in with: the last `(#12)`. */
  readonly pr?: number | undefined
  /** Numbers before the last one: the pull requests that this one brought over from another branch. */
  readonly earlierPrs: readonly number[]
}

/**
 * `type(scope)!: subject`. The specification says "a noun" for a type and for a scope, in whatever script, with whatever hyphens.
 * A scope ends at the first closing parenthesis: `fix(a): use (b): c` has the scope `a`. Any blank does behind the colon: some
 * keyboards make an unbreakable one.
 */
export const conventionalHeader: RegExp =
  /^(?<type>[^\s()!:：]+)(?:\((?<scope>[^()\r\n]*)\))?(?<bang>!?)(?::[^\S\r\n]+|：\s*)(?<subject>\S.*)$/u

/** The keyword of a footer, where somebody made it the title. It names no type, and what breaks all the same. */
const breakingHeader = /^BREAKING[ -]CHANGE(?:\((?<scope>[^()\r\n]*)\))?!?(?:[ \t]?:|：)\s*(?<subject>\S.*)$/

/** `(scope): subject` behind an emoji, which is the type then (gitmoji.dev/specification, read 2026-11-28). */
const emojiHeader = /^\((?<scope>[^()\r\n]+)\)(?<bang>!?):\s*(?<subject>\S.*)$/

/** Takes a message's first line apart. What is a mistake of the hand is forgiven: blanks, `feat : x`, an emoji before the type. */
export function readHeader(line: string): Header {
  const { emoji, rest } = leadingEmoji(withoutCi(line.trim()))
  const { text, prs } = withoutNumbers(rest)
  const broken = breakingHeader.exec(text)?.groups
  const match = broken ?? conventionalHeader.exec(text)?.groups ?? conventionalHeader.exec(mended(text))?.groups
  const fromEmoji = emojiTypes.get(emoji)
  const groups = match ?? (fromEmoji && emojiHeader.exec(text)?.groups)
  return {
    type: groups?.type?.toLowerCase() ?? fromEmoji?.type,
    scope: groups?.scope?.trim() || undefined,
    breaking: broken !== undefined || groups?.bang === '!' || fromEmoji?.breaking === true,
    subject: leadingEmoji(groups?.subject?.trim() ?? text).rest || text || line.trim(),
    pr: prs.at(-1),
    earlierPrs: prs.slice(0, -1),
  }
}

/** What asks services to build nothing, before a title or behind it, is no word of it. */
const skipCi = String.raw`\[(?:(?:skip|no)[ -](?:ci|actions|azp|travis|appveyor|circle)|(?:ci|actions|azp|travis|appveyor|circle)[ -]skip)\]`
const skipCiAtEnds = new RegExp(`^(?:${skipCi}\\s*)+|(?:\\s*${skipCi})+(?=(?:\\s*\\([^()]*\\d\\))*$)`, 'gi')

function withoutCi(line: string): string {
  if (!line.includes(']')) return line
  return line.replace(skipCiAtEnds, '').trim() || line
}

/** `feat : x`, `feat (a): x`, `feat:x`, `[feat] x` and `* feat: x` can mean nothing else. */
function mended(text: string): string {
  return text
    .replace(/^[*-] +(?=[a-z]+(?:\([^()]*\))?!?: +\S)/i, '')
    .replace(/^\[(?:pre-commit\.)?([a-z]+)(?: lite)?\]:? +(?=\S)/i, (whole, word: string) =>
      commonTypes.has(word.toLowerCase()) ? `${word}: ` : whole,
    )
    .replace(/^(?=[\p{N}_-]*\p{L})([\p{L}\p{N}_-]{2,20}) ?(\([^()\r\n]*\))?(!?) ?:(?=\s)/u, '$1$2$3:')
    .replace(
      /^((?:feat|fix|docs?|chore|tests?|perf|refactor|style|build|ci|revert|bug|enh|maint|tst|typ|bld|update)(?:\([^()\r\n]*\))?!?:)(?=[^\s/:])/i,
      '$1 ',
    )
}

const number = /^\((?:pull request |PR )?[#!](\d+)\)\.?$/i

/** A title without the numbers that forges put behind it, and without what skips CI. */
export function bareTitle(line: string): string {
  return withoutNumbers(withoutCi(line)).text
}

/** Forges put the number of the pull request behind the title, once for each branch that it was brought to. */
function withoutNumbers(line: string): { text: string; prs: number[] } {
  const prs: number[] = []
  if (!line.endsWith(')') && !line.endsWith(').')) return { text: line, prs }
  let text = line
  for (let at = text.lastIndexOf('('); at !== -1; at = text.lastIndexOf('(')) {
    const [, digits] = number.exec(text.slice(at)) ?? []
    if (digits === undefined) break
    prs.unshift(Number(digits))
    text = text.slice(0, at).trimEnd()
  }
  // A title that is nothing but a number, be it behind a type, stays one.
  return /^(?:\S+:)?$/.test(text) ? { text: line, prs } : { text, prs }
}
