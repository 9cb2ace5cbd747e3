import type { PhrasingContent } from 'mdast'
import { readNothing } from '../renderers/markdown.ts'
import type { ProjectHistory } from '../writing/project-history.ts'

/** A reader of the Markdown in fragments; the parser is loaded only where there are some. */
export async function readerOf({
  mayHoldMarkdown,
}: Pick<ProjectHistory, 'mayHoldMarkdown'>): Promise<(markdown: string) => PhrasingContent[]> {
  if (!mayHoldMarkdown) return readNothing
  const [{ parse }, { isCheap }] = await Promise.all([
    import('@frontdoor/markdown/parse'),
    import('@frontdoor/markdown/guard'),
  ])
  return (markdown) => {
    // What would keep a parser busy is shown as it is written.
    if (!isCheap(markdown)) return readNothing(markdown)
    const [first] = parse(markdown).children
    return first?.type === 'paragraph' ? first.children.map(harmless) : readNothing(markdown)
  }
}

/** Raw HTML in a fragment could be a marker, or open what nothing closes. */
function harmless(node: PhrasingContent): PhrasingContent {
  return node.type === 'html' ? { type: 'text', value: node.value } : node
}
