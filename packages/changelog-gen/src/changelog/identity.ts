/** What tells that two entries are about the same change, however they are worded. */
export interface Identity {
  /** Numbers of issues and pull requests that it names, without sign. */
  readonly numbers: readonly string[]
  /** Hexadecimal beginnings of commits, lower case. */
  readonly shas: readonly string[]
  /** The words alone: without links, references, emphasis, scope marks, case and punctuation. */
  readonly words: string
}

/** Reads the identity of an entry from its Markdown. */
export function identify(markdown: string): Identity {
  // Long runs of white space would make the expressions below quadratic.
  // MyST's roles: {pr}`12`.
  const line = markdown.replaceAll(/\s+/g, ' ').replaceAll(/\{(?:pr|pull|issue|mr)\}`#?(\d+)`/g, '(#$1)')
  const text = line.replaceAll(/(`+)[^`]*\1/g, (code) => (/^`[\da-f]{7,40}`$/.test(code) ? code.slice(1, -1) : ''))
  return {
    numbers: unique([...references(text)]),
    shas: unique(text.matchAll(/(?<![\w#/.-])([\da-f]{7,40})(?![\w.-])|\/commits?\/([\da-f]{7,40})\b/g)).filter(isSha),
    words: wordsOf(line),
  }
}

/** Numbers in brackets, at the end, in addresses or behind "closes" and "see"; elsewhere they only tell of another change. */
function* references(text: string): Generator<RegExpMatchArray> {
  const number = /(?<![\w&/])(?:[\w.-]+\/[\w.-]+)?(?:#|GH-|!)(\d+)\b/g
  for (const [group] of text.matchAll(/\([^()]*\)|\[[^[\]]*\]/g)) yield* group.matchAll(number)
  yield* text.matchAll(/(?<![\w&/])(?:#|GH-|!)(\d+)[.\s]*(?:\(?@[\w-]+\)?[.,\s]*){0,9}$/g)
  for (const [list] of text.matchAll(/\bsee (?:#\d+(?:,? and |, )?)+(?=\s*(?:[.,;()]|$))/gi))
    yield* list.matchAll(number)
  yield* text.matchAll(/\b(?:close|fix|resolve)[sd]?(?:es|ed)? (?:#|GH-|!)(\d+)\b/gi)
  yield* text.matchAll(/\/(?:pull|issues|merge_requests|pull-requests|pulls)\/(\d+)\b/g)
}

/** A number such as 20240101 is not a commit, and neither is a word such as "defaced". */
function isSha(text: string): boolean {
  return text.length >= 12 || (/\d/.test(text) && /[a-f]/.test(text))
}

function unique(matches: Iterable<RegExpMatchArray>): string[] {
  return [...new Set([...matches].map(([, one, other]) => (one ?? other) as string))]
}

/** Words of an entry, for entries that name neither a number nor a commit. */
function wordsOf(line: string): string {
  return line
    .replace(/^\*\*Breaking:\*\* /, '')
    .replaceAll(/\(?\[([^[\]]*)\]\([^()\s]*\)\)?/g, (_, text: string) => (isReference(text) ? ' ' : ` ${text} `))
    .replaceAll(/(?:closes|fixes|resolves|refs)?\s*\(?(?:[#!]\d+|\b[\da-f]{7,40}\b)\)?/gi, ' ')
    .replaceAll(/\(?\[?@[\w-]+\]?\)?|&(?:#\d+|[a-z]+);/gi, ' ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function isReference(text: string): boolean {
  return /^(?:[\w./-]*[#!]\d+|`?[\da-f]{7,40}`?|@[\w-]+)$/.test(text)
}
