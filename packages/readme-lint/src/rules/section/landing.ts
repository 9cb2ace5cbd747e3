import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { logoOf } from '../../readme/logo.ts'
import { linksIn, missingAt, topOf } from '../../readme/top.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'
import { names, sectionsAbout, type Topic } from '../../topics/topics.ts'
import { hasFeatures } from './features.ts'

export const rule: Rule = defineRule({
  name: 'section/landing',
  summary:
    'A README that should sell has a logo, links, key features, sponsors, opinions, requirements, installation, an example and the licence.',
  why: 'Some READMEs are the landing page of their project. What convinces there is known: FastAPI shows a logo and one sentence, links the documentation and the source, lists key features, thanks sponsors, quotes users, and goes from requirements over installation to an example that runs. In the profile `landing` only.',
  severity: 'warning',
  rst: true,
  *check(context) {
    const { document } = context
    const missing = parts.filter(({ isThere }) => !isThere(context)).map(({ name }) => name)
    if (missing.length === 0) return
    yield {
      at: missingAt(document),
      message: `A landing page sells more with what this one lacks: ${missing.join(', ')}`,
    }
  },
})

interface Part {
  readonly name: string
  isThere(context: RuleContext): boolean
}

/** In the order in which a landing page has them. */
const parts: readonly Part[] = [
  { name: 'a logo at the top', isThere: ({ document }) => logoOf(document) !== undefined },
  {
    name: 'links to the documentation and the source',
    isThere: ({ document }) => linksIn(document, topOf(document)).some(({ text }) => text !== ''),
  },
  { name: 'key features', isThere: ({ document }) => hasFeatures(document) },
  {
    name: 'sponsors',
    isThere: ({ document, project }) => project.funding.length === 0 || mentions('sponsors', document),
  },
  {
    name: 'opinions of users',
    isThere: ({ document }) => mentions('opinions', document) || document.nodes.of('blockquote').length > 0,
  },
  { name: 'requirements', isThere: ({ document }) => mentions('requirements', document) },
  { name: 'installation', isThere: ({ document }) => mentions('install', document) },
  {
    name: 'an example',
    isThere: ({ document }) => document.nodes.of('code').length > 1 || sectionsAbout('usage', document).length > 0,
  },
  { name: 'the licence', isThere: ({ document }) => mentions('license', document) },
]

function mentions(topic: Topic, document: MarkdownDocument): boolean {
  return sectionsAbout(topic, document).length > 0 || document.links.some(({ text }) => names(topic, text))
}
