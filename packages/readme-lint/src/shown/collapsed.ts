import type { HtmlElement } from '@frontdoor/markdown/html'

/** True for a section that a reader has to open. */
export function isCollapsed({ name, open, close }: HtmlElement): boolean {
  return name === 'details' && close !== undefined && !open.attributes.some((attribute) => attribute.name === 'open')
}
