import type { Element, Root } from 'hast'
import { find, html as htmlNames } from 'property-information'
import { replaceIn, textIn } from './walk.ts'

/** Elements that run code, load pages, or change the page around them. */
const active = new Set(
  'script iframe frame frameset object embed applet base meta link animate animatemotion animatetransform set'.split(
    ' ',
  ),
)

/** Takes out of a tree what could act, also where a host would keep it: what is rendered here is only to be looked at. */
export function disarm(tree: Root): void {
  replaceIn(tree, (node) => {
    if (node.type === 'text') return undefined
    if (active.has(node.tagName.toLowerCase()) || holdsTags(node)) return []
    removeCode(node)
    return undefined
  })
}

/** Styles are written as they are. Inside of SVG a browser looks for tags in them, and no style is lost that has none. */
function holdsTags(node: Element): boolean {
  return node.tagName === 'style' && textIn(node).includes('<')
}

function removeCode({ properties }: Element): void {
  for (const [name, value] of Object.entries(properties)) {
    const { attribute } = find(htmlNames, name)
    if (/^on|^srcdoc$/i.test(attribute) || (addresses.test(attribute) && runsCode(String(value))))
      delete properties[name]
  }
}

const addresses =
  /^(?:.*href|src|srcset|action|formaction|poster|data|cite|background|longdesc|ping|manifest|codebase|values|to|from|by)$/i

/** A browser reads a scheme without white space and control characters in it. */
function runsCode(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a browser leaves out.
  const read = address.replaceAll(/[\u0000-\u0020\u007F-\u00A0\u00AD]/g, '')
  return /^(?:javascript:|vbscript:|data:text\/html)/i.test(read)
}
