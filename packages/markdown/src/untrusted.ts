import type { PhrasingContent } from 'mdast'
import { visibleText } from './visible-text.ts'

type Allow = (reference: string) => boolean | string

export interface UntrustedOptions {
  /**
   * Asked for each mention (`@a`, `@a/b`), issue (`#1`, `GH-1`, `a/b#1`), commit (7 to 40 hexadecimal digits) and web
   * address. An address as answer makes it a link to there, true leaves it to the host (an address becomes a link to
   * itself), false makes it code.
   */
  readonly allow?: Allow
}

/**
 * Text from outside, such as a commit subject or a sponsor's name, as nodes that say it and do nothing.
 *
 * What a host would act on becomes inline code: mentions, references to issues and commits, `:emoji:`, `$math$`, tags,
 * web and e-mail addresses, `{{ templates }}`. That is how people write them by hand, no character changes, and it holds
 * everywhere: GitHub finds mentions in the page, where a backslash is gone, and a zero-width space would be copied along
 * and is what our own lint reports. What is in backticks becomes code too. Comments and `##[commands]` become text, for
 * which the writer uses references such as `&lt;`, so that no marker can come from here. Jekyll alone reads templates
 * inside code as well.
 */
export function untrustedText(value: string, { allow = () => false }: UntrustedOptions = {}): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  const visible = visibleText(value)
  // Most subjects are just words.
  if (visible !== '' && !visible.includes('`') && !risky.test(visible)) return [{ type: 'text', value: visible }]
  for (const { text, code } of spans(visible)) {
    if (code && !marker.test(text)) {
      push(nodes, { type: 'inlineCode', value: text })
      continue
    }
    for (const [part] of (code ? text.trim() : text).matchAll(parts)) {
      if (!risky.test(part) || marker.test(part)) push(nodes, { type: 'text', value: part })
      else pushWord(nodes, part, allow)
    }
  }
  return nodes
}

/**
 * An address from outside in its normal form; undefined unless it is `https:`, `http:` or the `mailto:` of one plain
 * address, without credentials and without white space or hidden characters.
 */
export function untrustedUrl(value: string): string | undefined {
  const text = value.trim()
  if (text !== visibleText(text) || /\s/.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.protocol === 'mailto:') return /^mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(url.href) ? url.href : undefined
  const web = url.protocol === 'https:' || url.protocol === 'http:'
  return web && url.username === '' && url.password === '' ? url.href : undefined
}

/** Text from outside for an attribute of a tag, with either quotes, also in a cell of a table. */
export function attributeText(value: string): string {
  return visibleText(value).replaceAll(/[&<>"'`{|}$]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** What a finder of markers, or the log of GitHub Actions, would act on inside code too. */
const marker = /<!--|--!?>|##\[/

/** Markers, tags, templates, what is between words, and words. */
const parts =
  /<!--|--!?>|##\[|<\/?[a-z](?:[^<>#-]|-(?!-)|#(?!#))*>|\$?\{[{%][^{}<>#]*[}%]\}|[\s,;]+|(?:(?!<!--|--!?>|##\[)[^\s,;])+/gi

/** More than GitHub acts on, on 2026-11-22: any `@` or `$`, and names of emoji and commits that do not exist. */
const risky = /[@$]|#\d|\bGH-\d|\b[\da-f]{7,}\b|:(?:100|1234|(?=[\d_]*[a-z+-])[\w+-]+):|:\/\/|www\.|<[a-z/!?]|\{[{%#]/i

const address = /^https?:\/\/\S+$/i
const reference = /^(?:@[a-z\d][a-z\d-]{0,38}(?:\/[\w.-]+)?|(?:[\w.-]+(?:\/[\w.-]+)?)?#\d+|GH-\d+|[\da-f]{7,40})$/i

interface Span {
  readonly text: string
  readonly code: boolean
}

/** Cuts text at its backticks as Markdown does: a run of them ends at the next run of the same length. */
function* spans(value: string): Generator<Span> {
  let done = 0
  for (const { start, end, length } of backticks(value)) {
    if (start < done) continue
    yield { text: value.slice(done, start), code: false }
    yield { text: unpadded(value.slice(start + length, end)), code: true }
    done = end + length
  }
  yield { text: value.slice(done), code: false }
}

/** Each run of backticks with the next one of its length, found from the end so that each run is looked at once. */
function backticks(value: string): { start: number; end: number; length: number }[] {
  const nearest = new Map<number, number>()
  const pairs: { start: number; end: number; length: number }[] = []
  for (const { index: start, 0: run } of [...value.matchAll(/`+/g)].reverse()) {
    const end = nearest.get(run.length)
    if (end !== undefined) pairs.push({ start, end, length: run.length })
    nearest.set(run.length, start)
  }
  return pairs.reverse()
}

/** Markdown takes a space off both ends. */
function unpadded(code: string): string {
  return code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '' ? code.slice(1, -1) : code
}

/** Writes a word without the brackets, quotes and full stops around it as what it may be. */
function pushWord(nodes: PhrasingContent[], word: string, allow: Allow): void {
  const [start, end] = coreOf(word)
  push(nodes, { type: 'text', value: word.slice(0, start) })
  push(nodes, coreNode(word.slice(start, end), allow))
  push(nodes, { type: 'text', value: word.slice(end) })
}

function coreNode(core: string, allow: Allow): PhrasingContent {
  const isAddress = address.test(core)
  const answer = (isAddress || reference.test(core)) && allow(core)
  const url = answer === true && isAddress ? untrustedUrl(core) && core : answer
  if (typeof url === 'string') return { type: 'link', url, children: [{ type: 'text', value: core }] }
  return { type: url === true ? 'text' : 'inlineCode', value: core }
}

function coreOf(word: string): readonly [number, number] {
  let start = 0
  let end = word.length
  while (start < end - 1 && `"'([*_~`.includes(word.charAt(start))) start++
  // The second colon of `:emoji:` belongs to it.
  const behind = word.indexOf(':') === word.length - 1 ? `"')].!?*_~:` : `"')].!?*_~`
  while (end > start + 1 && behind.includes(word.charAt(end - 1))) end--
  // So does the bracket that ends `@Size(2)`.
  const isOpen = word.lastIndexOf('(', end - 1) > Math.max(start, word.lastIndexOf(')', end - 1))
  return [start, isOpen && word.charAt(end) === ')' ? end + 1 : end]
}

/** Adds a text or code to one before it: two codes cannot touch. Two that would make a marker are kept apart by a space. */
function push(nodes: PhrasingContent[], node: PhrasingContent): void {
  const last = nodes.at(-1)
  if ('value' in node && node.value === '') return
  if (last?.type === 'text' && node.type === 'text') last.value += node.value
  else if (last?.type !== 'inlineCode' || node.type !== 'inlineCode') nodes.push(node)
  else if (!marker.test(last.value + node.value)) last.value += node.value
  else nodes.push({ type: 'text', value: ' ' }, node)
}
