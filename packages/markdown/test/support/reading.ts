import { compile, parse, postprocess, preprocess } from 'micromark'
import { frontmatter, frontmatterHtml } from 'micromark-extension-frontmatter'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { SAXParser, type StartTag } from 'parse5-sax-parser'
import type { Range } from '../../src/edit.ts'

/** What a browser finds in a document: an account of it that shares no code with ours beyond micromark's tokenizer. */
export interface Reading {
  /** The tags written in HTML with their attributes, closing ones as `/name`, sorted. */
  readonly tags: readonly string[]
  /** `attribute url` of each link and image, sorted. */
  readonly urls: readonly string[]
  /** `depth text` of each heading, in document order. */
  readonly headings: readonly string[]
  /** Where the addresses of Markdown are written, but for those in an alt text. Empty ones are left out. */
  readonly addresses: readonly Range[]
}

/** GitHub's tag filter shows these as text, so the rendered page does not have them. */
export const filtered: ReadonlySet<string> = new Set(
  'iframe noembed noframes plaintext script style textarea title xmp'.split(' '),
)

type Events = ReturnType<typeof postprocess>

/** Renders a source with micromark and reads the page with parse5. */
export function readPage(source: string): Reading {
  const extensions = [gfm(), frontmatter(['yaml', 'toml'])]
  const chunks = preprocess()(source, undefined, true)
  const events = postprocess(parse({ extensions }).document().write(chunks))
  const page = tokens(render(events, true))
  const written = events.some(([, { type }]) => type === 'htmlFlow' || type === 'htmlText')
  return {
    tags: written ? without(page.tags, tokens(render(events, false)).tags).sort() : [],
    urls: page.starts.flatMap(addressesOf).sort(),
    headings: page.headings,
    addresses: addressesIn(events),
  }
}

/** A tag as text. A line ending in a value is `\n`, as a browser reads it. */
export function showTag(name: string, attributes: readonly { name: string; value: string }[]): string {
  // parse5 writes the attributes of an `<svg>` as SVG has them (`viewBox`); in HTML case says nothing.
  const shown = attributes.map(({ name, value }) => ` ${name.toLowerCase()}="${value.replaceAll(/\r\n?/g, '\n')}"`)
  return name + shown.join('')
}

function render(events: Events, allowDangerousHtml: boolean): string {
  const htmlExtensions = [gfmHtml(), frontmatterHtml(['yaml', 'toml'])]
  return compile({ allowDangerousHtml, allowDangerousProtocol: true, htmlExtensions })(events)
}

interface Tokens {
  readonly starts: readonly StartTag[]
  readonly tags: readonly string[]
  readonly headings: readonly string[]
}

function tokens(html: string): Tokens {
  const starts: StartTag[] = []
  const tags: string[] = []
  const headings: string[] = []
  let open: { name: string; at: number; text: string } | undefined
  let footnote = false
  const parser = new SAXParser()
  parser.on('startTag', (tag) => {
    const { tagName: name, attrs } = tag
    starts.push(tag)
    if (!filtered.has(name)) tags.push(showTag(name, attrs))
    footnote ||= attrs.some((attribute) => attribute.name === 'data-footnote-ref')
    if (/^h[1-6]$/.test(name) && !attrs.some(({ value }) => value === 'footnote-label')) {
      open = { name, at: headings.length, text: '' }
    }
    if (open && name === 'br') open.text += ' '
  })
  parser.on('text', ({ text }) => {
    if (open && !footnote) open.text += text
  })
  parser.on('endTag', ({ tagName: name }) => {
    if (!filtered.has(name)) tags.push(`/${name}`)
    if (name === 'a') footnote = false
    if (open?.name !== name) return
    headings.push(`${name.charAt(1)} ${open.text.replaceAll(/\s+/g, ' ').trim()}`)
    open = undefined
  })
  parser.end(html)
  return { starts, tags, headings }
}

function addressesOf({ tagName, attrs }: StartTag): string[] {
  if (attrs.some(({ name }) => name.startsWith('data-footnote'))) return []
  return attrs
    .filter(({ name, value }) => value.trim() !== '' && (name === 'href' || name === 'src') && !filtered.has(tagName))
    .map(({ name, value }) => `${name} ${value.trim()}`)
}

const addressTokens = new Set([
  'resourceDestinationString',
  'definitionDestinationString',
  'autolinkProtocol',
  'autolinkEmail',
  'literalAutolinkWww',
  'literalAutolinkHttp',
  'literalAutolinkEmail',
])

function addressesIn(events: Events): Range[] {
  const found: Range[] = []
  const media: string[] = []
  let alts = 0
  for (const [kind, { type, start, end }] of events) {
    const enters = kind === 'enter'
    if (type === 'image' || type === 'link') enters ? media.push(type) : media.pop()
    if (type === 'labelText' && media.at(-1) === 'image') alts += enters ? 1 : -1
    if (enters && alts === 0 && addressTokens.has(type)) found.push({ start: start.offset, end: end.offset })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The items of a list that remain when those of another are taken away, one for one. */
function without(all: readonly string[], taken: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const item of taken) counts.set(item, (counts.get(item) ?? 0) + 1)
  return all.filter((item) => {
    const count = counts.get(item) ?? 0
    if (count > 0) counts.set(item, count - 1)
    return count === 0
  })
}
