import type { Finding } from '@frontdoor/markdown/finding'
import { commonTypes } from '../../message/common-types.ts'
import { leadingEmoji } from '../../message/emoji.ts'
import type { MessageRule, Types } from '../rule.ts'

/** A slip of the hand, with which most tools see no type; some are forgiven here, but a commit is read by others, too. */
export const header: MessageRule = {
  name: 'message/header',
  summary: 'What is nearly "type(scope): subject" is exactly that.',
  severity: 'error',
  *check(context) {
    if (context.isMade) return
    const [line] = context.lines
    const [lead = ''] = /^(?:\s|[-*>]\s)*/.exec(line.text) ?? []
    const { rest } = leadingEmoji(line.text.slice(lead.length))
    const read = readNearly(rest, context.types)
    if (read) yield* faults(read, { ...line, lead, rest })
  },
}

/** A title as it was most likely meant. */
interface Meant {
  /** `feat(a)!: `, as it should be. */
  readonly prefix: string
  /** Length of what stands there instead. */
  readonly length: number
  readonly subject: string
}

interface Title {
  readonly start: number
  readonly end: number
  /** What stands before type and emoji. */
  readonly lead: string
  /** From the type on. */
  readonly rest: string
}

function* faults({ prefix, length, subject }: Meant, { start, end, lead, rest }: Title): Generator<Finding> {
  const place = end - rest.length
  if (subject === '') {
    yield { at: { start: place, end }, message: `Nothing behind "${prefix.trimEnd()}": say what the change does` }
    return
  }
  const given = rest.slice(0, length)
  const removal = { start, end: start + lead.length, text: '' }
  const isExact = given.trimEnd() === prefix.trimEnd() && /\s$/.test(given)
  if (isExact && lead === '') return
  yield {
    at: { start: lead === '' ? place : start, end: place + given.trimEnd().length },
    message: `Most tools see no type in "${(lead + given).trimEnd()}": write "${prefix}${subject}"`,
    fix: { safe: true, edits: [...(lead ? [removal] : []), { start: place, end: place + length, text: prefix }] },
  }
}

const type = String.raw`(?<type>\p{L}[\p{L}\p{N}_-]*)`
const scope = String.raw`\((?<scope>[^()]*)\)`
// Three blanks in a row, each as long as it likes, would take long to tell apart.
const gap = ' {0,3}'
const forms: readonly RegExp[] = [
  // `feat : x`, `feat (a) !: x`, `feat; x`, `feat：x`
  new RegExp(String.raw`^${type}${gap}(?:${scope})?${gap}(?<bang>!?)${gap}[:：;](?:\s+|$)`, 'u'),
  // `feat!(a): x`
  new RegExp(String.raw`^${type}(?<bang>!)${scope}${gap}[:：]\s*`, 'u'),
  // `feat(a) x`
  new RegExp(String.raw`^${type}${scope}(?<bang>!?)\s+(?![:：;])`, 'u'),
  // `feat(a: x`
  new RegExp(String.raw`^${type}\((?<scope>[^():]*)(?<bang>)[:：]\s+`, 'u'),
]

/** Without a blank (`feat:x`) or a colon (`feat x`), a rarer word may be meant as a word: `site:search`, `update x`. */
const commonForms: readonly RegExp[] = [
  new RegExp(String.raw`^${type}(?:${scope})?(?<bang>!?)[:：](?=[^\s/:])`, 'u'),
  /^(?<type>feat)(?<bang>!?) +(?=[^\s:：;])/,
]

function readNearly(text: string, types: Types): Meant | undefined {
  return readAs(forms, text, types) ?? readAs(commonForms, text, commonTypes)
}

function readAs(some: readonly RegExp[], text: string, types: Pick<Types, 'has'>): Meant | undefined {
  for (const form of some) {
    const match = form.exec(text)
    const { type: word = '', scope: about = '', bang = '' } = match?.groups ?? {}
    if (!match || !types.has(word.toLowerCase())) continue
    const inner = about.trim()
    const prefix = `${word}${inner === '' ? '' : `(${inner})`}${bang}: `
    return { prefix, length: match[0].length, subject: text.slice(match[0].length) }
  }
  return undefined
}
