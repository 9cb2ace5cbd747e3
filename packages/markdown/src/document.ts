import type { Root } from 'mdast'
import type { Range } from './edit.ts'
import type { HtmlComment, HtmlElement, HtmlTag } from './html.ts'
import type { Link } from './links.ts'
import type { Parse } from './parse.ts'
import type { Place } from './place.ts'
import type { Section } from './sections.ts'

/** One Markdown file. Everything is computed when first asked for, and offsets always count into `source`. */
export interface MarkdownDocument {
  readonly source: string
  /** True when the source starts with a byte order mark. */
  readonly bom: boolean
  /** The first line ending in the document; `\n` where there is none. */
  readonly eol: '\n' | '\r\n' | '\r'
  readonly tree: Root
  readonly tags: readonly HtmlTag[]
  readonly comments: readonly HtmlComment[]
  readonly elements: readonly HtmlElement[]
  readonly links: readonly Link[]
  readonly sections: readonly Section[]
  slice(range: Range): string
  place(offset: number): Place
}

export declare function createDocument(source: string, parse: Parse): MarkdownDocument
