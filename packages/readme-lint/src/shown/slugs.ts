import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Range } from '@frontdoor/markdown/edit'
import { docutilsSlug } from '@frontdoor/markdown/rst/slug'
import { readSections } from '@frontdoor/markdown/sections'
import { counting, githubSlugger, type Slugger } from '@frontdoor/markdown/slugger'
import { slug } from 'github-slugger'
import type { Host, SlugStyle } from '../host.ts'
import { anchorText } from './anchor-text.ts'
import { goneOn } from './html-filter.ts'

/**
 * What a link within the page has to say to reach each section of a document on a host, in the order of `document.sections`;
 * undefined for a heading that gets no anchor there. Undefined as a whole where it is not known.
 */
export function slugsFor(host: Host, document: MarkdownDocument): (string | undefined)[] | undefined {
  const { does, markdownOnly, prefix, refused } = host.anchors
  const { sections } = document
  if (does === 'unknown') return undefined
  if (does === 'none') return sections.map(() => undefined)
  const withAnchor = sections.map(({ node }) => node !== undefined || markdownOnly !== true)
  const slugs =
    does === 'github' && !withAnchor.includes(false) ? sections : reread(document, { host, style: does, withAnchor })
  const [missing, ignored] = difference(prefix.heading, prefix.link)
  const isKept = (slug: string) =>
    slug.startsWith(ignored) && prefix.heading + slug !== '' && refused?.has(prefix.heading + slug) !== true
  const gone = goneOn(host, document)
  const isGone = (section: Range | undefined) => section !== undefined && gone.some((range) => covers(range, section))
  return slugs.map(({ slug }, index) =>
    withAnchor[index] && isKept(slug) && !isGone(sections[index]) ? missing + slug.slice(ignored.length) : undefined,
  )
}

interface Rereading {
  readonly host: Host
  readonly style: SlugStyle
  readonly withAnchor: readonly boolean[]
}

/** A heading without an anchor does not count among those of the same text. */
function reread(document: MarkdownDocument, { host, style, withAnchor }: Rereading): { slug: string }[] {
  const slugger = sluggers[style]()
  const written = document.sections.map(({ node }) => node && anchorText(node, { style, host, document }))
  let index = -1
  return readSections(document, {
    slug(text) {
      index++
      return withAnchor[index] ? slugger.slug(written[index] ?? text) : ''
    },
  })
}

/** What a link must write of the prefix of headings itself, and what it must leave out of the slug. */
function difference(heading: string, link: string): [missing: string, ignored: string] {
  return heading.startsWith(link) ? [heading.slice(link.length), ''] : ['', link]
}

const sluggers: Readonly<Record<SlugStyle, () => Slugger>> = {
  github: githubSlugger,
  gitlab: () => counting(comrakSlug),
  gitea: () => counting(giteaSlug),
  comrak: () => counting(comrakSlug),
  markdig: () => counting(markdigSlug),
  'markdown-it': () => counting(markdownItSlug),
  npmx: () => counting(npmxSlug),
  'pkg-go-dev': () => counting(goSlug),
  // These give two headings of the same text the same anchor.
  'artifact-hub': () => ({ slug: artifactHubSlug }),
  dart: () => counting(dartSlug, 2),
  hex: () => ({ slug: hexSlug }),
  vscode: () => ({ slug: (text) => slug(text.trim()) }),
  docutils: docutilsSlugger,
}

/** kivikakk/comrak, src/html/anchorizer.rs; denoland/deno_doc, src/html/render_context.rs, 2026-07-24. */
function comrakSlug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
}

/** xoofx/markdig, src/Markdig/Helpers/LinkHelper.cs (UrilizeAsGfm), 2026-11-26: UTF-16 units, so nothing beyond U+FFFF. */
function markdigSlug(text: string): string {
  const kept = text.replaceAll(/[^\p{L}\p{Nd}\-_ ]|[\u{10000}-\u{10FFFF}]/gu, '')
  return kept.replaceAll(' ', '-').toLowerCase() || 'section'
}

/** go-gitea/gitea, modules/markup/common/footnote.go (CleanValue) and markdown/prefixed_id.go, 2026-11-26. */
function giteaSlug(text: string): string {
  const kept = text.trim().replaceAll(/[^\p{L}\p{N}\-_\s]/gu, '')
  return kept.replaceAll(/\s/g, '-').toLowerCase() || 'heading'
}

/** markdown-it-anchor 9.2 with the typographer of markdown-it: what encodeURIComponent makes of it is what a browser asks for. */
function markdownItSlug(text: string): string {
  return text
    .trim()
    .replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .toLowerCase()
    .replaceAll(/\s+/g, '-')
}

/** npmx-dev/npmx.dev, server/utils/readme.ts (slugify), 2026-03-29: of all letters, those of ASCII, Han and Kana. */
function npmxSlug(text: string): string {
  const kept = text
    .toLowerCase()
    .trim()
    .replaceAll(/\s+/g, '-')
    .replaceAll(/[^\w\u4e00-\u9fff\u3040-\u309f\u30a0-\u30ff-]/g, '')
  return kept.replaceAll(/-+/g, '-').replaceAll(/^-|-$/g, '') || 'heading'
}

/** dart-lang/markdown, lib/src/block_syntaxes/block_syntax.dart (generateAnchorHash), 2026-11-26: ASCII only. */
function dartSlug(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replaceAll(/[^a-z0-9 _-]/g, '')
    .replaceAll(/\s/g, '-')
}

/** hexpm/hexpm, lib/hexpm_web/mdex_plugins/heading_anchors.ex, 2026-08-21: ASCII only. */
function hexSlug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(' ', '-')
    .replaceAll(/[^a-z0-9-]/g, '')
}

/** golang/pkgsite, internal/frontend/markdown.go (rewriteHeadingIDs), 2026-08-19. */
function goSlug(text: string): string {
  return (
    text
      .split(/[^a-zA-Z0-9]+/)
      .filter(Boolean)
      .join('-')
      .toLowerCase() || 'heading'
  )
}

/** artifacthub/hub, web/src/utils/getAnchorValue.ts and removeEmojis.ts, 2026-05-12. */
function artifactHubSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll('#', '')
    .replaceAll(/[`$&+,:;=?@|'".<>^*()\\/%!®[\]： ]/g, ' ')
    .trim()
    .replace(/^[0-9-]/, 'X')
    .replaceAll(/\s+/g, '-')
    .replace(/-+$/, '')
    .replaceAll(/\p{Extended_Pictographic}\uFE0F?/gu, '')
    .trim()
}

/** The second heading of the same name is called by a number that a link cannot foresee. */
function docutilsSlugger(): Slugger {
  const taken = new Set<string>()
  return {
    slug(text) {
      const slug = docutilsSlug(text)
      if (taken.has(slug)) return ''
      taken.add(slug)
      return slug
    },
  }
}
