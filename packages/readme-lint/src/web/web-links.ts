import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Link } from '@frontdoor/markdown/links'

/** Names that stand for others in examples and lead nowhere (RFC 2606, RFC 6761). */
const example = /(?:^|\.)(?:example(?:\.(?:com|org|net))?|test|invalid)$/i
/** What a reader is to fill in: `{owner}`, `<name>`, `$HOST`, `your-name`. */
const placeholder = /[{}<>$[\]]|%7B|%3C|\byour[-_]|\bUSER(?:NAME)?\b|\.\.\./

/** The links and images of a document that lead to the web, each address where it is written. */
export function webLinks({ links }: MarkdownDocument): Link[] {
  return links.filter(({ kind, url }) => kind !== 'reference' && isWebAddress(url))
}

function isWebAddress(url: string): boolean {
  if (!/^https?:\/\//i.test(url) || placeholder.test(url) || !URL.canParse(url)) return false
  return !example.test(new URL(url).hostname)
}
