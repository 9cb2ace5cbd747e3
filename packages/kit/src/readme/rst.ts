import { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import { UserError } from '../io.ts'
import type { RuleFinding } from '../report.ts'

/** Longer than every README, and read in seconds if it is made of nothing but items of lists. */
const maxLength = 2 * 1024 * 1024

/**
 * Makes a document of reStructuredText. Its tree is of the same nodes as that of Markdown, so rules need not know.
 *
 * @throws {UserError} where the text is too long
 */
export async function readRst(source: string, name: string): Promise<MarkdownDocument> {
  if (source.length > maxLength) {
    throw new UserError(`${name}: ${source.length} characters, more than the ${maxLength} that are read; split it`)
  }
  const { parseRst } = await import('@frontdoor/markdown/rst/parse')
  return new MarkdownDocument(source, parseRst)
}

/**
 * Findings with the fixes that only change an address: all else would be written as Markdown.
 *
 * @param mending rules whose fixes are written in reStructuredText
 */
export function withAddressFixes(
  { links }: MarkdownDocument,
  findings: readonly RuleFinding[],
  mending: ReadonlySet<string> = new Set(),
): RuleFinding[] {
  const addresses = new Set(links.map(({ urlAt }) => `${urlAt.start} ${urlAt.end}`))
  const fits = ({ start, end, text }: Edit) => addresses.has(`${start} ${end}`) && isPlainAddress(text)
  return findings.map(({ fix, ...finding }) =>
    fix && (mending.has(finding.rule) || fix.edits.every(fits)) ? { ...finding, fix } : finding,
  )
}

/** True where an address means the same wherever it stands: an underscore at its end would make it a name. */
function isPlainAddress(text: string): boolean {
  return /^[!-~]+$/.test(text) && !/[<>`\\|]|_$/.test(text)
}
