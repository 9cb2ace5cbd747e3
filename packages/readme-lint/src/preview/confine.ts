import type { Element, Root } from 'hast'

/** What could act, load, or reach out of its frame: the frame forbids all of it, but nothing is to depend on one wall. */
const unwanted: ReadonlySet<string> = new Set([
  'applet',
  'base',
  'embed',
  'frame',
  'frameset',
  'iframe',
  'link',
  'meta',
  'noscript',
  'object',
  'script',
  'style',
  'template',
])

const unwantedProperties: ReadonlySet<string> = new Set([
  'action',
  'autoFocus',
  'background',
  'formAction',
  'ping',
  'srcDoc',
  'target',
  'xLinkHref',
  'tabIndex',
  'accessKey',
  'contentEditable',
])

/** Attributes that the page itself reads in a frame. */
const ours = /^data(?:Spot|State|Label|Src|SrcSet|Poster|Section)$/i

/** Takes out of a rendered README whatever would not be words and pictures. Links lead to pages, to mail, or within the README. */
export function confine(parent: Root | Element): void {
  const wanted = parent.children.filter((node) => node.type !== 'element' || !unwanted.has(node.tagName.toLowerCase()))
  parent.children = wanted as Root['children'] & Element['children']
  for (const node of wanted) {
    if (node.type !== 'element') continue
    for (const [name, value] of Object.entries(node.properties)) {
      if (isUnwantedProperty(node.tagName, name, String(value))) delete node.properties[name]
    }
    confine(node)
  }
}

function isUnwantedProperty(element: string, name: string, value: string): boolean {
  if (/^on/i.test(name) || unwantedProperties.has(name) || ours.test(name)) return true
  if (name === 'style') return /url\s*\(|image-set|\\/i.test(value)
  // In a drawing, an address is loaded.
  if (name === 'href')
    return !['a', 'area'].includes(element) || !/^(?:https?:|mailto:|[#/.?]|[^:]*$)/i.test(value.trim())
  return false
}
