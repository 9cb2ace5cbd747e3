import type { RuleFinding } from '@frontdoor/kit/report'
import { nearest } from '@frontdoor/kit/text/nearest'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import type { HtmlComment } from '@frontdoor/markdown/html'
import { docsUrl } from '../docs-url.ts'
import type { ConfiguredRule } from '../rule.ts'
import { rule as unusedRule } from '../rules/suppress/unused.ts'
import { rules } from '../rules.generated.ts'
import type { Directive, Slip } from './directives.ts'
import { removeComment } from './remove-comment.ts'

/** A comment that suppresses, and the rules of which it has suppressed something. */
export interface Usage {
  readonly directive: Directive
  readonly used: Set<string>
}

/** All that the comments have done. */
export interface Suppression {
  readonly usages: readonly Usage[]
  readonly idleEnds: readonly HtmlComment[]
  readonly slips: readonly Slip[]
  readonly ran: readonly ConfiguredRule[]
}

/** A finding for each comment that is of no use, and for each with a name that is of none. */
export function findUnused(document: MarkdownDocument, { usages, idleEnds, slips, ran }: Suppression): RuleFinding[] {
  const checked = new Set(ran.map(({ rule }) => rule.name).filter((name) => name !== unusedRule.name))
  const known = new Set(rules.map(({ name }) => name))
  // Of a rule that did not run nobody knows whether it would have found something.
  const isIdle = (name: string, used: ReadonlySet<string>) => !known.has(name) || (checked.has(name) && !used.has(name))
  return [
    ...usages.flatMap(({ directive, used }) => {
      if (directive.rules.length === 0)
        return used.size > 0
          ? []
          : [wholeComment(document, { directive, usages, what: 'This comment suppresses nothing:' })]
      const idle = directive.rules.filter((name) => isIdle(name, used))
      if (idle.length === 0) return []
      return [describe(document, { directive, idle, usages, known })]
    }),
    ...idleEnds.map((comment) =>
      finding(comment, 'Nothing is suppressed before this comment: remove it', removeComment(document, comment)),
    ),
    ...slips.map(({ comment, meant }) => finding(comment, `This comment does nothing: write it as ${meant}`)),
  ]
}

interface Idle {
  readonly directive: Directive
  readonly idle: readonly string[]
  readonly usages: readonly Usage[]
  readonly known: ReadonlySet<string>
}

function describe(document: MarkdownDocument, { directive, idle, usages, known }: Idle): RuleFinding {
  const unknown = idle.find((name) => !known.has(name))
  const near = unknown && nearest(unknown, known)
  if (near) return finding(directive.comment, `There is no rule "${unknown}"; did you mean "${near}"?`)
  const what = unknown
    ? `There is no rule "${unknown}" (--list-rules has them all; a reason stands behind "--"):`
    : `This comment suppresses nothing of ${idle.map((name) => `"${name}"`).join(', ')}:`
  if (idle.length === directive.rules.length) return wholeComment(document, { directive, usages, what })
  const edits = [directive.comment, ...endOf(directive, usages)].flatMap((comment) =>
    withoutNames(document.slice(comment), directive.rules, idle).map(({ start, end, text }) => {
      return { start: comment.start + start, end: comment.start + end, text }
    }),
  )
  return finding(directive.comment, `${what} remove the name`, { edits, safe: true })
}

interface Whole extends Pick<Idle, 'directive' | 'usages'> {
  /** What is said of it. */
  readonly what: string
}

function wholeComment(document: MarkdownDocument, { directive, usages, what }: Whole): RuleFinding {
  const message = `${what} remove it`
  const comments = [directive.comment, ...endOf(directive, usages)]
  const fixes = comments.flatMap((comment) => removeComment(document, comment) ?? [])
  if (fixes.length < comments.length) return finding(directive.comment, message)
  const edits = fixes.flatMap((fix) => fix.edits)
  return finding(directive.comment, message, { edits, safe: fixes.every(({ safe }) => safe) })
}

/** The `enable` that ends this comment and no other: it goes with it. */
function endOf({ end }: Directive, usages: readonly Usage[]): HtmlComment[] {
  return end && usages.filter(({ directive }) => directive.end === end).length === 1 ? [end] : []
}

function finding({ start, end }: HtmlComment, message: string, fix?: RuleFinding['fix']): RuleFinding {
  const { name, severity } = unusedRule
  return { at: { start, end }, rule: name, severity, docs: docsUrl(name), message, ...(fix && { fix }) }
}

/** Writes the names that are left, in the manner of those that were there; nothing where a comment has none of them. */
function withoutNames(comment: string, all: readonly string[], idle: readonly string[]): Edit[] {
  const [first, last] = [all[0] as string, all.at(-1) as string]
  const start = comment.indexOf(first)
  if (start < 0) return []
  const end = comment.lastIndexOf(last, reasonAt(comment)) + last.length
  const separator = comment.slice(start, end).includes(',') ? ', ' : ' '
  return [{ start, end, text: all.filter((name) => !idle.includes(name)).join(separator) }]
}

/** A reason may hold the names, too. */
function reasonAt(text: string): number {
  return /\s--(?!>)/.exec(text)?.index ?? text.length
}
