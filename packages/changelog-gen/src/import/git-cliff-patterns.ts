import { searchOf } from '@frontdoor/kit/config/search'
import type { GivenCondition } from '../settings.ts'
import { flagsOf, searchText, wordsOf } from './search-text.ts'

/** What of a message git-cliff looks at: that of commits that follow the convention only, of all, or of all as mere text. */
export type Reading = 'conventional' | 'any' | 'text'

/** Types of which a rule for one means the other, too, since it only asks how messages begin. */
const relatives: Readonly<Record<string, readonly string[]>> = {
  feat: ['feat', 'feature'],
  doc: ['doc', 'docs'],
  test: ['test', 'tests'],
}

/** True for a pattern that every message holds, such as `.*`. */
export function takesAll(pattern: string): boolean {
  return /^\^?\.[*+]?\$?$/.test(pattern)
}

/** The messages that a pattern is found in; undefined where it is no expression of JavaScript. No condition means all of them. */
export function messageConditions(pattern: string, reading: Reading): GivenCondition[] | undefined {
  if (takesAll(pattern)) return reading === 'conventional' ? [{ type: ['*'] }] : []
  const types = reading === 'text' ? undefined : typesIn(pattern)
  const typed = types ? [{ type: types }] : []
  if (types && reading === 'conventional') return typed
  const free = parts(pattern).filter((part) => !part.startsWith('^'))
  const title = searchText(pattern)
  // Of the whole message, as git-cliff searches it, the title is but the first line.
  const body = searchText(flagsOf(pattern) + free.join('|'))
  if (!searchOf(title)) return undefined
  const words = [{ title: [title] }, ...(free.length > 0 ? [{ body: [body] }] : [])]
  return [...typed, ...words.map((one) => ({ ...(reading === 'conventional' && { type: ['*'] }), ...one }))]
}

/** The messages that hold a pattern behind their first line. */
export function bodyConditions(pattern: string, reading: Reading): GivenCondition[] | undefined {
  if (takesAll(pattern)) return messageConditions(pattern, reading)
  const body = searchText(pattern, 'm')
  return searchOf(body) ? [{ ...(reading !== 'text' && { type: ['*'] }), body: [body] }] : undefined
}

/** The messages that hold a pattern behind the colon of their first line. */
export function subjectConditions(pattern: string, reading: Reading): GivenCondition[] | undefined {
  if (reading === 'text' || !pattern.startsWith('^')) return messageConditions(pattern, reading)
  return messageConditions(`^(?:[\\w-]+(?:\\(.*?\\))?!?: )?(?:${pattern.slice(1)})`, reading)
}

/** `^feat`, `^[Ff]eat(\(.*\))?:`, `^(feat|docs?)`, `^chore|^ci`: words at the start of a message are types. */
function typesIn(pattern: string): string[] | undefined {
  const bare = pattern.slice(flagsOf(pattern).length).replaceAll(/\[([A-Za-z])\|?([A-Za-z])\]/g, oneLetter)
  const [, start = '', end = ''] = /^(.*?[\w)?])((?:\(\\\(\.[*+]\??\\\)\)\?(?:!\?)?:|\[[:(]{2}\])?)$/.exec(bare) ?? []
  const [, list = start.replaceAll(/(^|\|)\^/g, '$1')] = /^\^\(([\w|?]+)\)$/.exec(start) ?? []
  const isAnchored = start.startsWith('^(') || start.split('|').every((part) => part.startsWith('^'))
  const words = list.split('|')
  if (!isAnchored || !words.every((word) => /^[a-z]{2,}\??$/.test(word))) return undefined
  return [...new Set(words.flatMap((word) => typesOf(word, end === '')))]
}

/** @param isOpen true where more letters may follow on the word */
function typesOf(word: string, isOpen: boolean): readonly string[] {
  return (isOpen && relatives[word]) || wordsOf(word)
}

/** `[Ff]`, and `[f|F]`, as some write it, are one letter; types are compared in lower case. */
function oneLetter(whole: string, one: string, other: string): string {
  return one.toLowerCase() === other.toLowerCase() ? one.toLowerCase() : whole
}

/** What stands between the bars of a pattern that are in no parentheses or brackets. */
function parts(pattern: string): string[] {
  const found = ['']
  let depth = 0
  for (const [token] of pattern.slice(flagsOf(pattern).length).matchAll(/\\.|\[(?:\\.|[^\]])*\]|[\s\S]/g)) {
    if (token === '(') depth += 1
    if (token === ')') depth -= 1
    if (token === '|' && depth === 0) found.push('')
    else found.push(found.pop() + token)
  }
  return found
}
