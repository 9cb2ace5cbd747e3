import { decode } from '@frontdoor/kit/text/percent'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Link } from '@frontdoor/markdown/links'
import { perDocument } from '../readme/per-document.ts'
import { shownImages } from '../readme/shown-images.ts'

/** What a badge tells: from what a reader relies on to what the project asks of the reader. */
type BadgeKind = 'build' | 'coverage' | 'version' | 'downloads' | 'license' | 'other' | 'chat' | 'social'

/** An image with an absolute address, and the link around it. */
export interface ImageWithLink {
  readonly image: Link
  readonly url: URL
  /** Absent where a click leads nowhere. */
  readonly link: Link | undefined
}

/** An image that stands for a fact about the project. */
export interface Badge extends ImageWithLink {
  readonly kind: BadgeKind
}

/** Hosts that serve nothing but badges, and paths of badges on hosts that serve other things, too (READMEs of 284 repositories, 2026-11). */
const hosts =
  /^(?:img\.shields\.io|(?:raster|flat)\.shields\.io|(?:flat\.)?badgen\.net|badge\.fury\.io|badges?\.[\w.-]+|(?:www\.)?codecov\.io|coveralls\.io|(?:api\.|app\.|secure\.|www\.)?travis-ci\.(?:org|com)|(?:dl\.)?circleci\.com|ci\.appveyor\.com|goreportcard\.com|pepy\.tech|static\.pepy\.tech|api\.securityscorecards\.dev|api\.scorecard\.dev|nodei\.co|david-dm\.org|isitmaintained\.com|packagephobia\.(?:com|now\.sh)|poser\.pugx\.org|hits\.dwyl\.com|cf\.way2muchnoise\.eu)$/

const paths = /(?:^|[/._-])badges?(?:[/._-]|$)|\/(?:pipeline|build|coverage|status)\.(?:svg|png)$|\/projects\/badge\//i

/** Every badge of a document, in document order. */
export const badgesOf: (document: MarkdownDocument) => readonly Badge[] = perDocument((document) =>
  imagesWithLinks(document)
    .filter(({ url }) => hosts.test(url.hostname) || paths.test(url.pathname))
    .map((image) => ({ ...image, kind: kindOf(image.url) })),
)

/** Every image with an absolute address, in document order. Read once: several rules ask, and addresses take time. */
export const imagesWithLinks: (document: MarkdownDocument) => readonly ImageWithLink[] = perDocument((document) => {
  const links = document.links.filter(({ image, kind }) => !image && kind !== 'definition')
  let next = 0
  let around: Link | undefined
  return shownImages(document).flatMap((image) => {
    // Links do not nest, so the last one that starts before an image is the one around it, if any is.
    for (; next < links.length && (links[next] as Link).start <= image.start; next++) around = links[next]
    const url = parseUrl(image.url)
    return url ? [{ image, url, link: around && image.end <= around.end ? around : undefined }] : []
  })
})

function parseUrl(url: string): URL | undefined {
  const absolute = url.startsWith('//') ? `https:${url}` : url
  return /^https?:/i.test(absolute) && URL.canParse(absolute) ? new URL(absolute) : undefined
}

/** By words in the address, the first that fits. */
const words: readonly (readonly [BadgeKind, RegExp])[] = [
  [
    'social',
    /\/(?:stars|followers|twitter|mastodon|bluesky|watchers|forks)\b|\/(?:backers|sponsors?)\b|donat|sponsor|liberapay|patreon|ko-?fi|buy.?me.?a|style=social/i,
  ],
  ['chat', /discord|gitter|slack|matrix|zulip|telegram|\bchat\b/i],
  [
    'build',
    /\/actions\/workflows?\/|\/workflows\/|travis|circleci|appveyor|azure-(?:pipelines|devops)|\/pipeline\.svg|\/build\b|\bci\b|github\/checks/i,
  ],
  ['coverage', /codecov|coveralls|coverage/i],
  ['downloads', /\/d[mwyt]?\/|downloads?|pepy\.tech|\/npm\/d[mwyt]\b/i],
  ['license', /licen[cs]e/i],
  [
    'version',
    /badge\.fury\.io|\/(?:npm|pypi|crates|gem|nuget|packagist|hexpm|conda|maven-central|jsr|pub)\/(?:v|vn|vpre|dt)\b|\/v\/(?:release|tag)|\/release\b|\/version\b/i,
  ],
]

function kindOf({ hostname, pathname, search }: URL): BadgeKind {
  const text = hostname + decode(pathname) + search
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other'
}
