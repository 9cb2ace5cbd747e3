import { defineRule, type Rule } from '../../rule.ts'
import { lostFeature } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'host/mermaid',
  summary: 'A Mermaid diagram is drawn wherever the README is shown.',
  why: 'Where a host does not draw diagrams, readers see the source of one. An image with alt text, or a link to the page on the forge, serves them.',
  severity: 'info',
  check: (context) =>
    lostFeature(context, 'mermaid', ({ where, more }) => ({
      message: `On ${where} this Mermaid diagram is shown as its source${more}: add an image of it, or a link to the README on the forge`,
    })),
})
