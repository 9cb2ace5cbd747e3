import { parse, postprocess, preprocess } from 'micromark'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import type { Range } from '../../src/edit.ts'

const destination = new Set([
  'resourceDestinationString',
  'definitionDestinationString',
  'autolinkProtocol',
  'autolinkEmail',
  'literalAutolinkWww',
  'literalAutolinkHttp',
  'literalAutolinkEmail',
])

/** Where micromark itself finds the addresses of links, images and definitions, which the tree does not tell. Not in alt texts. */
export function destinations(source: string): Range[] {
  const extensions = [gfm(), frontmatter(['yaml', 'toml'])]
  const chunks = preprocess()(source, undefined, true)
  const found: Range[] = []
  const media: string[] = []
  let alt = 0
  for (const [kind, { type, start, end }] of postprocess(parse({ extensions }).document().write(chunks))) {
    const by = kind === 'enter' ? 1 : -1
    if (type === 'image' || type === 'link') {
      if (kind === 'enter') media.push(type)
      else media.pop()
    }
    if (type === 'labelText' && media.at(-1) === 'image') alt += by
    if (kind === 'enter' && alt === 0 && destination.has(type)) found.push({ start: start.offset, end: end.offset })
  }
  return found.sort((a, b) => a.start - b.start)
}
