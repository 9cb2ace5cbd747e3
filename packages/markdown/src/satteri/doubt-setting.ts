import type { Nodes } from 'mdast'

/** Where a node stands among the nodes of its document. */
export interface Setting {
  readonly source: string
  /** Inside a quote, a list item or a footnote. */
  readonly container: boolean
  readonly quote?: boolean
  /** The paragraph, heading or table cell around it. */
  readonly block?: Nodes
  readonly link?: boolean
  /** What stands between the block's start and the node: `[` that no `]` has answered. */
  readonly brackets: { open: number }
}

/** True where a sticky pattern matches at an offset. */
export function matchesAt(pattern: RegExp, source: string, offset: number): boolean {
  pattern.lastIndex = offset
  return pattern.test(source)
}

/** Offset where a node starts; 0 for one that no parser has made. */
export function startOf(node: Nodes | undefined): number {
  return node?.position?.start.offset ?? 0
}

/** Offset where a node ends; 0 for one that no parser has made. */
export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0
}

export function isOnOneLine(node: Nodes): boolean {
  return node.position?.start.line === node.position?.end.line
}

/** Offset of the start of the line that an offset is on. */
export function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1
}
