import type { Edit } from '@frontdoor/markdown/edit'
import { attributeOf, type HtmlElement } from '@frontdoor/markdown/html'

/** `<div align="center">` in the place of `<center>`. */
export function divInstead({ open, close }: HtmlElement): Edit[] {
  const align = attributeOf(open, 'align') === undefined ? ' align="center"' : ''
  const name = (start: number, text: string) => ({ start, end: start + 'center'.length, text })
  return [name(open.start + '<'.length, `div${align}`), ...(close ? [name(close.start + '</'.length, 'div')] : [])]
}
