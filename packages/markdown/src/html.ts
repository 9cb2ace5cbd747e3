import type { Range } from './edit.ts'

/** One attribute of a tag. Names are lower case; the value has its character references decoded. */
export interface HtmlAttribute extends Range {
  readonly name: string
  readonly value: string
  /** Range of the value as written, without its quotes; empty where the attribute has no value. */
  readonly valueAt: Range
}

/** An opening or closing tag written in the document, in document order, never inside code. */
export interface HtmlTag extends Range {
  /** Lower case. */
  readonly name: string
  readonly kind: 'open' | 'close'
  /** `<br/>`, or a void element such as `<img>`: it has no closing tag. */
  readonly void: boolean
  readonly attributes: readonly HtmlAttribute[]
}

/** `<!-- value -->` as an html node of the tree: never inside code. */
export interface HtmlComment extends Range {
  readonly value: string
  /** False for a comment that is never closed: it swallows the rest of the page. */
  readonly closed: boolean
  /** True where the comment stands alone in an HTML block, outside any paragraph. */
  readonly flow: boolean
}

/** An opening tag with the closing tag it is paired with. `close` is absent where none was written. */
export interface HtmlElement extends Range {
  readonly name: string
  readonly open: HtmlTag
  readonly close: HtmlTag | undefined
  readonly parent: HtmlElement | undefined
}
