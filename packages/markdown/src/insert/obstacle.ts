import type { List, Nodes } from 'mdast'
import type { Edit } from '../edit.ts'
import { columnAt, columns, lineEnd, lineStart } from '../lines.ts'
import { rangeOf } from '../nodes.ts'
import type { Written } from '../write.ts'
import { htmlEnd, isClosed, isFrontMatter, isIndentedCode, isLoose, markerIn, startsAnywhere } from './edges.ts'
import { isCut } from './gap.ts'
import { linePrefix, openingOf } from './prefix.ts'
import { extraColumns, firstColumn, needsBlank, nextBlock, rightStart, type Site } from './site.ts'
import type { Target } from './target.ts'

/** What is about to be written: undefined blocks found no marker for a list. */
export interface Plan {
  readonly written: readonly Written[] | undefined
  readonly edit: Edit
}

/** Why the blocks of a plan cannot stand at a site in Markdown; undefined where they can. */
export function obstacle(target: Target, site: Site, { written, edit }: Plan): string | undefined {
  if (!written) return 'The lists on both sides use all markers there are; write text between two of the lists'
  return (
    openLeft(site) ??
    openWritten(written) ??
    takenIn(site, written) ??
    emptyItem(written) ??
    emptied(site, written) ??
    nestedFootnote(site, written) ??
    lostList(site, written) ??
    movedTab(site) ??
    lazyRight(site) ??
    brokenItem(site) ??
    brokenHtml(site, written) ??
    frontMatter(target, edit)
  )
}

function openLeft({ source, left, range }: Site): string | undefined {
  const end = left && Math.min(rangeOf(left).end, range?.start ?? Number.POSITIVE_INFINITY)
  if (left?.type === 'html' && htmlEnd(source.slice(rangeOf(left).start, end)) === 'open') {
    return 'The comment or raw HTML before is never closed and takes in what follows; close it'
  }
  if (left?.type === 'code' && !isClosed(left, source)) {
    return 'The code block before is never closed and takes in what follows; close it with a fence'
  }
  return undefined
}

function openWritten(written: readonly Written[]): string | undefined {
  const open = written.some(({ node, text }) => node.type === 'html' && htmlEnd(text) === 'open')
  return open ? 'The new HTML is never closed and would take in what follows; close it' : undefined
}

/** What is indented behind a list or a footnote becomes part of it, and what is indented far becomes code. */
function takenIn(site: Site, written: readonly Written[]): string | undefined {
  const { source, left } = site
  const right = nextBlock(site)
  if (right && !isIndentedCode(right, source) && extraColumns(site) > 3) {
    return 'The text behind is indented and would become code; indent it by less than four columns'
  }
  const last: Nodes | undefined = written.at(-1)?.node ?? (site.range ? left : undefined)
  if (!right || !last || !/^(?:list|footnoteDefinition|code)$/.test(last.type)) return undefined
  // New code has a fence.
  const takesCode = last.type !== 'code' || (last === left && isIndentedCode(left, source))
  if (takesCode && isIndentedCode(right, source)) {
    return 'The indented code behind would become part of what is before it; write it with a fence'
  }
  if (written.length > 0 || last.type !== 'list') return undefined
  const merges = markerIn(last, source) === markerIn(right, source) || extraColumns(site) > 0
  return merges ? 'The list before would take in what is behind; write text between them' : undefined
}

/** Right below other text only a list that starts with 1 is a list; micromark has it so behind indented code too. */
function lostList({ source, container, left }: Site, [first]: readonly Written[]): string | undefined {
  const below = left ? isIndentedCode(left, source) : container.type !== 'root'
  // A new first item has the number that the list has had.
  const node: Nodes | undefined =
    container.type === 'list' ? (first?.node as List | undefined)?.children[0] : first?.node
  if (!node || !below || startsAnywhere(node)) return undefined
  return 'The list could become part of the text above; start its numbers with 1'
}

/** Whether a line with a marker alone is an item depends on all that is around it. */
function emptyItem(written: readonly Written[]): string | undefined {
  const open: Nodes[] = written.map(({ node }) => node)
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'listItem' && node.children.every(isNothing)) return 'A new item has no text; give it some'
    if ('children' in node) open.push(...node.children)
  }
  return undefined
}

