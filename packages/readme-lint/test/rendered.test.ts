import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { guard } from '@frontdoor/markdown/guard'
import { find, html } from 'property-information'
import { expect, test } from 'vitest'
import type { Host } from '../src/host.ts'
import { hosts } from '../src/hosts.generated.ts'
import { attributeState, droppedTags } from '../src/html-filter.ts'
import { read } from './support/document.ts'
import { filterAs, type Names, namesIn, render } from './support/rendered.ts'

const filtering = hosts.filter((host) => host.html.does === 'filtered')

/** `npm run corpus -- FOLDER --render-check` says where more READMEs are. */
const corpus = process.env.README_CORPUS
const readmes = [
  join(import.meta.dirname, '../../../node_modules/.pnpm'),
  ...(corpus && existsSync(corpus) ? [corpus] : []),
]
  .flatMap(textsBelow)
  .map(rendered)

test('there are READMEs with HTML to look at', () => {
  expect(readmes.filter(({ document }) => document.tags.length > 5).length).toBeGreaterThan(20)
})

test.each(filtering)('$title drops what the rules say when a README is really rendered', (host) => {
  for (const readme of readmes) {
    const left = namesIn(filterAs(host, readme.tree))
    const told = { name: readme.name, tags: toldTags(host, readme), attributes: toldAttributes(host, readme) }
    expect(told).toEqual({
      name: readme.name,
      tags: missing(readme.tags, left.elements),
      attributes: missing(readme.attributes, left.attributes),
    })
  }
})

interface Rendered {
  readonly name: string
  readonly document: MarkdownDocument
  readonly tree: ReturnType<typeof render>
  /** Names of the tags, and `tag property` of the attributes, that are written in the README and are in the tree before any filter. */
  readonly tags: ReadonlySet<string>
  readonly attributes: ReadonlySet<string>
}

/** Attributes that a parser splits into items, of which some may stay. */
const split = new Set(['class', 'style', 'srcset', 'rel', 'headers', 'sizes'])

function rendered({ name, source }: { name: string; source: string }): Rendered {
  const document = read(source)
  const tree = render(source)
  const before: Names = namesIn(tree)
  const opened = document.tags.filter(({ kind }) => kind === 'open')
  const attributes = opened.flatMap((tag) =>
    tag.attributes.filter((one) => !split.has(one.name)).map((one) => keyOf(tag.name, one.name)),
  )
  return {
    name,
    document,
    tree,
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
function toldTags(host: Host, { document, tags }: Rendered): string[] {
  const dropped = new Set(droppedTags(host, document))
  const kept = document.tags.filter((tag) => tag.kind === 'open' && !dropped.has(tag)).map(({ name }) => name)
  return missing(tags, new Set(kept))
}

function toldAttributes(host: Host, { document, attributes }: Rendered): string[] {
  const dropped = new Set(droppedTags(host, document))
  const kept = document.tags
    .filter((tag) => !dropped.has(tag))
    .flatMap((tag) =>
      tag.attributes
        .filter((one) => attributeState(host, tag, one) !== 'dropped')
        .map(({ name }) => keyOf(tag.name, name)),
    )
  return missing(attributes, new Set(kept))
}

/** Every different README below a folder that has HTML in it and that a parser can cope with. */
function textsBelow(folder: string): { name: string; source: string }[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /readme[^/\\]*\.md$/i.test(path),
  )
  const names = new Map(paths.sort().map((path) => [readFileSync(join(folder, path), 'utf8'), path]))
  return [...names]
    .map(([source, name]) => ({ name, source }))
    .filter(({ source }) => /<[a-z]/i.test(source) && !guard(source))
}
