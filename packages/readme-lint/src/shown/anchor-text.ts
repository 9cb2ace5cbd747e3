import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Heading, PhrasingContent } from 'mdast'
import type { Host, SlugStyle } from '../host.ts'
import { withEmoji } from './emoji.ts'

interface Reading {
  readonly style: SlugStyle
  readonly host: Host
  readonly document: MarkdownDocument
}

/** What a host makes the anchor of a heading of; undefined where that is the text which readers see. */
export function anchorText(heading: Heading, { style, host, document }: Reading): string | undefined {
  return readers[style]?.(heading, { host, document })
}

type Reader = (heading: Heading, reading: Omit<Reading, 'style'>) => string

const readers: Partial<Record<SlugStyle, Reader>> = {
  // Dart makes anchors before it reads links and emphasis.
  dart: ({ children }, { document }) => {
    const [first, last] = [children[0], children.at(-1)]
    return first && last ? document.source.slice(rangeOf(first).start, rangeOf(last).end) : ''
  },
  'pkg-go-dev': (heading) => escaped(withEmoji(textOf(heading.children))),
  comrak: ({ children }, { host }) => withEmojiOn(host, textOf(children)).replaceAll('\n', ' '),
  // GitLab looks for emoji when anchors are made already.
  gitlab: ({ children }) => textOf(children).replaceAll('\n', ' '),
  hex: ({ children }, { host }) => withEmojiOn(host, textOf(children)),
  vscode: ({ children }) => textOf(children),
}

/** Where names of emoji are read, they are before anchors are made. */
function withEmojiOn({ features }: Host, text: string): string {
  return features['emoji-shortcode'].does === 'kept' ? withEmoji(text) : text
}

/** All text, that of images too, and nothing of tags. */
function textOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map((node) => textIn(node)).join('')
}

function textIn(node: PhrasingContent): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return '\n'
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  return 'children' in node ? textOf(node.children) : ''
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** On pkg.go.dev anchors are made of HTML: `amp` and `quot` are words in them. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => signs[sign] as string)
}
