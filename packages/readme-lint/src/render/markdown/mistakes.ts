import type { Finding } from '@frontdoor/markdown/finding'
import type { Link } from '@frontdoor/markdown/links'
import type { Rule } from '../../rule.ts'
import { rule as blankAfterSummary } from '../../rules/details/blank-after-summary.ts'
import { rule as blankInsideCode } from '../../rules/details/blank-inside-code.ts'
import { rule as markdownInSummary } from '../../rules/details/markdown-in-summary.ts'
import { rule as vsceIssue } from '../../rules/host/vsce-issue.ts'
import { rule as blockSwallowsMarkdown } from '../../rules/html/block-swallows-markdown.ts'
import { rule as deadAnchor } from '../../rules/link/dead-anchor.ts'
import { rule as deadFile } from '../../rules/link/dead-file.ts'
import type { Change, Note, Rendering } from './transformation.ts'
import { unlink } from './unlink.ts'

/** Mends what is wrong on every host, as the rules do it: markup that shows as it is typed, and links where no choice is needed. */
export function* mistakes(rendering: Rendering): Generator<Change> {
  for (const rule of asTyped) {
    for (const { fix } of check(rule, rendering)) if (fix) yield { edits: fix.edits }
  }
  for (const rule of [deadFile, deadAnchor]) {
    for (const { fix } of check(rule, rendering)) if (fix?.safe) yield { edits: fix.edits }
  }
}

/** Markup that still shows as it is typed, which only its author can mend. */
export function* unmended(rendering: Rendering): Generator<Note> {
  for (const rule of asTyped) for (const { at, message } of check(rule, rendering)) yield { at, message }
}

const asTyped = [blankAfterSummary, blankInsideCode, markdownInSummary, blockSwallowsMarkdown, vsceIssue]

/** Takes away links and images that lead nowhere, on the forge and here. */
export function* deadLinks(rendering: Rendering): Generator<Change> {
  const { document } = rendering
  for (const rule of [deadFile, deadAnchor]) {
    for (const { at, fix } of check(rule, rendering)) {
      if (fix?.safe) continue
      const found = document.links.find(({ urlAt, kind }) => urlAt.start === at.start && kind !== 'reference')
      if (!found) continue
      // All links to an anchor that is not there are told at once.
      const links = document.links.filter(({ url, kind }) => url === found.url && kind !== 'reference')
      for (const link of links) yield leadingNowhere(rendering, link, rule)
    }
  }
}

/** Where only the heading of another file is not there, the file still is. */
function leadingNowhere({ document }: Rendering, link: Link, rule: Rule): Change {
  const { url, urlAt } = link
  const anchor = document.slice(urlAt).indexOf('#')
  if (rule === deadAnchor && anchor > 0) return { edits: [{ start: urlAt.start + anchor, end: urlAt.end, text: '' }] }
  return { edits: unlink(document, link), note: { at: urlAt, message: `${url} leads nowhere and is not linked` } }
}

function check({ check }: Rule, { showing, ...placed }: Rendering): Iterable<Finding> {
  return check({ ...placed, showings: [showing], options: {} }) as Iterable<Finding>
}
