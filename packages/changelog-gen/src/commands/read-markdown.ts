import type { BlockContent, Nodes, RootContent } from 'mdast'
import type { Changelog } from '../changelog/changelog.ts'
import type { ReadMarkdown } from '../renderers/entry.ts'
import { readNothing } from '../renderers/markdown.ts'
import type { ProjectHistory } from '../writing/project-history.ts'

/**
 * A reader of the Markdown in fragments; the parser is loaded only where there are some.
 *
 * @param definitions those of the changelog, which a fragment may lead to: `[@ada][]`
 */
export async function readerOf(
  { mayHoldMarkdown }: Pick<ProjectHistory, 'mayHoldMarkdown'>,
  definitions: Changelog['definitions'],
): Promise<ReadMarkdown> {
  if (!mayHoldMarkdown) return readNothing
  const [{ parse }, { isCheap }] = await Promise.all([
    import('@frontdoor/markdown/parse'),
    import('@frontdoor/markdown/guard'),
  ])
  return (markdown) => {
    // What would keep a parser busy is shown as it is written.
    if (!isCheap(markdown)) return readNothing(markdown)
    const named = definitions.filter(({ label }) => markdown.toLowerCase().includes(`[${label.toLowerCase()}]`))
    const lines = named.map(({ label, url }) => `[${label}]: ${url}`)
    const { children } = parse([markdown, ...lines].join('\n\n'))
    const own = children.slice(0, children.length - lines.length)
    // Code without an end would take the definitions in.
    const isWhole = children.slice(own.length).every(({ type }) => type === 'definition')
    return (isWhole ? own : parse(markdown).children).map(block)
  }
}

function block(node: RootContent): BlockContent {
  if (node.type === 'html') return { type: 'paragraph', children: [{ type: 'text', value: node.value }] }
  return harmless(node) as BlockContent
}

/** Raw HTML in a fragment could be a marker, or open what nothing closes. */
function harmless(node: Nodes): Nodes {
  if (node.type === 'html') return { type: 'text', value: node.value }
  return 'children' in node ? ({ ...node, children: node.children.map(harmless) } as Nodes) : node
}
