import type { MarkdownDocument } from '@frontdoor/markdown/document'

/**
 * Computes something about a document once, however many rules ask for it. What else it is computed from must be the same
 * for all who ask.
 */
export function perDocument<Value, Rest extends readonly unknown[] = []>(
  compute: (document: MarkdownDocument, ...rest: Rest) => Value,
): (document: MarkdownDocument, ...rest: Rest) => Value {
  const known = new WeakMap<MarkdownDocument, { readonly value: Value }>()
  return (document, ...rest) => {
    const found = known.get(document) ?? { value: compute(document, ...rest) }
    known.set(document, found)
    return found.value
  }
}

/** What a reader sees of the whole document: text, code and alt texts. */
export const wholeText: (document: MarkdownDocument) => string = perDocument((document) =>
  document.text({ start: 0, end: document.source.length }),
)
