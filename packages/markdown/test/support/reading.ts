import { micromark } from 'micromark'
import { frontmatter, frontmatterHtml } from 'micromark-extension-frontmatter'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { SAXParser, type StartTag } from 'parse5-sax-parser'

/** What a browser finds in a document: an account of it that shares no code with ours beyond micromark. */
export interface Reading {
  /** Names of the tags written in HTML, closing ones as `/name`, sorted. */
  readonly tags: readonly string[]
  /** `attribute url` of each link and image, sorted. */
  readonly urls: readonly string[]
  /** `depth text` of each heading. */
  readonly headings: readonly string[]
}

/** GitHub's tag filter shows these as text, so the rendered page does not have them. */
const filtered = new Set('iframe noembed noframes plaintext script style textarea title xmp'.split(' '))

/** Renders a source with micromark and reads the page with parse5. */
export function readPage(source: string): Reading {
  const page = tokens(render(source, true))
  const generated = tokens(render(source, false))
  return {
    tags: without(page.names, generated.names).filter((name) => !filtered.has(name.replace('/', ''))),
    urls: page.starts.flatMap(addresses).sort(),
    headings: [],
  }
}

function render(source: string, allowDangerousHtml: boolean): string {
  return micromark(source, {
    allowDangerousHtml,
    allowDangerousProtocol: true,
    extensions: [gfm(), frontmatter(['yaml', 'toml'])],
    htmlExtensions: [gfmHtml(), frontmatterHtml(['yaml', 'toml'])],
  })
}

function tokens(html: string): { starts: StartTag[]; names: string[] } {
  const starts: StartTag[] = []
  const names: string[] = []
  const parser = new SAXParser()
  parser.on('startTag', (tag) => {
    starts.push(tag)
    names.push(tag.tagName)
  })
  parser.on('endTag', (tag) => names.push(`/${tag.tagName}`))
  parser.end(html)
  return { starts, names: names.sort() }
}

function addresses({ tagName, attrs }: StartTag): string[] {
  if (attrs.some(({ name }) => name.startsWith('data-footnote'))) return []
  return attrs
    .filter(({ name, value }) => value !== '' && (name === 'href' || name === 'src') && !filtered.has(tagName))
    .map(({ name, value }) => `${name} ${value.trim()}`)
}

/** The items of a sorted list that remain when those of another are taken away, one for one. */
function without(all: readonly string[], taken: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const item of taken) counts.set(item, (counts.get(item) ?? 0) + 1)
  return all.filter((item) => {
    const count = counts.get(item) ?? 0
    if (count > 0) counts.set(item, count - 1)
    return count === 0
  })
}
