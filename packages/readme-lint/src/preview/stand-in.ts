import type { Range } from '@frontdoor/markdown/edit'
import type { Element, Root } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import rehypeRaw from 'rehype-raw'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { Showing } from '../hosts.ts'
import { sanitizeSchema } from '../render/sanitize-schema.ts'
import type { Placed } from '../shown/relative.ts'

const processor = unified().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).freeze()

export async function renderTree(
  placed: Placed,
  showing: Showing,
  { marks }: { marks: readonly { name: string; at: Range }[] },
): Promise<Root> {
  const tree = processor.runSync(placed.document.tree) as Root
  const schema = sanitizeSchema(showing.host)
  const safe = schema ? (sanitize(tree, schema) as Root) : tree
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const [start, end] = [child.position?.start.offset ?? -1, child.position?.end.offset ?? -1]
      const block = /^(p|li|ul|ol|div|blockquote|table|tbody|thead|tr)$/.test(child.tagName)
      const names = marks
        .filter(({ at }) => start >= 0 && !block && start <= at.start && at.end <= end)
        .map(({ name }) => name)
      if (names.length > 0) child.properties.dataMarks = names.join(' ')
      visit(child)
    }
  }
  visit(safe)
  return safe
}
