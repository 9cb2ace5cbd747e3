import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Section } from '@frontdoor/markdown/sections'
import { perDocument } from './per-document.ts'
import { type Topic, words } from './topic-words.ts'

export type { Topic } from './topic-words.ts'

const patterns = new Map<Topic, RegExp>()

/** The expression of a topic, made when first asked for: a run may ask for few of them. */
function patternOf(topic: Topic): RegExp {
  const known = patterns.get(topic) ?? pattern(words[topic])
  patterns.set(topic, known)
  return known
}

/** One expression for a list of words. Scripts without spaces between words match anywhere, others at the start of a word. */
function pattern(list: string): RegExp {
  const alternatives = list
    .split('|')
    .map((word) => word.trim())
    .map((word) => (word.endsWith('$') ? `${word.slice(0, -1)}(?![\\p{L}\\p{N}])` : word))
  const spaced = alternatives.filter((word) => !isUnspaced(word))
  const unspaced = alternatives.filter(isUnspaced)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced.join('|')})|${unspaced.join('|')}`, 'iu')
}

function isUnspaced(word: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}]/u.test(word)
}

/** True when a text names a topic. */
export function names(topic: Topic, text: string): boolean {
  return patternOf(topic).test(text)
}

const known: (document: MarkdownDocument) => Map<Topic, readonly Section[]> = perDocument(() => new Map())

/** Sections whose heading names a topic. */
export function sectionsAbout(topic: Topic, document: MarkdownDocument): readonly Section[] {
  const topics = known(document)
  const found = topics.get(topic) ?? document.sections.filter(({ title }) => names(topic, title))
  topics.set(topic, found)
  return found
}
