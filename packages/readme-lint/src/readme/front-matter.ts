import type { MarkdownDocument } from '@frontdoor/markdown/document'

/** True where the front matter, in YAML or TOML, has a value for a key: GitHub shows it as a table, and other places as they like. */
export function hasFrontMatter({ tree }: MarkdownDocument, key: 'license' | 'title'): boolean {
  const [first] = tree.children
  if (first?.type !== 'yaml' && first?.type !== 'toml') return false
  return new RegExp(`^${key}[ \\t]*[:=][ \\t]*(?:\\S|\\r?\\n[ \\t]*- )`, 'm').test(first.value)
}
