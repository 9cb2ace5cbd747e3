import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/**
 * The engine seam: a source to an mdast tree with positions.
 *
 * The source has no byte order mark: `MarkdownDocument` takes it off and keeps the offsets right.
 */
export type Parse = (source: string) => Root

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(remarkGfm).freeze()

/** The reference engine: remark-parse with GFM and front matter. */
export const parse: Parse = (source) => processor.parse(source)

/** The same without some constructs of Markdown, as micromark names them: `htmlFlow`, `gfmFootnoteCall`. */
export function parseWithout(constructs: readonly string[]): Parse {
  const limited = processor()
    .data('micromarkExtensions', [{ disable: { null: [...constructs] } }])
    .freeze()
  return (source) => limited.parse(source)
}
