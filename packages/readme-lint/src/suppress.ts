import type { RuleFinding } from '@frontdoor/kit/report'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { HtmlComment } from '@frontdoor/markdown/html'
import { docsUrl } from './docs-url.ts'

/** A comment that switches rules off in a range: `<!-- readme-lint-disable top/title -- reason -->`. */
interface Directive {
  readonly comment: HtmlComment
  /** Names it gives; none means every rule. */
  readonly rules: readonly string[]
  /** Where findings that start there are suppressed. */
  readonly range: Range
}

const directive =
  /^readme-lint-(?<verb>disable(?:-next-line|-line|-file)?|enable)(?<rules>(?:[\s,]+(?!--)[^\s,]+)*)\s*(?:--.*)?$/s

/** The rule under whose name a comment is reported that suppresses nothing. */
export const unusedRule = {
  name: 'suppress/unused',
  summary: 'A comment that suppresses a rule suppresses something.',
  severity: 'warning',
} as const

/**
 * Takes out the findings that comments suppress, and adds one for each comment, or name in a comment, that suppresses
 * nothing. `ran` are the rules that were run: nothing is said about the others.
 */
export function suppress(
  document: MarkdownDocument,
  findings: readonly RuleFinding[],
  ran: ReadonlySet<string>,
): RuleFinding[] {
  const directives = readDirectives(document)
  if (directives.length === 0) return [...findings]
  const used = new Map<Directive, Set<string>>(directives.map((one) => [one, new Set()]))
  const kept = findings.filter((finding) => {
    const hits = directives.filter((one) => suppresses(one, finding))
    for (const hit of hits) used.get(hit)?.add(finding.rule)
    return hits.length === 0
  })
  return [...kept, ...directives.flatMap((one) => unused(one, used.get(one) as Set<string>, ran))]
}

function suppresses({ range, rules }: Directive, { at, rule }: RuleFinding): boolean {
  return range.start <= at.start && at.start < range.end && (rules.length === 0 || rules.includes(rule))
}

function unused({ comment, rules }: Directive, used: ReadonlySet<string>, ran: ReadonlySet<string>): RuleFinding[] {
  const at = { start: comment.start, end: comment.end }
  const finding = { at, rule: unusedRule.name, severity: unusedRule.severity, docs: docsUrl(unusedRule.name) }
  const idle = rules.filter((name) => ran.has(name) && !used.has(name))
  if (rules.length === 0 ? used.size > 0 : idle.length === 0) return []
  const names = idle.map((name) => `"${name}"`).join(', ')
  return [
    {
      ...finding,
      message: `This comment suppresses nothing${names && ` of ${names}`}: remove ${idle.length < rules.length ? 'the name' : 'it'}`,
    },
  ]
}

function readDirectives(document: MarkdownDocument): Directive[] {
  const directives: { -readonly [Key in keyof Directive]: Directive[Key] }[] = []
  for (const comment of document.comments) {
    const match = directive.exec(comment.value.trim())
    if (!match?.groups) continue
    const { verb = '' } = match.groups
    const rules = match.groups.rules?.split(/[\s,]+/).filter((name) => name !== '') ?? []
    if (verb === 'enable') {
      endOpen(directives, rules, comment.start)
      continue
    }
    directives.push({ comment, rules, range: rangeOf(document, comment, verb) })
  }
  return directives
}

/** An `enable` without names ends all that is open, one with names what was opened with the same ones. */
function endOpen(
  directives: { rules: readonly string[]; range: Range }[],
  rules: readonly string[],
  end: number,
): void {
  for (const open of directives) {
    if (open.range.end !== Number.POSITIVE_INFINITY) continue
    if (rules.length > 0 && rules.join() !== open.rules.join()) continue
    open.range = { start: open.range.start, end }
  }
}

function rangeOf({ source }: MarkdownDocument, comment: HtmlComment, verb: string): Range {
  if (verb === 'disable-file') return { start: 0, end: source.length + 1 }
  if (verb === 'disable') return { start: comment.start, end: Number.POSITIVE_INFINITY }
  const line = verb === 'disable-line' ? lineStart(source, comment.start) : nextLine(source, comment.end)
  return { start: line, end: nextLine(source, line) }
}

function lineStart(source: string, offset: number): number {
  return Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1
}

/** Start of the line after the one that an offset is on. */
function nextLine(source: string, offset: number): number {
  const end = /\r\n|\n|\r/g
  end.lastIndex = offset
  return end.test(source) ? end.lastIndex : source.length + 1
}
