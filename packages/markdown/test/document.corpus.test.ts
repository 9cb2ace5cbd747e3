import { normalizeUri } from 'micromark-util-sanitize-uri'
import { describe, expect, test } from 'vitest'
import { MarkdownDocument } from '../src/document.ts'
import { applyEdits, type Range } from '../src/edit.ts'
import { walk } from '../src/nodes.ts'
import { parse } from '../src/parse.ts'
import { readPage } from './support/reading.ts'
import { realFiles, specExamples } from './support/samples.ts'

const filtered = /^(?:iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)$/

/** A tag without its `>`: a browser takes what Markdown makes of the following lines into it. */
const unfinishedTag = /<\/?[a-z][^>]*$/i

/** Each variant keeps what the document means, so ranges and readings must still agree. */
const variants: readonly [string, (source: string) => string][] = [
  ['as it is', (source) => source],
  ['with CRLF', (source) => source.replaceAll(/\r\n|\n|\r/g, '\r\n')],
  ['with a byte order mark', (source) => `\uFEFF${source}`],
  ['in a quote', (source) => source.replaceAll(/^/gm, '> ')],
  ['in a list item', (source) => `- ${source.replaceAll(/\n(?!$)/g, '\n  ')}`],
]

const samples = [...specExamples(), ...realFiles().filter(({ source }) => source.length < 60_000)]
/** Rendering is slow: the variants are compared on every fourth sample. */
const some = samples.filter((_, index) => index % 4 === 0)

describe.each(variants)('%s', (_, change) => {
  test('ranges lie inside the source and slice to what they say', () => {
    for (const { name, source } of samples) checkRanges(name, new MarkdownDocument(change(source), parse))
  })
})

describe.each([variants[0], variants[3], variants[4]] as typeof variants)('%s', (variant, change) => {
  test('links and tags are those a browser finds in the rendered page', () => {
    for (const { name, source } of variant === 'as it is' ? samples : some) {
      const document = new MarkdownDocument(change(source), parse)
      if (!comparable(document)) continue
      const { tags, urls } = readPage(document.source)
      expect({ name, tags: ourTags(document), urls: ourUrls(document) }).toEqual({ name, tags, urls })
    }
  })
})

test('zero edits give the same bytes', () => {
  for (const { source } of samples) expect(applyEdits(source, [])).toBe(source)
})

/** micromark's renderer does not know the addresses that GFM finds behind an escape, which are nodes without positions. */
function comparable(document: MarkdownDocument): boolean {
  let cut = false
  walk(parse(document.source), ({ node }) => {
    cut ||= !node.position || (node.type === 'html' && unfinishedTag.test(node.value))
  })
  return !cut
}

function checkRanges(name: string, document: MarkdownDocument): void {
  const inside = ({ start, end }: Range) =>
    expect(0 <= start && start <= end && end <= document.source.length, name).toBe(true)
  for (const tag of document.tags) {
    inside(tag)
    const start = tag.kind === 'open' ? `<${tag.name}` : `</${tag.name}`
    expect(
      document.slice(tag).toLowerCase().startsWith(start) && document.slice(tag).endsWith('>'),
      `${name}: ${document.slice(tag)}`,
    ).toBe(true)
    for (const attribute of tag.attributes) {
      inside(attribute)
      inside(attribute.valueAt)
      expect(
        document.slice(attribute).toLowerCase().startsWith(attribute.name),
        `${name}: ${document.slice(attribute)}`,
      ).toBe(true)
      if (!/[&\r\n]/.test(document.slice(attribute.valueAt)))
        expect(document.slice(attribute.valueAt)).toBe(attribute.value)
    }
  }
  for (const comment of document.comments) {
    inside(comment)
    expect(document.slice(comment).startsWith('<!--'), `${name}: ${document.slice(comment)}`).toBe(true)
  }
  for (const link of document.links) {
    inside(link)
    inside(link.urlAt)
    const written = document.slice(link.urlAt)
    // GFM puts a scheme before a bare `www.` or e-mail address.
    const literal = link.kind === 'autolink' && /^(?:https?:\/\/|mailto:)/.test(link.url) && link.url.endsWith(written)
    if (!/[\\&\r\n]/.test(written) && !literal) expect(written, name).toBe(link.url)
  }
  for (const section of document.sections) {
    inside(section)
    inside(section.body)
  }
}

function ourTags(document: MarkdownDocument): string[] {
  return document.tags
    .filter(({ name }) => !filtered.test(name))
    .map(({ name, kind }) => (kind === 'open' ? name : `/${name}`))
    .sort()
}

function ourUrls(document: MarkdownDocument): string[] {
  const markdown = document.links
    .filter(({ kind }) => kind !== 'definition' && kind !== 'html')
    .map(({ image, url }) => `${image ? 'src' : 'href'} ${normalizeUri(url)}`)
  const html = document.links
    .filter(
      ({ kind, attribute, tag }) =>
        kind === 'html' && /^(?:href|src)$/.test(attribute?.name ?? '') && !filtered.test(tag?.name ?? ''),
    )
    .map(({ attribute, url }) => `${attribute?.name} ${url}`)
  return [...markdown, ...html].filter((url) => !/^\w+ $/.test(url)).sort()
}
