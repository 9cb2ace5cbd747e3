import { once } from '@frontdoor/kit/cache/once'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Section } from '@frontdoor/markdown/sections'
import { perDocument } from '../readme/per-document.ts'
import { type WordMatcher, wordMatcher } from './word-matcher.ts'
import { type Topic, words } from './words.ts'

export type { Topic } from './words.ts'

/** The matcher of a topic, made when first asked for: a run may ask for few of them. */
const matcherOf: (topic: Topic) => WordMatcher = once((topic: Topic) =>
  wordMatcher(words[topic].split('|').map((word) => word.trim())),
)

/** True when a text names a topic. */
export function names(topic: Topic, text: string): boolean {
  return matcherOf(topic)(text)
}

const known: (document: MarkdownDocument) => Map<Topic, readonly Section[]> = perDocument(() => new Map())

/** Sections whose heading names a topic. */
export function sectionsAbout(topic: Topic, document: MarkdownDocument): readonly Section[] {
  const topics = known(document)
  const found = topics.get(topic) ?? document.sections.filter(({ title }) => names(topic, title))
  topics.set(topic, found)
  return found
}
