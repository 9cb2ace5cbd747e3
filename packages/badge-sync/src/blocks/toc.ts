import { UserError } from '@frontdoor/kit/io'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Section } from '@frontdoor/markdown/sections'
import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import { type Generator, generator } from '../block.ts'

export const block: Generator = generator({
  name: 'toc',
  summary: 'A table of contents: the headings behind it as nested links.',
  example: 'toc min=2 max=3',
  options: {
    min: { type: 'integer', minimum: 1, maximum: 6, default: 2, description: 'The highest level that is listed.' },
    max: { type: 'integer', minimum: 1, maximum: 6, default: 3, description: 'The deepest level that is listed.' },
  },
  generate({ document, body, options: { min, max } }) {
    if (min > max) throw new UserError(`min=${min} is more than max=${max}, so no level is listed`)
    const sections = document.sections.filter(
      ({ start, depth, slug }) => start >= body.end && depth >= min && depth <= max && slug !== '',
    )
    return sections.length === 0 ? [] : [nested(document, sections)]
  },
})

function nested(document: MarkdownDocument, sections: readonly Section[]): RootContent {
  const items: ListItem[] = []
  for (let index = 0; index < sections.length; ) {
    const section = sections[index] as Section
    const next = sections.findIndex(({ depth }, at) => at > index && depth <= section.depth)
    const below = sections.slice(index + 1, next === -1 ? undefined : next)
    const title: PhrasingContent = { type: 'link', url: `#${encodeURI(section.slug)}`, children: titleOf(section) }
    items.push({
      type: 'listItem',
      spread: false,
      children: [
        { type: 'paragraph', children: [title] },
        ...(below.length > 0 ? [nested(document, below) as never] : []),
      ],
    })
    index += below.length + 1
  }
  return { type: 'list', ordered: false, spread: false, children: items }
}

function titleOf({ node, title }: Section): PhrasingContent[] {
  const kept = node ? trimmed(plain(node.children)) : []
  return kept.length > 0 ? kept : [{ type: 'text', value: title }]
}

/** What is taken out of a title leaves the white space around it. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const text = nodes.map((node, index) => {
    if (node.type !== 'text') return node
    const value = node.value.replaceAll(/\s+/g, ' ')
    const start = index === 0 ? value.trimStart() : value
    return { ...node, value: index === nodes.length - 1 ? start.trimEnd() : start }
  })
  return text.filter((node) => node.type !== 'text' || node.value !== '')
}

/** What a link can hold: no link, no image and no HTML. */
function plain(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text' || node.type === 'inlineCode') return [{ type: node.type, value: node.value }]
    if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete')
      return [{ type: node.type, children: plain(node.children) }]
    return 'children' in node ? plain(node.children) : []
  })
}
