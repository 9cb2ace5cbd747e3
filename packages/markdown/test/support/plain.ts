import type { Nodes } from 'mdast'

type Plain = { type: string; children?: Plain[] } & Record<string, unknown>

/**
 * A tree as a string, without what Markdown cannot say or says in more than one way: positions, whether lists and items
 * are loose, labels, empty texts and paragraphs, the border between two texts, white space around HTML and behind code,
 * and which line ending a value has.
 */
export function plain(node: Nodes): string {
  return JSON.stringify(simple(node as unknown as Plain), sorted)
}

const unsaid = new Set(['position', 'data', 'spread', 'label'])

function simple(node: Plain): Plain {
  const entries = Object.entries(node).filter(
    ([key, value]) => !unsaid.has(key) && value !== undefined && value !== null,
  )
  const kept = Object.fromEntries(entries.filter(([, value]) => value !== '')) as Plain
  if (typeof node.value === 'string') kept.value = simpleValue(node.type, node.value)
  if (node.children) kept.children = joined(node.children.map(simple))
  return kept
}

function simpleValue(type: string, value: string): string {
  const text = value.replaceAll(/\r\n?/g, '\n')
  if (type === 'html') return text.trim()
  return type === 'code' ? text.trimEnd() : text
}

function joined(children: Plain[]): Plain[] {
  const kept: Plain[] = []
  for (const child of children) {
    const last = kept.at(-1)
    if (child.type === 'text' && last?.type === 'text') last.value = `${last.value}${child.value}`
    else if (child.value !== '' || child.type !== 'text') kept.push(child)
  }
  return kept
}

function sorted(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
