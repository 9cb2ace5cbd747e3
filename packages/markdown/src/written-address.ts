import type { MarkdownDocument } from './document.ts'
import type { Link } from './links.ts'
import { percentEncoded } from './percent.ts'

/** A web address as it has to be written in the place of the one that a link or an image of a document has. */
export function writtenAddress(document: MarkdownDocument, { kind, urlAt }: Link, url: string): string {
  // Brackets, angles and blanks end a destination in Markdown, apostrophes an attribute in HTML.
  const written = url.replaceAll(/[()'<>"\s]/g, percentEncoded)
  // Whoever writes a bare `&` in attributes finds it again.
  return kind === 'html' && !/&(?!amp;)/.test(document.slice(urlAt)) ? written.replaceAll('&', '&amp;') : written
}
