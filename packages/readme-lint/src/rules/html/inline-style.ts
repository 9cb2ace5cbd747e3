import { defineRule, type Rule } from '../../rule.ts'
import { attributesInstead, readStyle, type Styled } from '../../shown/instead/style.ts'

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
      yield { at: attribute, message, fix: { safe: false, edits: group.map(attributesInstead) } }
    }
  },
})
