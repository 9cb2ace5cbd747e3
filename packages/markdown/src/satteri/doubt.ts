import type { Code, Definition, Heading, Html, ListItem, Nodes, Paragraph, Parents, Table } from 'mdast'
import { isDoubtfulInline } from './doubt-inline.ts'
import { endOf, isOnOneLine, lineStart, matchesAt, type Setting, startOf } from './doubt-setting.ts'

/**
 * True where satteri 0.10.5 and the reference may read a node of the top level in two ways.
 *
 * Found by comparing trees over specifications, real READMEs and mutations of both. What is in doubt is wider than what differs.
 *
 * | construct | what differs | in doubt |
 * | --- | --- | --- |
 * | quote or list in a quote | end, `spread` | where the outer quote goes on behind it |
 * | quote or list with a paragraph right after it | lazy lines that look like a table | all |
 * | empty quote or list item | end | all |
 * | footnote | nesting, lazy lines, labels | all definitions and references, `[^` in text |
 * | HTML block in a container | lazy lines; end, where it is not closed | all |
 * | `<pre>`, `<script>`, `<style>`, `<textarea>` | which tag closes the block | unless its own tag does |
 * | `<![CDATA[` | where it closes | all |
 * | fenced code | end, where it is not closed in a container; `meta` with blanks of Unicode | those |
 * | indented code | lines of blanks in it and behind it; directly behind a block | those, and all in a container |
 * | definition | a table or heading made of its lines and the next | in a container, text right after it, second line like a table's |
 * | table | lazy lines, `- \|`, HTML first in a row | in a container, such rows |
 * | task | start of its paragraph; `[ ]` with nothing after it | unless text follows `[ ] ` |
 * | `-` with nothing after it | whether a list starts there | paragraphs that start with a marker |
 * | everything in `isDoubtfulInline` | | |
 */
export function isDoubtful(node: Nodes, source: string): boolean {
  return visit(node, { source, container: false, brackets: { open: 0 } }, 0)
}

// More than the guard lets pass. The reference reads what has got by it, in a thread whose stack may overflow.
const tooDeep = 500

function visit(node: Nodes, setting: Setting, depth: number): boolean {
  if (depth > tooDeep || isDoubtfulBlock(node, setting) || isDoubtfulInline(node, setting)) return true
  if (!('children' in node)) return false
  const inside = settingInside(node, setting)
  return node.children.some((child) => visit(child, inside, depth + 1))
}

function settingInside(node: Parents, setting: Setting): Setting {
  switch (node.type) {
    case 'blockquote':
      return { ...setting, container: true, quote: true }
    case 'listItem':
      return { ...setting, container: true }
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return { ...setting, block: node, brackets: { open: 0 } }
    case 'link':
      return { ...setting, link: true }
    default:
      return setting
  }
}

function isDoubtfulBlock(node: Nodes, setting: Setting): boolean {
  switch (node.type) {
    case 'footnoteDefinition':
      return true
    case 'blockquote':
      return node.children.length === 0 || isFollowedInQuote(node, setting)
    case 'list':
      return isFollowedInQuote(node, setting)
    case 'listItem':
      return node.children.length === 0 || isDoubtfulTask(node, setting.source)
    case 'html':
      return setting.block === undefined && isDoubtfulHtml(node, setting)
    case 'code':
      return isFenced(node, setting.source) ? isDoubtfulFence(node, setting) : isDoubtfulIndent(node, setting)
    case 'definition':
      return isDoubtfulDefinition(node, setting)
    case 'table':
      return setting.container || isDoubtfulTable(node, setting.source)
    case 'paragraph':
    case 'heading':
      return isDoubtfulText(node, setting)
    default:
      return false
  }
}

/** The quote around it goes on behind what the container has in it. */
function isFollowedInQuote(node: Parents, { source, quote }: Setting): boolean {
  if (!quote) return false
  let last: Nodes = node
  while ('children' in last) last = last.children.at(-1) ?? { type: 'break', position: last.position }
  const next = source.indexOf('\n', endOf(last) - 1) + 1
  return next > 0 && matchesAt(/[ \t]*>/y, source, next)
}

