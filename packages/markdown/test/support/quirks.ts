import type { Nodes, Root } from 'mdast'
import { isIndentedCode } from '../../src/insert/edges.ts'
import { walk } from '../../src/nodes.ts'

/**
 * True for a source in which micromark reads blocks by what is around them, against the specification, so that even a
 * comment added elsewhere changes them: a marker of a list alone on its line, two blocks of indented code, a footnote in a
 * footnote, and a first line that could open front matter.
 */
export function isQuirky(source: string, tree: Root): boolean {
  let found = source.split('[^').length > 2 || /^\uFEFF?(?:---|\+\+\+)/.test(source)
  let code = false
  walk(tree, ({ node, parent }) => {
    const next = (parent.children as Nodes[])[(parent.children as Nodes[]).indexOf(node) + 1]
    if (isIndentedCode(node, source)) {
      code = true
      found ||= next !== undefined && isIndentedCode(next, source)
    }
    found ||= node.type === 'text' && /^(?:[-+*]|\d+[.)])[ \t]*$/m.test(node.value)
    found ||= node.type === 'listItem' && node.children.length === 0 && source.includes('[^')
  })
  return found || (code && /(?:^|[ \t>])(?:[-*+]|\d+[.)])[ \t]*$/m.test(source))
}
