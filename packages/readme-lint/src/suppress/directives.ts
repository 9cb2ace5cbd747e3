import { nearest } from '@frontdoor/kit/text/nearest'
import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { HtmlComment } from '@frontdoor/markdown/html'
import { nextLine } from '../readme/lines.ts'

/** A comment that switches rules off in a range: `<!-- readme-lint-disable top/title -- reason -->`. */
export interface Directive {
  readonly comment: HtmlComment
  /** Names it gives; none means every rule. */
  readonly rules: readonly string[]
  /** Where findings that start there are suppressed. */
  readonly range: Range
  /** The comment that ends the range, where one does. */
  readonly end?: HtmlComment
}

/** What the comments of a document say to this tool. */
export interface Directives {
  readonly disabling: readonly Directive[]
  /** `enable` comments behind which nothing was switched off. */
  readonly idleEnds: readonly HtmlComment[]
  readonly slips: readonly Slip[]
}

/** A comment that looks like a directive and is none. */
export interface Slip {
  readonly comment: HtmlComment
  /** What may have been meant. */
  readonly meant: string
}

const verbs = ['disable', 'disable-next-line', 'disable-line', 'disable-file', 'enable']
/** A verb alone, or before the name of a rule: what goes on otherwise may be prose. */
const attempt = /^readme-lint[-:\s]+(?<verb>[a-z-]+):?(?:$|[\s,]+[\w-]+\/[\w-]+)/i

const directive =
  /^readme-lint-(?<verb>disable(?:-next-line|-line|-file)?|enable)(?<rules>(?:[\s,]+(?!--)[^\s,]+)*)\s*(?:--.*)?$/s

type Open = { -readonly [Key in keyof Directive]: Directive[Key] }

export function readDirectives(document: MarkdownDocument): Directives {
  const disabling: Open[] = []
  const idleEnds: HtmlComment[] = []
  const slips: Slip[] = []
  for (const comment of document.comments) {
    const { verb, rules: names = '' } = directive.exec(comment.value.trim())?.groups ?? {}
    if (verb === undefined) {
      slips.push(...slipOf(comment))
      continue
    }
    const rules = names.split(/[\s,]+/).filter((name) => name !== '')
    if (verb !== 'enable') disabling.push({ comment, rules, range: rangeOf(document, comment, verb) })
    else if (!endOpen(disabling, rules, comment)) idleEnds.push(comment)
  }
  return { disabling, idleEnds, slips }
}

function slipOf(comment: HtmlComment): Slip[] {
  const { verb = '' } = attempt.exec(comment.value.trim())?.groups ?? {}
  const meant = verb.startsWith('ignore') ? 'disable' : nearest(verb, verbs)
  return meant === undefined ? [] : [{ comment, meant: `<!-- readme-lint-${meant} RULE -->` }]
}

/** An `enable` without names ends all that is open, one with names what was opened with the same ones. */
function endOpen(directives: readonly Open[], rules: readonly string[], comment: HtmlComment): boolean {
  const ended = directives.filter(
    ({ range, rules: opened }) =>
      range.end === Number.POSITIVE_INFINITY && (rules.length === 0 || rules.join() === opened.join()),
  )
  for (const open of ended) Object.assign(open, { end: comment, range: { ...open.range, end: comment.start } })
  return ended.length > 0
}

function rangeOf({ source }: MarkdownDocument, comment: HtmlComment, verb: string): Range {
  if (verb === 'disable-file') return { start: 0, end: source.length + 1 }
  if (verb === 'disable') return { start: comment.start, end: Number.POSITIVE_INFINITY }
  const line = verb === 'disable-line' ? startOfLine(source, comment.start) : nextLine(source, comment.end)
  return { start: line, end: nextLine(source, line) }
}
