import type { Edit } from '@frontdoor/markdown/edit'
import type { HtmlAttribute, HtmlTag } from '@frontdoor/markdown/html'

/** A `style` of which attributes say a part. */
export interface Styled {
  readonly attribute: HtmlAttribute
  /** What can be written as attributes, and is not: `width="250"`. */
  readonly attributes: readonly string[]
  /** The declarations that no attribute stands for. */
  readonly rest: readonly string[]
}

/** What attributes can say of the style of a tag; undefined where that is nothing. */
export function readStyle(tag: HtmlTag): Styled | undefined {
  const attribute = tag.attributes.find(({ name }) => name === 'style')
  if (!attribute) return undefined
  const declarations = attribute.value.split(';').map((one) => one.trim())
  const found = declarations.map((declaration) => ({ declaration, ...asAttribute(declaration, tag.name) }))
  const attributes = found.filter(({ name }) => name && !tag.attributes.some((other) => other.name === name))
  const rest = found.filter(({ name, declaration }) => !name && declaration !== '')
  if (attributes.length === 0) return undefined
  return {
    attribute,
    attributes: attributes.map(({ name, value }) => `${name}="${value}"`),
    rest: rest.map(({ declaration }) => declaration),
  }
}

/** A host that keeps styles still gets what is left of it. */
export function attributesInstead({ attribute: { start, end, value }, attributes, rest }: Styled): Edit {
  const style = rest.length > 0 && !value.includes('"') ? [`style="${rest.join('; ')}"`] : []
  return { start, end, text: [...attributes, ...style].join(' ') }
}

const sized = new Set('img table td th video'.split(' '))
const aligned = new Set('p div h1 h2 h3 h4 h5 h6 td th tr'.split(' '))

function asAttribute(declaration: string, tag: string): { name?: string; value?: string } {
  const [, property = '', value = ''] = /^([\w-]+)\s*:\s*(\S+)$/.exec(declaration.toLowerCase()) ?? []
  const [, size] = /^(\d+%?)(?:px)?$/.exec(value) ?? []
  if ((property === 'width' || property === 'height') && size && sized.has(tag)) return { name: property, value: size }
  if (property === 'text-align' && aligned.has(tag) && /^(?:left|right|center)$/.test(value))
    return { name: 'align', value }
  return property === 'float' && tag === 'img' && /^(?:left|right)$/.test(value) ? { name: 'align', value } : {}
}