const task = /(?:[-+*]|\d{1,9}[.)])[ \t]+\[(?:[ \txX]\](?=\s|$)|[ \t]*(?:[\r\n]|$))/y
const plainTask = /(?:[-+*]|\d{1,9}[.)]) +\[[ xX]\] +[^ \t\r\n]/y

function isDoubtfulTask(item: ListItem, source: string): boolean {
  const at = startOf(item)
  if (!matchesAt(task, source, at)) return false
  const first = item.children[0]
  return !matchesAt(plainTask, source, at) || first?.type !== 'paragraph' || first.children[0]?.type !== 'text'
}

const rawElement = /^\s*<(script|pre|style|textarea)(?![\w-])/i
const rawElementEnd = /<\/(script|pre|style|textarea)>/i

function isDoubtfulHtml(html: Html, { container }: Setting): boolean {
  if (container || html.value.includes('<![')) return true
  const opened = rawElement.exec(html.value)?.[1]
  return opened !== undefined && rawElementEnd.exec(html.value)?.[1]?.toLowerCase() !== opened.toLowerCase()
}

export function isFenced(code: Code, source: string): boolean {
  const first = source[startOf(code)]
  return first === '`' || first === '~'
}

const fence = /(`{3,}|~{3,})([^\n]*)/y
const oddBlank = /[^\S \t\r]/

function isDoubtfulFence(code: Code, { source, container }: Setting): boolean {
  fence.lastIndex = startOf(code)
  const [, opening = '', info = ''] = fence.exec(source) ?? []
  if (oddBlank.test(info)) return true
  if (isOnOneLine(code)) return container || /[ \t]$/.test(info)
  return container && !isClosed(code, source, opening)
}

const closingFence = /^([ \t>]*)(`{3,}|~{3,})[ \t]*$/

/** The last line of the code is a fence that answers the first one, as deep in quotes. */
function isClosed(code: Code, source: string, opening: string): boolean {
  const end = endOf(code)
  const [, prefix = '', closing = ''] = closingFence.exec(source.slice(lineStart(source, end), end)) ?? []
  const firstPrefix = source.slice(lineStart(source, startOf(code)), startOf(code))
  return closing.startsWith(opening) && depthOf(prefix) === depthOf(firstPrefix)
}

function depthOf(prefix: string): number {
  return prefix.split('>').length
}

const blankLine = /\n[ \t>]+(?:\r?\n|$)/
const onlyBlanks = /[ \t\r\n]*$/y

function isDoubtfulIndent(code: Code, { source, container }: Setting): boolean {
  const start = startOf(code)
  const end = endOf(code)
  if (container || blankLine.test(source.slice(start, end))) return true
  if (matchesAt(onlyBlanks, source, end) && /[ \t]/.test(source.slice(end))) return true
  const line = lineStart(source, start)
  return line > 0 && source.slice(lineStart(source, line - 1), line).trim() !== ''
}

const nothingOrDefinition = /[ \t]*(?:$|\r?\n)| {0,3}\[(?!\^)[^\]\n]*\]:/y
const tableLine = /\n(?=[ \t>]*[|:-])[ \t>|:-]*(?:\r?\n|$)/

function isDoubtfulDefinition(definition: Definition, { source, container }: Setting): boolean {
  const end = endOf(definition)
  const next = source.indexOf('\n', end) + 1
  if (container || (next > 0 && !matchesAt(nothingOrDefinition, source, next))) return true
  return tableLine.test(source.slice(startOf(definition), end))
}

function isDoubtfulTable(table: Table, source: string): boolean {
  const second = source.indexOf('\n', startOf(table)) + 1
  return matchesAt(/[ \t]*-[ \t]/y, source, second) || table.children.some((row) => source[startOf(row)] === '<')
}

const marker = /(?:[-+*]|\d{1,9}[.)]|\[[ \txX\r\n]\])(?:[ \t\r\n]|$)|\[\^/y
const breakBeforeBracket = /\\\r?\n[ \t>]*\]/

function isDoubtfulText(block: Heading | Paragraph, { source, container }: Setting): boolean {
  const start = startOf(block)
  if (matchesAt(marker, source, start)) return true
  if (isOnOneLine(block)) return false
  const text = source.slice(start, endOf(block))
  return breakBeforeBracket.test(text) || (container && tableLine.test(text))
}
