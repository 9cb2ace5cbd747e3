import type { Root } from 'mdast'
import { normalizeUri } from 'micromark-util-sanitize-uri'
import { describe, expect, test } from 'vitest'
import { MarkdownDocument } from '../src/document.ts'
import { applyEdits, type Range } from '../src/edit.ts'
import type { HtmlAttribute, HtmlTag } from '../src/html.ts'
import type { Link } from '../src/links.ts'
import { walk } from '../src/nodes.ts'
import { parse } from '../src/parse.ts'
import { filtered, readPage, showTag } from './support/reading.ts'
import { realFiles, type Sample, specExamples } from './support/samples.ts'
import { variants } from './support/variants.ts'

const examples = specExamples()
const files = realFiles().filter(({ source }) => source.length < 12_000)

/** Rendering is slow, so a variant is compared on a third of the examples and a seventh of the files, each on others. */
function some(samples: readonly Sample[], variant: number, part: number): readonly Sample[] {
  return variant === 0 ? samples : samples.filter((_, index) => index % part === variant % part)
}

const cases = variants.map(([name, change], index) => [name, change, index] as const)

/** Much more than it takes, for a machine that does much else. */
const timeout = 120_000

describe.each(cases)(
  '%s, what is found, and where, is what a browser finds in the rendered page',
  (_, change, index) => {
    test('of the examples of the specifications', { timeout }, () => {
      for (const sample of some(examples, index, 3)) compare(sample, change)
    })

    test('of real files', { timeout }, () => {
      for (const sample of some(files, index, 7)) compare(sample, change)
    })
  },
)

function compare({ name, source }: Sample, change: (source: string) => string): void {
  let whole = true
  const document = new MarkdownDocument(change(source), (text) => {
    const tree = parse(text)
    whole = isComparable(tree)
    return tree
  })
  expect({ name, problems: problemsOf(document) }).toEqual({ name, problems: [] })
  if (!whole) return
  const { addresses, ...reading } = readPage(document.source)
  expect({ name, ...ours(document) }).toEqual({ name, ...reading })
  const shift = document.bom ? 1 : 0
  const theirs = addresses.map(({ start, end }) => ({ start: start + shift, end: end + shift }))
  expect({ name, addresses: addressesOf(document) }).toEqual({ name, addresses: theirs })
}

test('zero edits give the same bytes', () => {
  for (const { source } of files) expect(applyEdits(source, [])).toBe(source)
})

/** A tag without its `>`: a browser takes what Markdown makes of the following lines into it. */
const unfinishedTag = /<\/?[a-z][^>]*$/i

/** micromark's renderer does not know the addresses that GFM finds behind an escape, which are nodes without positions. */
function isComparable(tree: Root): boolean {
  let whole = true
  walk(tree, ({ node }) => {
    whole &&= node.position !== undefined && !(node.type === 'html' && unfinishedTag.test(node.value))
  })
  return whole
}

function ours(document: MarkdownDocument) {
  return { tags: tagsOf(document), urls: urlsOf(document), headings: headingsOf(document) }
}

function tagsOf({ tags }: MarkdownDocument): string[] {
  return tags
    .filter(({ name }) => !filtered.has(name))
    .map(({ name, kind, attributes }) => {
      const first = new Map(attributes.toReversed().map((attribute) => [attribute.name, attribute]))
      return kind === 'open'
        ? showTag(
            name,
            attributes.filter((one) => first.get(one.name) === one),
          )
        : `/${name}`
    })
    .sort()
}

function urlsOf({ links }: MarkdownDocument): string[] {
  return links
    .filter(({ kind, url }) => kind !== 'definition' && url !== '')
    .flatMap(({ kind, image, url, attribute, tag }) => {
      if (kind !== 'html') return `${image ? 'src' : 'href'} ${normalizeUri(url)}`
      const compared = /^(?:href|src)$/.test(attribute?.name ?? '') && !filtered.has(tag?.name ?? '')
      return compared ? `${attribute?.name} ${url.replaceAll(/\r\n?/g, '\n')}` : []
    })
    .sort()
}

function headingsOf({ sections }: MarkdownDocument): string[] {
  return sections.map(({ depth, title }) => `${depth} ${title}`)
}

function addressesOf({ links }: MarkdownDocument): Range[] {
  return links
    .filter(({ kind, urlAt }) => kind !== 'html' && kind !== 'reference' && urlAt.start < urlAt.end)
    .map(({ urlAt }) => urlAt)
    .sort((a, b) => a.start - b.start)
}

/** What is wrong with the ranges of a document: each must lie inside it and slice to what it says. */
function problemsOf(document: MarkdownDocument): string[] {
  const { tags, comments, links, sections, source } = document
  const ranges: Range[] = [
    ...tags.flatMap((tag) => [tag, ...tag.attributes, ...tag.attributes.map(({ valueAt }) => valueAt)]),
    ...comments,
    ...links.flatMap((link) => [link, link.urlAt]),
    ...sections.flatMap((section) => [section, section.body]),
  ]
  const outside = ranges.filter(({ start, end }) => !(0 <= start && start <= end && end <= source.length))
  const wrong = [
    ...tags.filter((tag) => !isTag(tag, document)),
    ...tags.flatMap(({ attributes }) => attributes).filter((attribute) => !isAttribute(attribute, document)),
    ...comments.filter((comment) => !document.slice(comment).startsWith('<!--')),
    ...links.filter((link) => !isAddress(link, document)),
  ]
  return [...outside, ...wrong].map((range) => JSON.stringify([document.slice(range), range]))
}

function isTag(tag: HtmlTag, document: MarkdownDocument): boolean {
  const written = document.slice(tag).toLowerCase()
  return written.startsWith(`<${tag.kind === 'open' ? '' : '/'}${tag.name}`) && written.endsWith('>')
}

function isAttribute(attribute: HtmlAttribute, document: MarkdownDocument): boolean {
  const value = document.slice(attribute.valueAt)
  const whole = document.slice(attribute).toLowerCase()
  return whole.startsWith(attribute.name) && (/[&\r\n]/.test(value) || value === attribute.value)
}

function isAddress({ kind, url, urlAt }: Link, document: MarkdownDocument): boolean {
  const written = document.slice(urlAt)
  if (/[\\&\r\n\0]/.test(written)) return true
  // GFM puts a scheme before a bare `www.` or e-mail address.
  return written === url || (kind === 'autolink' && /^(?:https?:\/\/|mailto:)/.test(url) && url.endsWith(written))
}
