import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { readSections, type Slugger } from '@frontdoor/markdown/sections'
import GithubSlugger from 'github-slugger'
import type { Host, SlugStyle } from '../host.ts'
import { withEmoji } from './emoji.ts'

/**
 * What a link within the page has to say to reach each section of a document on a host, in the order of `document.sections`;
 * undefined for a heading that gets no anchor there. Undefined as a whole where it is not known.
 */
export function slugsFor({ anchors }: Host, document: MarkdownDocument): (string | undefined)[] | undefined {
  const { does, markdownOnly, prefix } = anchors
  const { sections } = document
  if (does === 'unknown') return undefined
  if (does === 'none') return sections.map(() => undefined)
  const withAnchor = sections.map(({ node }) => node !== undefined || markdownOnly !== true)
  const slugs = does === 'github' && !withAnchor.includes(false) ? sections : reread(document, does, withAnchor)
  const [missing, ignored] = difference(prefix.heading, prefix.link)
  return slugs.map(({ slug }, index) =>
    withAnchor[index] && slug.startsWith(ignored) ? missing + slug.slice(ignored.length) : undefined,
  )
}

/** A heading without an anchor does not count among those of the same text. */
function reread(document: MarkdownDocument, style: SlugStyle, withAnchor: readonly boolean[]): { slug: string }[] {
  const slugger = sluggers[style]()
  let index = 0
  return readSections(document, { slug: (text) => (withAnchor[index++] ? slugger.slug(text) : '') })
}

/** What a link must write of the prefix of headings itself, and what it must leave out of the slug. */
function difference(heading: string, link: string): [missing: string, ignored: string] {
  return heading.startsWith(link) ? [heading.slice(link.length), ''] : ['', link]
}

const sluggers: Readonly<Record<SlugStyle, () => Slugger>> = {
  github: () => new GithubSlugger(),
  gitlab: () => counting(gitlabSlug),
  // Names of emoji are read before it makes anchors.
  'pkg-go-dev': () => counting((text) => goSlug(withEmoji(text))),
  // It gives two headings of the same text the same anchor.
  'artifact-hub': () => ({ slug: artifactHubSlug }),
}

/** `usage`, `usage-1`, `usage-2`. */
function counting(base: (text: string) => string): Slugger {
  const taken = new Set<string>()
  return {
    slug(text) {
      const slug = base(text)
      let unique = slug
      for (let count = 1; taken.has(unique); count++) unique = `${slug}-${count}`
      taken.add(unique)
      return unique
    },
  }
}

/** GitLab docs, Heading IDs and links, 2026-11-25: no punctuation, one hyphen for any run of blanks and hyphens. */
function gitlabSlug(text: string): string {
  const slug = text
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
    .replaceAll(/-+/g, '-')
  return /^\d+$/.test(slug) ? `anchor-${slug}` : slug
}

/** golang/pkgsite, internal/frontend/goldmark.go (ids.Generate), 2026-08-19. */
function goSlug(text: string): string {
  return (
    text
      .split(/[^a-zA-Z0-9]+/)
      .filter(Boolean)
      .join('-')
      .toLowerCase() || 'heading'
  )
}

/** artifacthub/hub, web/src/utils/getAnchorValue.tsx, 2026-05-12. */
function artifactHubSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[`$&+,:;=?@#|'<>.^*()%!®： ]/g, ' ')
    .replace(/^[0-9-]/, 'X')
    .replaceAll(/\s+/g, '-')
    .replace(/-+$/, '')
    .replaceAll(/\p{Extended_Pictographic}\uFE0F?/gu, '')
}
