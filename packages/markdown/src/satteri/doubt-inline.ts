import type { Html, Link, Nodes, Text } from 'mdast'
import type { Range } from '../edit.ts'
import { endOf, isOnOneLine, matchesAt, type Setting, startOf } from './doubt-setting.ts'

/**
 * True where satteri 0.10.5 and the reference may read a node in text in two ways.
 *
 * | construct | what differs | in doubt |
 * | --- | --- | --- |
 * | `*_`, `\**` | which run opens and which closes | mixed and escaped runs, unless it is plain that they open or close |
 * | emphasis beside an emoji | micromark sees half of a surrogate pair | unless a blank is on the other side |
 * | `www.`, `https://`, `a@b.c` | what becomes a link; links without a position | after `[`, with odd characters around or in it |
 * | HTML over two lines | prefixes and tabs in its value | with a tab, and all in a container |
 * | `<a b=c=d>` | whether it is a tag | tags that CommonMark does not know |
 * | code over two lines | tabs in its value | all in a container |
 * | text before a line ending | its end, where code, a tag or a link might have gone on | those characters in a container |
 * | label | prefixes of its second line, blanks at its ends | those in a container or a definition |
 * | title over two lines | escaped quotes in it | all |
 */
export function isDoubtfulInline(node: Nodes, setting: Setting): boolean {
  switch (node.type) {
    case 'text':
      return isDoubtfulText(node, setting)
    case 'html':
      return setting.block !== undefined && isDoubtfulTag(node, setting)
    case 'inlineCode':
      return setting.container && !isOnOneLine(node)
    case 'emphasis':
    case 'strong':
    case 'delete':
      return !isPlainRun(setting.source, startOf(node), opens) || !isPlainRun(setting.source, endOf(node), closes)
    case 'footnoteReference':
      return true
    case 'definition':
      return isDoubtfulLabel(node.label) || isOnTwoLines(node.label) || isOnTwoLines(node.title)
    case 'linkReference':
    case 'imageReference':
      return isDoubtfulLabel(node.label) || (setting.container && isOnTwoLines(node.label))
    case 'image':
      return isOnTwoLines(node.title) || isDoubtfulAlt(node.alt ?? '', setting)
    case 'link':
      return isOnTwoLines(node.title) || isDoubtfulLink(node, setting)
    default:
      return false
  }
}

