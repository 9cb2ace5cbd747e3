import type { Style } from '@frontdoor/markdown/style'
import type { List, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast'

/** Writes blocks as Markdown in a style. */
export type Write = (blocks: readonly RootContent[], style: Style) => string

/** Thrown for what only the whole writer can write; one for all, since to make an error takes longer than to write an entry. */
const notPlain = new Error('only the whole writer can write this')

let loaded: Write | undefined

/**
 * Makes a text with a writer for the plain text that nearly all entries are. Only where that does not do is the whole writer
 * loaded, which takes as long as all else that an update does, and the text made again.
 */
export async function withWriter(work: (write: Write) => string): Promise<string> {
  try {
    return work(loaded ?? writePlain)
  } catch (error) {
    if (error !== notPlain) throw error
    const { writeNodes } = await import('@frontdoor/markdown/write')
    loaded = mixed(writeNodes)
    return work(loaded)
  }
}

/** Writes plainly what is plain, item by item, and the rest with the whole writer: it takes a hundred times as long. */
export function mixed(whole: Write): Write {
  const either = (blocks: readonly RootContent[], style: Style): string => {
    try {
      return writePlain(blocks, style)
    } catch (error) {
      if (error !== notPlain) throw error
      return whole(blocks, style)
    }
  }
  return (blocks, style) => {
    if (!blocks.every((block, index) => isApart(block, blocks[index - 1]))) return whole(blocks, style)
    const texts = blocks.map((block) => {
      if (block.type !== 'list') return either([block], style)
      const items = block.children.map((item) => {
        const alone = { ...block, children: [item], spread: item.spread === true }
        return alone.spread ? whole([alone], style) : either([alone], style)
      })
      return items.join(block.spread ? style.eol : '')
    })
    return texts.join(style.eol)
  }
}

/** True for a heading, and for a list whose items look the same alone, with nothing above that would touch it. */
function isApart(block: RootContent, above: RootContent | undefined): boolean {
  if (block.type === 'heading') return true
  return block.type === 'list' && !block.ordered && block.children.length > 0 && above?.type !== 'list'
}

/** Writes headings and tight lists of plain text, links, code and strong beginnings, just as the whole writer does. */
export const writePlain: Write = (blocks, { eol, bullet }) => {
  if (blocks.length === 0) return ''
  const texts = blocks.map((block, index) => {
    if (block.type === 'heading') return `${'#'.repeat(block.depth)} ${plain(onlyText(block.children))}`
    if (block.type === 'list' && blocks[index - 1]?.type !== 'list') return writeList(block, { bullet, eol })
    throw notPlain
  })
  return texts.join(eol + eol) + eol
}

function writeList({ ordered, children }: List, { bullet, eol }: Pick<Style, 'bullet' | 'eol'>): string {
  if (ordered) throw notPlain
  return children.map((item) => `${bullet} ${writeItem(item)}`).join(eol)
}

function writeItem({ children, spread }: ListItem): string {
  const [paragraph, second] = children
  if (paragraph?.type !== 'paragraph' || second || spread) throw notPlain
  const texts = paragraph.children.map((node, index) => writePhrasing(node, index, paragraph.children))
  const text = texts.join('')
  // What starts a line may start a block, and blanks at its ends are lost.
  if (/^(?:(?:\*\*)?[a-z`]|\[[a-z\d#]|\\[[*~]|(?!\s)[\x80-\uffff])/i.test(text) && !text.endsWith(' ')) return text
  throw notPlain
}

function writePhrasing(node: PhrasingContent, index: number, siblings: readonly PhrasingContent[]): string {
  if (node.type === 'text') return plain(node.value)
  if (node.type === 'inlineCode') return plainCode(node.value)
  if (node.type === 'link' && !node.title && /^https:\/\/[\w./-]+$/.test(node.url) && !node.url.includes('_')) {
    return `[${plain(onlyText(node.children), /^#?[a-z\d]+$/i)}](${node.url})`
  }
  const next = siblings[index + 1]
  const isApart = index === 0 || onlyText([siblings[index - 1] as PhrasingContent]).endsWith(' ')
  if (node.type === 'strong' && isApart && next?.type === 'text' && next.value.startsWith(' ')) {
    const texts = node.children.map((child) =>
      child.type === 'inlineCode' ? plainCode(child.value) : plain(onlyText([child]), /^[a-z\d, /-]*:?$/i),
    )
    const text = texts.join('')
    if (/^[a-z`].*:$/i.test(text)) return `**${text}**`
  }
  throw notPlain
}

function onlyText(nodes: readonly Nodes[]): string {
  const texts = nodes.map((node) => {
    if (node.type === 'text') return node.value
    throw notPlain
  })
  return texts.join('')
}

function plainCode(value: string): string {
  if (/^[!-_a-~](?:[ -_a-~]*[!-_a-~])?$/.test(value)) return `\`${value}\``
  throw notPlain
}

/** Text in which no character means anything in Markdown, wherever it stands but at the start of a line, or what does has an escape. */
function plain(
  text: string,
  pattern: RegExp = /^(?:[A-Za-z\d ,.;'"()/?%=#^{}|+[*~-]|\](?!\()|(?!\s)[\x80-\uffff]|:(?=[ )]|$)|(?<=[A-Za-z\d])_(?=[A-Za-z\d]))+$/,
): string {
  if (pattern.test(text) && !/www\./i.test(text)) return text.replaceAll(/[[*~]/g, '\\$&')
  throw notPlain
}
