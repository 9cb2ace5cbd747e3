import type { Nodes, Root } from 'mdast'

/** Markdown as text for a mail, a terminal or an annotated tag: no links, no marks. */
export function plainText(tree: Root): string {
  return `${tree.children.flatMap((block) => blockText(block) || []).join('\n\n')}\n`
}

function blockText(node: Nodes): string {
  if (node.type === 'heading') return inline(node)
  if (node.type === 'list') {
    const between = node.spread ? '\n\n' : '\n'
    return node.children
      .map((item, index) => indented(item, node.ordered ? `${(node.start ?? 1) + index}. ` : '- '))
      .join(between)
  }
  if (node.type === 'definition' || node.type === 'html') return ''
  if (node.type === 'code') return node.value.replaceAll(/^(?=.)/gm, '    ')
  if (node.type === 'thematicBreak') return '---'
  if (node.type === 'paragraph' || node.type === 'table') return inline(node)
  return 'children' in node
    ? node.children
        .map((child) => blockText(child))
        .filter(Boolean)
        .join('\n\n')
    : inline(node)
}

function indented(item: Nodes, marker: string): string {
  const blocks = 'children' in item ? item.children.map((child) => blockText(child)).filter(Boolean) : []
  return marker + blocks.join('\n').replaceAll(/\n(?=.)/g, `\n${' '.repeat(marker.length)}`)
}

function inline(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.replaceAll(/\s*\n\s*/g, ' ')
  if (node.type === 'break') return '\n'
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  if (node.type === 'html') return ''
  if (node.type === 'tableRow') return node.children.map((cell) => inline(cell)).join(' | ')
  const between = node.type === 'table' ? '\n' : ''
  return 'children' in node ? node.children.map((child) => inline(child)).join(between) : ''
}