// Most text has none of these characters, and no pattern has to look at it.
const special = /[*_~[\](`<@:.\ud800-\udfff]/

function isDoubtfulText(text: Text, setting: Setting): boolean {
  if (!special.test(text.value)) return false
  return isDoubtfulAddress(text, setting) || isDoubtfulEmphasis(text, setting) || isDoubtfulStart(text, setting)
}

const addressLike = /https?:\/\/|www\.|[-.\w+]@[-\w]+(?:\.[-\w]+)*\.[-\w]*[a-z](?![-\w]|\.[-\w])/i

/** An address that satteri has left in the text. Its brackets are counted for the links behind it. */
function isDoubtfulAddress(text: Text, { source, link, brackets }: Setting): boolean {
  // What stands in a link is answered there; in `<a:]>` it is no bracket.
  if (link) return false
  if (/[[\]]/.test(text.value)) brackets.open = openBrackets(source.slice(startOf(text), endOf(text)), brackets.open)
  return addressLike.test(text.value)
}

const escapedMarker = /\\[*_~]/g
const mixedMarkers = /\*[_~]|_[*~]|~[*_]|\0[*_~]|[*_~]\0/
const besidePair = /[^\s*_~][*_~]+[\ud800-\udfff]|[\ud800-\udfff][*_~]+[^\s*_~]/

function isDoubtfulEmphasis(text: Text, { source }: Setting): boolean {
  const { start, end } = withMarkers(source, { start: startOf(text), end: endOf(text) })
  const around = source.slice(Math.max(0, start - 1), end + 1)
  if (/[*_~]/.test(text.value) && mixedMarkers.test(around.replace(escapedMarker, '\0'))) return true
  return /[\ud800-\udfff]/.test(text.value) && besidePair.test(around)
}

/** A range and the markers on both sides of it. */
function withMarkers(source: string, { start, end }: Range): Range {
  let from = start
  let to = end
  while (isMarker(source[from - 1])) from--
  while (isMarker(source[to])) to++
  return { start: from, end: to }
}

const tagBeforeIndent = /<[a-z/][^<>]*\n *(?:\t| {4})/i

/** What looks as if something started in it that satteri did not find, or that goes on over the line ending. */
function isDoubtfulStart(text: Text, setting: Setting): boolean {
  const start = startOf(text)
  // `[a](` is a reference and the text `(`.
  const source = setting.source.slice(setting.source[start - 1] === ']' ? start - 1 : start, endOf(text))
  if (text.value.includes('[^') || mightGoOn(source, setting) || isOpenTitle(source)) return true
  return text.value.includes('<') && tagBeforeIndent.test(source)
}

/** `](a "` on one line and an escaped quote on a later one. */
function isOpenTitle(source: string): boolean {
  const start = source.indexOf('](')
  const next = start === -1 ? -1 : source.indexOf('\n', start)
  return next !== -1 && /\\["'()]/.test(source.slice(next))
}

/** Code, a tag or a link that is tried over the line ending and fails makes the reference draw the next line's prefix into the text. */
function mightGoOn(value: string, { container, block }: Setting): boolean {
  return container && block !== undefined && !isOnOneLine(block) && /`|<[a-z/!?]|\][[(]|\[\s*\n/i.test(value)
}

/** A tag in an alt text loses the blanks before its second line, or keeps them. */
function isDoubtfulAlt(alt: string, setting: Setting): boolean {
  return mightGoOn(alt, setting) || (isOnTwoLines(alt) && alt.includes('<'))
}

function openBrackets(source: string, before: number): number {
  let open = before
  for (const [bracket] of source.matchAll(/\\.|[[\]]/gs)) {
    if (bracket === '[') open++
    if (bracket === ']' && open > 0) open--
  }
  return open
}

const commonMarkTag =
  /^<(?:\/[a-z][a-z0-9-]*\s*|[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?)>$/i

function isDoubtfulTag(html: Html, { source, container }: Setting): boolean {
  if (html.value.startsWith('<![')) return true
  if (!isOnOneLine(html) && (container || source.slice(startOf(html), endOf(html)).includes('\t'))) return true
  return /^<[a-z/]/i.test(html.value) && !commonMarkTag.test(html.value)
}

type Side = (before: string, after: string) => boolean
const opens: Side = (before, after) => /[\s("'>]/.test(before) && /[\p{L}\p{N}]/u.test(after)
const closes: Side = (before, after) => /[\p{L}\p{N}]/u.test(before) && /[\s.,:;!?)"'<]/.test(after)

/** The run of markers at an offset is of one character, or plainly opens or closes. */
function isPlainRun(source: string, offset: number, side: Side): boolean {
  const { start, end } = withMarkers(source, { start: offset, end: offset })
  const run = source.slice(start, end)
  return run.replaceAll(run.charAt(0), '') === '' || side(source[start - 1] ?? ' ', source[end] ?? ' ')
}

function isMarker(character: string | undefined): boolean {
  return character === '*' || character === '_' || character === '~'
}

function isDoubtfulLabel(label: string | null | undefined): boolean {
  return !label || label.trim() !== label
}

function isOnTwoLines(title: string | null | undefined): boolean {
  return /[\r\n]/.test(title ?? '')
}

const plainWeb =
  /(?<![^ \t\r\n(*])www\.[a-z0-9][a-z0-9.-]*(?:[/?#:][^\\|]*)?$|(?<![^\s(*:;"'\u3000-\u303f\uff00-\uff1f])https?:\/\/[a-z0-9][a-z0-9.-]*(?:[/?#:][^\\|]*)?$/iy
const plainMail = /(?<![^\s(*:;"'])(?!www\.)[a-z0-9][\w.+-]*@[a-z0-9]+(?:[.-][a-z0-9]+)*$/iy

/** A link that was not written as one: an address in text. */
function isDoubtfulLink(link: Link, { source, brackets }: Setting): boolean {
  const start = startOf(link)
  const end = endOf(link)
  if (source[start] === '[' || source[start] === '<') return false
  if (brackets.open > 0 || matchesAt(/[^\s\w-]*[-_]/y, source, end)) return true
  const text = source.slice(Math.max(0, start - 1), end)
  const at = Math.min(start, 1)
  return !matchesAt(plainWeb, text, at) && !matchesAt(plainMail, text, at)
}
