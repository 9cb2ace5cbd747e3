import type { MarkdownDocument } from '@frontdoor/markdown/document'

/** Computes something about a document once, however many rules ask for it. */
export function perDocument<Value>(
  compute: (document: MarkdownDocument) => Value,
): (document: MarkdownDocument) => Value {
  const known = new WeakMap<MarkdownDocument, { readonly value: Value }>()
  return (document) => {
    const found = known.get(document) ?? { value: compute(document) }
    known.set(document, found)
    return found.value
  }
}

/** What a reader sees of the whole document: text, code and alt texts. */
export const wholeText: (document: MarkdownDocument) => string = perDocument((document) =>
  document.text({ start: 0, end: document.source.length }),
)
