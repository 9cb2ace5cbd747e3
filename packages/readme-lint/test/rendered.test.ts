import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { guard } from '@frontdoor/markdown/guard'
import { find, html } from 'property-information'
import { expect, test } from 'vitest'
import { installedPaths, store } from '../../markdown/test/support/samples.ts'
import type { Host } from '../src/host.ts'
import { hosts } from '../src/hosts.generated.ts'
import { attributeState, droppedTags, tagState } from '../src/shown/html-filter.ts'
import { read } from './support/document.ts'
import { filterAs, type Names, namesIn, render, renderMarkdown } from './support/rendered.ts'

/** Attributes that a parser splits into items, of which some may stay. */
const split = new Set(['class', 'style', 'srcset', 'rel', 'headers', 'sizes'])

/** What shows that a README uses HTML, not only placeholders. */
const common = /<(?:a|b|br|center|details|div|h\d|img|kbd|p|picture|sub|sup|table|video)\b/i

const filtering = hosts.filter((host) => host.html.does === 'filtered')

/** `npm run corpus -- FOLDER --render-check` says where more READMEs are. */
const corpus = process.env.README_CORPUS
const drawing = { name: 'a drawing', source: '<p className="a"><svg width="1"><path d="M0 0"></path></svg></p>' }
const readmes = [drawing, ...installed(), ...(corpus && existsSync(corpus) ? laidOut(corpus) : [])].map(rendered)

test('there are READMEs with HTML to look at', () => {
  expect(readmes.filter(({ document }) => document.tags.length > 5).length).toBeGreaterThan(20)
})

test.each(filtering)('$title drops what the rules say when a README is really rendered', (host) => {
  for (const readme of readmes) {
    const left = namesIn(filterAs(host, readme.tree))
    const attributes = new Set([...readme.attributes].filter((key) => isCertain(host, key)))
    const told = {
      name: readme.name,
      tags: toldTags(host, readme),
      attributes: missing(attributes, keptAttributes(host, readme)),
    }
    expect(told).toEqual({
      name: readme.name,
      tags: missing(readme.tags, left.elements),
      attributes: missing(attributes, left.attributes),
    })
  }
})

interface Rendered {
  readonly name: string
  readonly document: MarkdownDocument
  readonly tree: ReturnType<typeof render>
  /** Names of the tags, and `tag property` of the attributes, that are written in the README and are in the tree before any filter. */
  readonly tags: ReadonlySet<string>
  /** What Markdown alone makes of it. */
  readonly made: Names
  readonly attributes: ReadonlySet<string>
}

function rendered({ name, source }: Text): Rendered {
  const document = read(source)
  const tree = render(document.tree)
  const before: Names = namesIn(tree)
  const opened = document.tags.filter(({ kind }) => kind === 'open')
  const attributes = opened.flatMap((tag) =>
    tag.attributes
      .filter((one) => !split.has(one.name) && find(html, one.name).attribute === one.name)
      .map((one) => keyOf(tag.name, one.name)),
  )
  return {
    name,
    document,
    tree,
    made: namesIn(renderMarkdown(document.tree)),
    // Of a tag that the HTML parser itself leaves out, such as a cell without a table, no filter can tell.
    tags: new Set(opened.map((tag) => tag.name).filter((one) => before.elements.has(one))),
    attributes: new Set(attributes.filter((key) => before.attributes.has(key))),
  }
}

function keyOf(tag: string, attribute: string): string {
  return `${tag} ${find(html, attribute).property}`
}

function missing(written: ReadonlySet<string>, left: ReadonlySet<string>): string[] {
  return [...written].filter((name) => !left.has(name)).sort()
}

/** Names of which all tags are dropped. */
function toldTags(host: Host, { document, tags, made }: Rendered): string[] {
  const dropped = new Set(droppedTags(host, document))
  const kept = document.tags.filter((tag) => tag.kind === 'open' && !dropped.has(tag)).map(({ name }) => name)
  const madeAndKept = [...made.elements].filter((name) => tagState(host, name) === 'kept')
  return missing(tags, new Set([...kept, ...madeAndKept]))
}

function keptAttributes(host: Host, { document, made }: Rendered): Set<string> {
  const dropped = new Set(droppedTags(host, document))
  const kept = document.tags
    .filter((tag) => !dropped.has(tag))
    .flatMap((tag) =>
      tag.attributes
        .filter((one) => attributeState(host, tag, one) !== 'dropped')
        .map(({ name }) => keyOf(tag.name, name)),
    )
  const hasLink = document.links.some(
    ({ kind, image, url }) =>
      kind !== 'html' && !image && attributeState(host, { name: 'a' }, { name: 'href', value: url }) !== 'dropped',
  )
  return new Set([...kept, ...[...made.attributes].filter((key) => isKept(host, key) && (key !== 'a href' || hasLink))])
}

function isKept(host: Host, key: string): boolean {
  const [name = '', property = ''] = key.split(' ')
  return attributeState(host, { name }, { name: find(html, property).attribute, value: '' }) === 'kept'
}

/** False where it depends on the value, of which Markdown may have made others, and on a tag about which reports differ. */
function isCertain({ html: fact }: Host, key: string): boolean {
  if (fact.does !== 'filtered') return false
  const [tag = '', property = ''] = key.split(' ')
  const looked = [...fact.allows.values.keys()].map((one) => one.split(' ') as [string, string])
  return (
    !fact.allows.disputed.has(tag) &&
    !looked.some(([of, name]) => (of === tag || of === '*') && find(html, name).property === property)
  )
}

/** The READMEs of what is installed. */
function installed(): Text[] {
  return texts(store, installedPaths())
}

/** The READMEs of a folder with a project in each subfolder. */
function laidOut(folder: string): Text[] {
  const inProject = (name: string) => readdirSync(join(folder, name)).map((file) => join(name, file))
  const projects = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return texts(
    folder,
    projects.flatMap(({ name }) => inProject(name)),
  )
}

interface Text {
  readonly name: string
  readonly source: string
}

/** Every different README among the paths that has HTML in it and that a parser can cope with. */
function texts(folder: string, paths: readonly string[]): Text[] {
  const names = paths.filter((path) => /readme[^/\\]*\.md$/i.test(path)).sort()
  const sources = new Map(names.map((path) => [readFileSync(join(folder, path), 'utf8'), path]))
  return [...sources]
    .map(([source, name]) => ({ name, source }))
    .filter(({ source }) => common.test(source) && !guard(source))
}
