import type { Item, SectionContent } from '../changelog/items.ts'
import type { EntryForm, Format } from './format.ts'
import { mostOf } from './most-of.ts'
import { hasSmallStart } from './small-start.ts'

/** Names of people say nothing of how entries are written. */
function isEntry({ group }: Item): boolean {
  return !/thank|contribut|credits|acknowledge/i.test(group?.title ?? '')
}

/**
 * How entries are written, as far as those of a changelog show it.
 *
 * @param open what people have written of the next release
 */
export function entryForm(
  open: SectionContent | undefined,
  contents: readonly SectionContent[],
  { entry }: Format,
): Partial<Format['entry']> {
  const items = contents.flatMap((content) => content.items.filter(isEntry))
  if (items.length < 3) return {}
  const scope = mostOf(items.flatMap(({ text }) => scopeForms.find(([, form]) => form.test(text))?.[0] ?? []))
  const references = referencesOf(items, entry)
  return {
    ...capitalOf(open, items, entry),
    ...(references && { references }),
    ...(arePlain(items) && { isPlain: true }),
    ...(scope && { scope }),
  }
}

/** True where most numbers are in no link. */
function arePlain(items: readonly Item[]): boolean {
  const numbered = items.filter(({ text }) => /[#!]\d/.test(text))
  const plain = numbered.filter(({ text }) =>
    /[#!]\d/.test(text.replaceAll(/\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])?/g, '')),
  )
  return plain.length > 2 && plain.length * 2 > numbered.length
}

function capitalOf(
  open: SectionContent | undefined,
  items: readonly Item[],
  { capital }: EntryForm,
): Partial<EntryForm> {
  const capitals = items.filter((item) => /^\p{Lu}/u.test(wordsOf(item))).length
  const small = items.filter(isSmall).length
  if (capitals + small === 0) return {}
  // Titles that are taken as they come may have capitals, too.
  const isTaken = !capital && open?.items.some(isSmall)
  return { capital: !isTaken && capitals > small }
}

function isSmall(item: Item): boolean {
  return hasSmallStart(wordsOf(item))
}

/** What an item says behind its type and scope. */
function wordsOf({ text }: Item): string {
  return text.replace(/^(?:[*_]{1,2}[^*]+[*_]{1,2}(?:\([^()]*\))?:? )+/, '')
}

function referencesOf(items: readonly Item[], { references }: EntryForm): EntryForm['references'] | undefined {
  if (references === 'leading' && items.some(({ text }) => /^\[(?:#\d+|`?[\da-f]{7,40}`?)\]\(/.test(text)))
    return references
  const commits = items.filter(({ text }) => /\/commits?\/[\da-f]{7}/.test(text)).length
  const numbers = items.filter(({ text }) => /[#!]\d+/.test(text)).length
  const half = items.length / 2
  if (commits > half) return numbers > half ? 'both' : undefined
  return numbers > half || commits === 0 ? 'parentheses' : undefined
}

const scopeForms: readonly (readonly [EntryForm['scope'], RegExp])[] = [
  ['bold', /^\*\*[^*]+:\*\* /],
  [
    'type',
    /^(?:\*\*BREAKING\*\* )?\*\*(?:FIX|FEAT|DOCS|REFACTOR|PERF|CHORE|TEST|STYLE|BUILD|CI|REVERT)\*\*(?:\([^()]*\))?: /,
  ],
  ['bold-word', /^\*\*[^*]+\*\*: /],
  ['italic', /^[*_]\([^()]+\)[*_] /],
]
