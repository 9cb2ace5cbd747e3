import type { Edit } from '@frontdoor/markdown/edit'
import type { HtmlAttribute, HtmlTag } from '@frontdoor/markdown/html'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'html/inline-style',
  summary: 'Sizes and alignment are attributes (`width`, `align`), not a `style`.',
  why: 'GitHub and nearly every registry drop `style`, so the image is as large as its file and the text stands where it stands. `width`, `height` and `align` are kept. A style that no attribute stands for, such as a margin, is nothing that a README needs.',
  severity: 'info',
  *check({ document: { tags } }) {
    const byName = new Map<string, Styled[]>()
    for (const tag of tags) {
      const styled = readStyle(tag)
      if (styled) byName.set(tag.name, [...(byName.get(tag.name) ?? []), styled])
    }
    for (const [name, group] of byName) {
      const [{ attribute, attributes }] = group as [Styled]
      const more = group.length > 1 ? ` and ${group.length - 1} more` : ''
      const message = `GitHub and most registries drop the style of this \`<${name}>\`${more}: write ${attributes.join(' ')}`
      yield { at: attribute, message, fix: { safe: false, edits: group.map(asAttributes) } }
    }
  },
})

interface Styled {
  readonly attribute: HtmlAttribute
  /** What can be written as attributes, and is not: `width="250"`. */
  readonly attributes: readonly string[]
  /** The declarations that no attribute stands for. */
  readonly rest: readonly string[]
}

function readStyle(tag: HtmlTag): Styled | undefined {
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
function asAttributes({ attribute: { start, end, value }, attributes, rest }: Styled): Edit {
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
