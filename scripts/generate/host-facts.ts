import type { Evidence, Fact, Host } from '../../packages/readme-lint/src/host.ts'

/** What a fact says in words: what the host does, and what else there is to know. */
export function wordsOf(name: string, fact: Fact<string>, host: Host): string {
  return [howOf(name, fact, host), fact.note].filter(Boolean).join('; ')
}

/** Where a fact was read, when, and how certain it is, as cells of a table. */
export function evidenceCells({ source, date, certainty }: Evidence): string[] {
  return [escaped(source), date, certainty]
}

/** How `--host` calls a host, and from what it is found. */
export function whenShown({ name, kind, ecosystem, onRequest, namedOnly }: Host): string {
  if (onRequest || (kind !== 'forge' && !ecosystem))
    return `\`--host ${name}\`. Only asked for: nothing in a project tells that its README is read there.`
  if (kind === 'forge') return `\`--host ${name}\`. Found from the repository of the project.`
  return `\`--host ${name}\`. Found from a manifest of ${ecosystem}${namedOnly ? ' that names the README' : ''}.`
}

function howOf(name: string, fact: Fact<string>, { anchors, limit, images, links, markup }: Host): string {
  if (name === 'anchors' && fact.does !== 'none') return anchorsOf(anchors)
  if (name === 'size' && limit) return `${limit.does} above ${limit.size.toLocaleString('en')} ${limit.unit}`
  if (name === 'schemes of links' && links) return [...links.schemes].join(', ')
  if (name === 'markup' && markup) return markupOf(markup)
  if (name === 'servers of images' && images?.trusted)
    return [...images.trusted.servers].filter((server) => !server.startsWith('www.')).join(', ')
  if (name === 'servers of SVG images' && images?.svg) return [...images.svg.servers].join(', ')
  return fact.does
}

function anchorsOf({ does, markdownOnly, prefix, htmlLink, refused, noTop, alsoAsWritten }: Host['anchors']): string {
  const [heading, written, link] = [prefix.heading, prefix.written, prefix.link].map((text) =>
    text ? `\`${text}\`` : 'nothing',
  )
  const said = [
    `slugs as ${does}${markdownOnly ? ', of headings in Markdown only' : ''}`,
    refused && `but for names that a page has itself, such as ${[...refused].slice(0, 3).join(', ')}`,
  ]
  const prefixes = [
    `before headings stands ${heading}`,
    `before anchors in HTML ${written}`,
    `links get ${link}`,
    htmlLink !== undefined && `those in HTML ${htmlLink || 'nothing'}`,
    noTop && 'a link to the top gets it, too',
    alsoAsWritten && 'and lead to what is called as they say, too',
  ]
  return [said, prefixes].map((parts) => parts.filter(Boolean).join(', ')).join('; ')
}

type Markup = NonNullable<Host['markup']>

/** What is said of each way to write, by its value. */
const ways: { readonly [Way in keyof Markup]?: Readonly<Record<string, string>> | ((value: Markup[Way]) => string) } = {
  alerts: {
    admonition: 'alerts are `<aside class="admonition">`',
    untitled: 'alerts have no title',
    unboxed: 'alerts have a title and no box',
  },
  alertSyntax: {
    comrak:
      'quotes anywhere are alerts where one blank stands in front of the marker, and what stands behind it is the title',
    jsr: 'quotes anywhere are alerts where the marker stands in capitals, and what stands behind it is the title',
    npmx: 'quotes anywhere are alerts, and text may stand behind the marker',
  },
  demoted: (levels) => `headings are ${levels} level lower`,
  noLevelLeftOut: { true: 'no level of headings is left out, and those in HTML are lowered, too' },
  levelsByDepth: { true: 'the level of a heading is how many sections it stands in' },
  firstLevel: (level) => `the first heading is of level ${level}, others keep their distance to it`,
  noFirstHeading: { true: 'the first heading is removed where the README starts with it' },
  emojiInHtml: {
    true: 'emoji by name are found in the text of HTML, too',
    everywhere: 'emoji by name are found in the text of HTML and in code, too',
  },
  emojiInParagraphs: {
    true: 'emoji by name are found in paragraphs only, and there not in what is emphasized or linked',
  },
  footnoteTitle: { true: 'footnotes have a heading that is read out and not seen' },
  codeLanguage: {
    lang: 'the language of code is an attribute of its `<pre>`',
    'before-comma': 'the language of code ends at a comma',
  },
  bytesOfPages: {
    true: 'links in Markdown to pages of files on GitHub, and images from there, lead to the bytes',
    images: 'images from pages of files on GitHub lead to the bytes',
  },
  scripts: {
    raised: 'what stands between `^` is raised',
    both: 'what stands between `^` is raised, and between single `~` lowered',
  },
  noStrikethrough: { true: '`~~` is text' },
  bareLinks: {
    none: 'addresses without brackets are text',
    scheme: 'addresses without brackets are links where they have a scheme',
    comrak: 'addresses without brackets are links where the server has a dot in its name',
  },
  frontMatter: { markdown: 'front matter is read as Markdown', code: 'front matter is shown as code' },
  noTitles: { true: 'links and images have no titles' },
  emptyAlt: (alt) => `an image without alt text gets "${alt}"`,
}

function markupOf(markup: Markup): string {
  const said = Object.entries(ways).flatMap(([way, words]) => {
    const value = markup[way as keyof Markup]
    if (value === undefined) return []
    return typeof words === 'function' ? (words as (value: unknown) => string)(value) : (words[String(value)] ?? [])
  })
  return said.join('; ')
}

/** Text for a cell of a table. */
export function escaped(text: string): string {
  return text.replaceAll(/[<>|*_]/g, '\\$&')
}
