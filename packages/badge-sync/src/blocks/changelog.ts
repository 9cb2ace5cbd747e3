import { UserError } from '@frontdoor/kit/io'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers } from '@frontdoor/markdown/edit'
import { rangeOf, walk } from '@frontdoor/markdown/nodes'
import type { Section } from '@frontdoor/markdown/sections'
import type { Nodes, Parents, RootContent } from 'mdast'
import { type Generator, generator } from '../block.ts'
import { pageOf } from '../page-of.ts'

export const block: Generator = generator({
  name: 'changelog',
  summary: 'What is new: the latest release of the changelog.',
  example: 'changelog',
  options: {
    link: { type: 'boolean', default: true, description: 'With a link to the whole changelog at the end.' },
  },
  async generate({ project, read, once, options: { link } }) {
    const path = project.changelog
    const text = path === undefined ? undefined : project.files.text(path)
    if (path === undefined || text === undefined) throw new UserError('this project has no changelog')
    if (!/\.(?:md|markdown)$/i.test(path)) throw new UserError(`${path} is not written in Markdown`)
    return once(`changelog ${path} ${link}`, async () => {
      const document = await read(text, path)
      const release = document.sections.find(isRelease)
      if (!release) throw new UserError(`${path} has no release: a heading with a version`)
      const url = pageOf(project, path)
      const whole: RootContent = {
        type: 'paragraph',
        children: [{ type: 'link', url, children: [{ type: 'text', value: 'All changes' }] }],
      }
      return [titleOf(release), ...contentOf(document, release), ...(link ? [whole] : [])]
    })
  },
})

function isRelease({ title }: Section): boolean {
  return /(?<![\w.])v?\d+\.\d+(?:\.\d+)*/.test(title)
}

function titleOf({ title }: Section): RootContent {
  return {
    type: 'paragraph',
    children: [{ type: 'strong', children: [{ type: 'text', value: `${title.replace(/^\[([^\]]+)\]/, '$1')}:` }] }],
  }
}

function contentOf(document: MarkdownDocument, { body }: Section): RootContent[] {
  const inside = document.tree.children.filter((node) => covers(body, rangeOf(node)))
  return inside.flatMap((node) => {
    if (node.type === 'html' || node.type === 'definition' || node.type === 'footnoteDefinition') return []
    const copy = structuredClone(node)
    resolve({ type: 'root', children: [copy] }, document)
    // A heading here would be one of the README's. With a colon, linters do not take it for one.
    return copy.type === 'heading'
      ? [
          {
            type: 'paragraph' as const,
            children: [
              { type: 'strong' as const, children: [...copy.children, { type: 'text' as const, value: ':' }] },
            ],
          },
        ]
      : [copy]
  })
}

/** References become links: their definitions stay where they are. HTML goes, as does what it may open. */
function resolve(root: { type: 'root'; children: RootContent[] }, document: MarkdownDocument): void {
  const urls = new Map(document.nodes.of('definition').map(({ node }) => [node.identifier, node.url]))
  const changed: { node: Nodes; parent: Parents }[] = []
  walk(root, (found) => changed.push(found))
  for (const { node, parent } of changed) {
    if (node.type === 'linkReference') Object.assign(node, { type: 'link', url: urls.get(node.identifier) ?? '' })
    if (node.type === 'imageReference') Object.assign(node, { type: 'image', url: urls.get(node.identifier) ?? '' })
    if (node.type === 'html' || node.type === 'footnoteReference') drop(node, parent)
  }
}

function drop(node: Nodes, parent: Parents): void {
  parent.children = parent.children.filter((child) => child !== node) as never
  const last = (parent.children as Nodes[]).at(-1)
  // White space at the end of a line would have to be written as a reference.
  if (last?.type === 'text') last.value = last.value.trimEnd()
}
