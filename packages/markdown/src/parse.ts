import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'

/**
 * The engine seam: a source to an mdast tree with positions.
 *
 * The source has no byte order mark: `MarkdownDocument` takes it off and keeps the offsets right.
 */
export type Parse = (source: string) => Root

const matters: ('yaml' | 'toml')[] = ['yaml', 'toml']

const options = {
  extensions: [frontmatter(matters), gfm()],
  mdastExtensions: [frontmatterFromMarkdown(matters), gfmFromMarkdown()],
}

/** The reference engine: what remark-parse, remark-gfm and remark-frontmatter are made of, without what writes Markdown. */
export const parse: Parse = (source) => fromMarkdown(source, options)
