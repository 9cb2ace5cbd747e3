import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { quickAddresses } from './gfm-addresses.ts'
import { unquotedAttributes } from './unquoted-attributes.ts'

/**
 * The engine seam: a source to an mdast tree with positions.
 *
 * The source has no byte order mark: `MarkdownDocument` takes it off and keeps the offsets right.
 */
export type Parse = (source: string) => Root

// Only copies of these are frozen: a copy of a frozen one would have each extension a second time.
const bare = unified().use(remarkParse).use(remarkGfm).use(quickAddresses)

const processor = bare().use(remarkFrontmatter, ['yaml', 'toml'])

/**
 * What micromark tries at every word, or every line, and a pattern without which no try succeeds. Most documents have neither, and are
 * read in nine tenths of the time without the one, and again without the other.
 */
const sought: Readonly<Record<string, RegExp>> = {
  emailAutolink: /[-+.\w]@[-\w]*\.[-.\w]/,
  // The row below the head of a table, in quotes too.
  table: /^(?=.*-)(?=.*[:|])[ \t>:|-]+$/m,
  unquotedAttributes: /<[a-z][^<>\n]*=[^\s"'=<>`]*\/[^\s"'=<>`]/i,
}

/** The reference engine: remark-parse with GFM and front matter. */
export const parse: Parse = (source) => {
  const needless = Object.keys(sought).filter((construct) => !sought[construct]?.test(source))
  return parseWithout(needless)(source)
}

const limited = new Map<string, typeof processor>()

/** The same without some constructs of Markdown, as micromark names them: `htmlFlow`, `gfmFootnoteCall`; and `frontmatter`, `unquotedAttributes`. */
export function parseWithout(constructs: readonly string[]): Parse {
  const name = constructs.join(' ')
  const fitting = limited.get(name) ?? without(constructs)
  limited.set(name, fitting)
  return (source) => fitting.parse(source)
}

function without(constructs: readonly string[]): typeof processor {
  // That of front matter is the only one without a name.
  const base = constructs.includes('frontmatter') ? bare : processor
  return base()
    .data('micromarkExtensions', [
      { disable: { null: [...constructs] } },
      ...(constructs.includes('unquotedAttributes') ? [] : [unquotedAttributes]),
    ])
    .freeze()
}
