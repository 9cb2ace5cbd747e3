import { MarkdownDocument } from '@frontdoor/markdown/document'
import { parse } from '@frontdoor/markdown/parse'

export function read(source: string): MarkdownDocument {
  return new MarkdownDocument(source, parse)
}
