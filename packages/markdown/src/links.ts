import type { Definition, Image, ImageReference, Link as LinkNode, LinkReference } from 'mdast'
import type { Range } from './edit.ts'
import type { HtmlAttribute, HtmlTag } from './html.ts'

/** Where a link or image leads, and where that is written. */
export interface Link extends Range {
  /**
   * `inline` `[a](b)`, `reference` `[a][b]` (its address stands in a definition), `definition` `[b]: c`,
   * `autolink` `<https://…>` or a bare address, `html` an attribute of a tag.
   */
  readonly kind: 'inline' | 'reference' | 'definition' | 'autolink' | 'html'
  readonly image: boolean
  /** The address, with escapes and character references decoded. */
  readonly url: string
  /** Range of the address as written; for a reference that of its definition. */
  readonly urlAt: Range
  /** What a reader sees: the text of a link with the alt text of images in it, the alt text of an image. */
  readonly text: string
  readonly node?: LinkNode | Image | LinkReference | ImageReference | Definition
  /** For `html`: the tag and its attribute (`href`, `src`, `srcset` …). One candidate of a `srcset` is one link. */
  readonly tag?: HtmlTag
  readonly attribute?: HtmlAttribute
}