/** The marker of a container needs a block on its line. */
function emptied({ container, left, range }: Site, { length }: readonly Written[]): string | undefined {
  if (!range || length > 0 || left || container.type === 'root') return undefined
  return 'Nothing would be left on the first line of the quote, item or footnote; write something there or remove all of it'
}

function nestedFootnote({ path }: Site, written: readonly Written[]): string | undefined {
  const nested = path.some(isFootnote) && written.some(({ node }) => isFootnote(node))
  return nested ? 'A footnote cannot be defined in another one; insert it behind' : undefined
}

function isFootnote({ type }: Nodes): boolean {
  return type === 'footnoteDefinition'
}

function isNothing(node: Nodes): boolean {
  return node.type === 'paragraph' && node.children.length === 0
}

/** A tab in the line that the new text moves would reach to another column. */
function movedTab(site: Site): string | undefined {
  const { source, left, right, rightKeepsLine, start, prefix } = site
  if (left || !right || rightKeepsLine || columns(prefix) === firstColumn(site)) return undefined
  const tab = source.slice(start, lineEnd(source, start)).includes('\t')
  return tab ? 'The text behind is indented with a tab, which would mean another column; use spaces' : undefined
}

/** Text right below a paragraph or definition may be in its quote or item though its line does not start as the others do. */
function lazyRight({ source, path, container, left, right }: Site): string | undefined {
  if (!right || container.type === 'root') return undefined
  const { start } = rangeOf(right)
  const line = lineStart(source, start)
  if (line <= rangeOf(container).start) return undefined
  const before = source.slice(line, start)
  const quotes = path.filter(({ type }) => type === 'blockquote').length
  const short = before.split('>').length <= quotes || columns(before) + quotes < columns(linePrefix(source, path))
  if (!short && (left?.type !== 'definition' || isLoose([left, right], source))) return undefined
  return 'The text behind is in its quote or item only by what is before it; start its line as the others'
}

function brokenItem(site: Site): string | undefined {
  const { source, container, left } = site
  if (container.type !== 'listItem') return undefined
  const before = left ? container.children.slice(0, container.children.indexOf(left as never) + 1) : []
  if (typeof container.checked === 'boolean' && !before.some(({ type }) => type === 'paragraph')) {
    return 'The check box belongs to the first paragraph of its item; insert behind it'
  }
  if (container.children.length > 0) return undefined
  const behind = /[^ \t\r\n>]/.exec(source.slice(site.end))?.index
  if (behind === undefined || columnAt(source, site.end + behind) < openingOf(source, container).column)
    return undefined
  return 'The item is empty and would take in the indented text below; indent that text less'
}

/** The rest of HTML that a range cuts is code where it is indented by four columns and stands behind a blank line. */
function brokenHtml(site: Site, written: readonly Written[]): string | undefined {
  const { source, left, right, range, prefix, rightKeepsLine } = site
  const last = written.at(-1)?.node ?? left
  if (!range || !right || !last || !rightKeepsLine || !isCut(source, right, range.end)) return undefined
  const rest = columnAt(source, rightStart(source, site) as number)
  if (!needsBlank(site, last, right) || rest < columns(prefix) + 4) return undefined
  return 'The HTML behind is indented and would become code; write HTML here, or indent it by less than four columns'
}

/** A document that starts with `---` starts with a break until another `---` makes front matter of what is between. */
function frontMatter({ source, tree }: Target, { start, end, text }: Edit): string | undefined {
  const first = lineStart(source, 0)
  if (start === first) {
    const opens = text === '' && end > start && matterFence.test(source.slice(end))
    return opens ? 'The line of dashes or pluses behind would open front matter; write something before it' : undefined
  }
  const [fence] = matterFence.exec(source.slice(first)) ?? []
  if (fence === undefined || isFrontMatter(tree.children[0])) return undefined
  const closes = text.split(/[\r\n]/).some((line) => line.trimEnd() === fence)
  return closes
    ? 'The new line of dashes or pluses would make front matter of all above; start the file otherwise'
    : undefined
}

const matterFence = /^(?:---|\+\+\+)(?=[ \t]*(?:[\r\n]|$))/
